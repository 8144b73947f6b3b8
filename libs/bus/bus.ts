/**
 * How entries travel from the ledger to their consumers: a port with two adapters (Kafka; the ledger itself).
 * Invariant: a consumer sees every entry after its cursor, in order of seq, at least once, one batch at a time.
 */
import type { Entry } from '../ledger';

/**
 * Called with entries in order of seq, without a hole, all after the cursor as it was last read.
 * The handler moves the consumer's cursor (`ledger.moveCursor`) in the transaction of its own rows; because delivery
 * is at least once it skips what lies at or before the cursor it finds there. What it throws stops the subscription.
 */
export type BatchHandler = (entries: readonly Entry[]) => Promise<void>;

export type SubscribeOptions = {
  /** At most so many entries are handed over at once. */
  readonly batchSize?: number;
};

export const BATCH_SIZE = 500;

export interface Subscription {
  /** Waits for the batch at hand, then lets go. */
  close(): Promise<void>;
  /** Entries of the ledger that lie after the consumer's cursor. */
  lag(): Promise<number>;
  healthy(): boolean;
  /** Resolves with the reason when the subscription ended by itself: the process must then stop loudly. */
  readonly crashed: Promise<Error>;
}

export interface Bus {
  subscribe(
    consumer: string,
    handler: BatchHandler,
    options?: SubscribeOptions,
  ): Promise<Subscription>;
  /** Closes every subscription. */
  close(): Promise<void>;
}

/** Used by the relay alone. */
export interface Publisher {
  /** Resolves when all are durable on the broker, in their order. */
  publish(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}

/** What the bus has to say; a pino logger has this shape. */
export interface BusLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
