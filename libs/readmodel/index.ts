export type { Db } from './db';
export * from './rows';
export type { Page, Paging } from './paging';
export * from './queries';
export * from './projections';
export {
  checkReadModel,
  rebuildReadModel,
  type Checked,
  type Rebuilding,
  type Rebuilt,
} from './rebuild';
export type { Deviation } from './compare-beside';
export { sentence, type Names } from './sentences';
export { linkNotes, NOTED } from './sentences/link-sentences';
