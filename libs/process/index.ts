export * from './bus-of';
export * from './contents-of';
export * from './durable-file';
export * from './key-file';
export * from './run-service';
export * from './start-module';
export * from './service-module';
