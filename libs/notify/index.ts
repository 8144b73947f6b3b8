/**
 * Messages to people: which entries concern whom (`mailItemsOf`), what one message says (`compose`, `render`) and
 * how it is recognised when it is repeated (`messageIdOf`). Pure but for the hash; sending is apps/notifier's.
 */
export * from './notice';
export * from './message';
export type { RoundChange, World } from './addressing';
export * from './any-notice';
export * from './commendation-notice';
export * from './day-notice';
export * from './commendation-items';
export * from './recognition-items';
export * from './archive-items';
export type { MailItem } from './mail-item';
export * from './mail-items';
export * from './compose';
export * from './render';
export * from './message-id';
