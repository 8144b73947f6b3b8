export * from './canonical-json';
export * from './chain';
export * from './checkpoint';
export * from './hash';
export * from './heads';
export * from './merkle';
export * from './signed-note';
