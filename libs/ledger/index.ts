export * from './create-ledger';
export * from './failure';
export * from './ledger';
export * from './migrate';
export * from './migrations';
export * from './roles';
