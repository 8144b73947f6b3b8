export type { CaughtMail } from './caught-mail';
export { withDataDatabase } from './data-database';
export * from './mail-catcher';
export { startMailCatcherApart } from './mail-catcher-apart';
export * from './parts';
export { emptyDataFolder, provision } from './provision';
