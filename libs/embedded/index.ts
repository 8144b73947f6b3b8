export type { CaughtMail } from './caught-mail';
export * from './mail-catcher';
export { startMailCatcherApart } from './mail-catcher-apart';
export { withOwnerDatabase } from './owner-database';
export * from './parts';
export { emptyDataFolder, provision } from './provision';
