export * from './create-ledger';
export * from './database-fault';
export * from './failure';
export * from './ledger';
export * from './migrate';
export * from './migrations';
export * from './roles';
export { inTransaction } from './transaction';
