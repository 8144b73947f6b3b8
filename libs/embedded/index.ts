export type { CaughtMail } from './caught-mail';
export * from './mail-catcher';
export * from './parts';
export { provision } from './provision';
