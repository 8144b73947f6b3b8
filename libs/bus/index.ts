export * from './bell';
export * from './bus';
export * from './drained';
export * from './drill-clock';
export { heldBus, holdUntilDecided, type Hold } from './held-bus';
export { partFault } from './kafka-away';
export { createKafkaBus, type KafkaBusSettings } from './kafka-bus';
export { createCheckpointPublisher, type CheckpointPublisher } from './kafka-checkpoints';
export type { KafkaSettings } from './kafka-client';
export {
  createKafkaInbound,
  type InboundHandler,
  type InboundMessage,
  type InboundReader,
} from './kafka-inbound';
export { createKafkaPublisher, type KafkaPublisher } from './kafka-publisher';
export { createLedgerBus, type LedgerBusSettings } from './ledger-bus';
