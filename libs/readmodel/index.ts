export type { Db } from './db';
export * from './rows';
export { PAGE_LIMIT, PAGE_LIMIT_MAX, UnreadableCursor, type Page, type Paging } from './paging';
export * from './queries';
export * from './projections';
