export * from './acts';
export * from './fixture';
export * from './sentence';
