/** Finds or provisions PostgreSQL, Temporal and Kafka: stub, the interface is final. */
export * from './parts';
