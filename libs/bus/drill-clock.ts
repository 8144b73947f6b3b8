/**
 * The told clock of a drill, advanced as time would pass: from wake-up to wake-up, in order, and never on before
 * everything that follows from the present instant is done.
 */
import type { Instant } from '../domain';
import type { Ledger } from '../ledger';

export type Advanced = { readonly now: Instant; readonly steps: number };

export type DrillClockSettings = {
  readonly ledger: Ledger;
  /** Resolves when nothing is left to do at the present instant. */
  readonly drained: () => Promise<void>;
};

export interface DrillClock {
  /**
   * Moves to `to` and resolves when everything that fell due is decided, projected and sent; an instant that has passed
   * moves nothing. Calls follow one another.
   */
  advance(to: Instant): Promise<Advanced>;
}

export function createDrillClock({ ledger, drained }: DrillClockSettings): DrillClock {
  let last: Promise<unknown> = Promise.resolve();

  async function advance(to: Instant): Promise<Advanced> {
    await drained();
    let now = await ledger.now();
    let steps = 0;
    while (now < to) {
      const next = await nextWakeup(ledger);
      now = await ledger.tellClock(next !== null && next < to && next > now ? next : to);
      await drained();
      steps += 1;
    }
    return { now, steps };
  }

  return {
    advance(to) {
      const turn = last.then(() => advance(to));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** The earliest instant at which time itself acts next; null when nothing waits. */
export async function nextWakeup(ledger: Pick<Ledger, 'wakeups'>): Promise<Instant | null> {
  const [first] = await ledger.wakeups();
  return first?.nextAt ?? null;
}
