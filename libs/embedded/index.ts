export type { CaughtMail } from './caught-mail';
export * from './mail-catcher';
export * from './parts';
export { emptyDataFolder, provision } from './provision';
