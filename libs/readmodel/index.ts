export type { Db } from './db';
export * from './rows';
export type { Page, Paging } from './paging';
export * from './queries';
export * from './projections';
export { sentence, type Names } from './sentences';
export { linkNotes, NOTED } from './sentences/link-sentences';
