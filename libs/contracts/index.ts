export * from './envelope';
export * from './topics';
export * from './commands/row';
export * from './commands/rights';
export * from './commands/table';
