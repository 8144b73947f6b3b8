/** What became of each message about a round: sent, failed for good, suppressed. One delivery stream per round shard. */
import type { Command, Event, Instant } from '../kernel';

export type DeliveryRecord = {
  readonly messageId: string;
  readonly unit: string;
  /** `pii:` token of the address. */
  readonly recipient: string;
  readonly channel: 'mail';
  /** `round-opened`, `T-7`, `returned` … */
  readonly about: string;
  /** Ids of the ledger entries that caused it. */
  readonly causes: readonly string[];
  readonly outcome: 'sent' | 'failed' | 'suppressed';
  readonly attempts: number;
  readonly at: Instant;
  readonly detail: string | null;
};

export type DeliveryState = {
  readonly recorded: { readonly [messageId: string]: 'sent' | 'failed' | 'suppressed' };
};

export type DeliveryCommand =
  | Command<'RecordDeliveries', { deliveries: readonly DeliveryRecord[] }>
  | Command<'WakeUp', Record<string, never>>;

export type DeliveryEvent = Event<'DeliveriesRecorded', { deliveries: readonly DeliveryRecord[] }>;
