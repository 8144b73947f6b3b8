/**
 * Waiting for a database that is away for a moment. Invariant: work is tried again only when nothing of it was done, and
 * never once its owner is closing.
 */
import { databaseFault, isPassing } from '../ledger';
import type { Bell } from './bell';
import type { BusLog } from './bus';

export type Patience = {
  readonly consumer: string;
  readonly log: BusLog;
  /** Rung when the owner closes. */
  readonly closing: Bell;
  readonly closed: () => boolean;
  /** Then what was thrown is thrown on; without, it waits for ever. */
  readonly forMs?: number;
};

export async function patiently<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  const { consumer, log, closing, closed, forMs = Infinity } = patience;
  const since = performance.now();
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 5_000)) {
    try {
      return await work();
    } catch (thrown) {
      if (closed() || !isPassing(thrown) || performance.now() - since > forMs) throw thrown;
      log.warn(
        { consumer, err: databaseFault(thrown), pauseMs },
        'the database is away: trying again',
      );
      await closing.heard(pauseMs);
    }
  }
}
