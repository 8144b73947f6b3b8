/**
 * The bus without a broker: a catch-up subscription straight on the ledger. LISTEN is a hint, a slow look the
 * fallback. Publishing to and receiving from other systems needs Kafka.
 */
import type { Ledger } from '../ledger';
import { Bell } from './bell';
import { BATCH_SIZE, type BatchHandler, type Bus, type BusLog, type Subscription } from './bus';
import { Delivery } from './delivery';
import { openSubscriptions } from './subscriptions';

export type LedgerBusSettings = {
  readonly ledger: Ledger;
  readonly log: BusLog;
  /** The fallback when a hint is missed. */
  readonly pollMs?: number;
};

export function createLedgerBus(settings: LedgerBusSettings): Bus {
  return openSubscriptions((consumer, handler, options) =>
    follow(settings, { consumer, handler, batchSize: options.batchSize ?? BATCH_SIZE }),
  );
}

type Follower = {
  readonly consumer: string;
  readonly handler: BatchHandler;
  readonly batchSize: number;
};

async function follow(settings: LedgerBusSettings, follower: Follower): Promise<Subscription> {
  const { ledger, log, pollMs = 250 } = settings;
  const delivery = new Delivery({ ledger, log, ...follower });
  await delivery.open();
  const bell = new Bell();
  const unsubscribe = ledger.onEntries(() => bell.ring());
  let closed = false;
  let failed = false;
  let crash: (error: Error) => void = () => undefined;
  const crashed = new Promise<Error>((resolve) => (crash = resolve));

  const following = (async () => {
    while (!closed) {
      const delivered = await delivery.deliverFromLedger(Number.MAX_SAFE_INTEGER);
      if (delivered === 0 && !closed) await bell.heard(pollMs);
    }
  })().catch((thrown: unknown) => {
    failed = true;
    log.error(
      { consumer: follower.consumer, err: thrown },
      'the consumer stops and keeps its place',
    );
    crash(thrown instanceof Error ? thrown : new Error(String(thrown)));
  });

  return {
    crashed,
    healthy: () => !failed && !closed,
    lag: () => delivery.lag(),
    close: async () => {
      closed = true;
      unsubscribe();
      bell.ring();
      await delivery.close();
      await following;
    },
  };
}
