export * from './policy-book-reader';
export * from './decide-stream';
export * from './dispatcher';
export * from './personal';
export * from './way-in';
