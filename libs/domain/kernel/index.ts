export * from './command';
export * from './decider';
export * from './fold';
export * from './grade';
export * from './instant';
export * from './json';
export * from './lifecycle';
export * from './step';
