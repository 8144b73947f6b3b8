/**
 * When a deployment has nothing left to do: every consumer has reached the last entry, no command is undecided and no
 * wake-up is due. Drills and end-to-end tests wait for this condition, never for a time.
 */
import type { Ledger, PendingCounts, Unsubscribe } from '../ledger';
import { Bell } from './bell';

/** Nothing is left to be decided; consumers may still be behind. */
export function isSettled(counts: PendingCounts): boolean {
  return counts.undecided === 0 && counts.dueWakeups === 0;
}

/** @param consumers those that run: the relay only with Kafka */
export function isDrained(counts: PendingCounts, consumers: readonly string[]): boolean {
  return isSettled(counts) && consumers.every((it) => counts.lag[it] === 0);
}

export type DrainedSettings = {
  readonly ledger: Ledger;
  readonly consumers: readonly string[];
  /** More that must be done first: messages never attempted. */
  readonly also?: () => Promise<boolean>;
  /** When the work left has not become less for so long it rejects, with the counts as they stand. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
};

/** Between two looks when no hint comes. */
const LOOK_MS = 20;

export async function drained(settings: DrainedSettings): Promise<void> {
  const { consumers, ledger, also } = settings;
  const hints = (ring: () => void) =>
    ledger.onCursors((consumer) => {
      if (consumers.includes(consumer)) ring();
    });
  await until({ ...settings, hints }, async (counts) => {
    if (!isDrained(counts, consumers)) return false;
    return (
      also === undefined || ((await also()) && isDrained(await ledger.pendingCounts(), consumers))
    );
  });
}

/** Resolves when nothing is undecided and no wake-up is due. */
export async function settled(
  settings: Omit<DrainedSettings, 'consumers' | 'also'>,
): Promise<void> {
  const hints = (ring: () => void) => settings.ledger.onEntries(ring);
  await until({ ...settings, hints }, async (counts) => isSettled(counts));
}

type Waiting = Pick<DrainedSettings, 'ledger' | 'timeoutMs' | 'signal'> & {
  /** Rings when it is worth looking; answers how to end that. */
  readonly hints: (ring: () => void) => Unsubscribe;
};

async function until(
  { ledger, timeoutMs, signal, hints }: Waiting,
  done: (counts: PendingCounts) => Promise<boolean>,
): Promise<void> {
  const bell = new Bell();
  const unsubscribe = hints(() => bell.ring());
  let since = performance.now();
  let least = Infinity;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const counts = await ledger.pendingCounts();
      if (await done(counts)) return;
      const left = workLeft(counts);
      if (left < least) [least, since] = [left, performance.now()];
      if (timeoutMs !== undefined && performance.now() - since > timeoutMs) {
        throw new NotDrained(timeoutMs, counts);
      }
      await bell.heard(LOOK_MS);
    }
  } finally {
    unsubscribe();
  }
}

function workLeft({ undecided, dueWakeups, lag }: PendingCounts): number {
  return Object.values(lag).reduce((sum, entries) => sum + entries, undecided + dueWakeups);
}

/** Something keeps being done, or stands still. */
export class NotDrained extends Error {
  readonly code = 'bus.not-drained';
  readonly nextStep =
    'look at the log of the consumer that lags and at GET /readyz of each service';
  constructor(
    timeoutMs: number,
    readonly counts: PendingCounts,
  ) {
    super(`for ${timeoutMs / 1000} s the work left became no less: ${JSON.stringify(counts)}`);
    this.name = 'NotDrained';
  }
}
