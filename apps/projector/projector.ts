/**
 * The projector: fills the read model from the entries. Invariant: rows and cursor move in one transaction, under a
 * lock, so an entry is applied exactly once however often it is delivered and however many projectors run.
 */
import type { Pool, PoolClient } from 'pg';
import type { Bus, BusLog, Subscription } from '../../libs/bus';
import { inTransaction, type Entry, type Ledger } from '../../libs/ledger';
import { project, PROJECTOR_CONSUMER, PROJECTOR_LOCK } from '../../libs/readmodel';
import {
  databaseState,
  measureConsumerLag,
  type Metrics,
  type Readiness,
} from '../../libs/service';

export type ProjectorDeps = {
  readonly ledger: Ledger;
  readonly bus: Bus;
  /** As a role that may write the read tables. */
  readonly pool: Pool;
  readonly logger: BusLog;
  readonly metrics?: Metrics;
};

export interface Projector {
  start(): Promise<void>;
  stop(): Promise<void>;
  ready(): Promise<Readiness>;
  lag(): Promise<number>;
  /** Resolves when it has stopped by itself: the process must then end loudly. */
  readonly crashed: Promise<Error>;
}

/** One that lags catches up in few statements; one that keeps pace never sees so many. */
const BATCH = 2_000;

export function createProjector({ ledger, bus, pool, logger, metrics }: ProjectorDeps): Projector {
  let subscription: Subscription | null = null;
  let crash: (reason: Error) => void = () => undefined;
  const crashed = new Promise<Error>((resolve) => (crash = resolve));
  const lag = async () => (await subscription?.lag()) ?? 0;
  if (metrics) measureConsumerLag(metrics, PROJECTOR_CONSUMER, lag);

  return {
    crashed,
    lag,
    async start() {
      const started = await bus.subscribe(
        PROJECTOR_CONSUMER,
        (entries) => inTransaction(pool, (tx) => apply(tx, ledger, entries)),
        { batchSize: BATCH },
      );
      subscription = started;
      void started.crashed.then(crash);
      logger.debug({ consumer: PROJECTOR_CONSUMER }, 'projecting');
    },
    async stop() {
      await subscription?.close();
      subscription = null;
    },
    async ready() {
      const bus = subscription?.healthy() ? 'ok' : 'reading entries has stopped';
      const database = await databaseState(ledger);
      return { ok: bus === 'ok' && database === 'ok', parts: { bus, database } };
    },
  };
}

async function apply(tx: PoolClient, ledger: Ledger, entries: readonly Entry[]): Promise<void> {
  await tx.query(PROJECTOR_LOCK);
  const cursor = await ledger.cursor(PROJECTOR_CONSUMER);
  const fresh = entries.filter(({ seq }) => seq > cursor);
  const [first, last] = [fresh[0], fresh.at(-1)];
  if (!first || !last) return;
  if (first.seq !== cursor + 1) {
    throw new Error(`entries ${cursor + 1} to ${first.seq - 1} did not reach the projector`);
  }
  await project(tx, fresh);
  await ledger.moveCursor(tx, PROJECTOR_CONSUMER, last.seq);
}
