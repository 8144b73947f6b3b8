export {
  createContentStore,
  IN_POSTGRES,
  type ContentPlace,
  type ContentStore,
  type ObjectStore,
} from './content-store';
export { acceptWithin } from './accept';
export { createDatabase } from './create-database';
export * from './create-ledger';
export * from './database-fault';
export * from './failure';
export * from './audit-trail';
export * from './ledger';
export * from './migrate';
export * from './migrations';
export * from './move-contents';
export type { UndecidedRestore } from './restores';
export * from './owner';
export * from './roles';
export { inTransaction } from './transaction';
export { spanHashes } from './span-hashes';
export { CHECKPOINTER_LEASE, createTreeBook, type TreeBook, type TreeEntry } from './tree';
