export * from './envelope';
export * from './topics';
export * from './marked-paths';
export * from './commands/row';
export * from './commands/rights';
export * from './commands/table';
