/** Notices that the deployment's wall clock was set: it moved otherwise than this process' own monotonic clock did. */
import type { Instant } from '../domain';

/** Less than this is the network, a busy host, or a clock that is being slewed. */
const TOLERANCE_MS = 30_000;

export type ClockSet = {
  /** Seconds forward; back when negative. */
  readonly bySeconds: number;
  readonly is: Instant;
  readonly shouldBe: Instant;
};

export class ClockWatch {
  private offset: number | null = null;

  /** What was seen before is no measure any more: nobody looked for a while. */
  forget(): void {
    this.offset = null;
  }

  /** @param monotonicMs of `performance.now()`, read with `now` */
  look(now: Instant, monotonicMs: number): ClockSet | null {
    const offset = Date.parse(now) - monotonicMs;
    const by = this.offset === null ? 0 : offset - this.offset;
    this.offset = offset;
    if (Math.abs(by) < TOLERANCE_MS) return null;
    const shouldBe = new Date(Date.parse(now) - by).toISOString();
    return { bySeconds: Math.round(by / 1_000), is: now, shouldBe };
  }
}

/** What the operator is told. */
export function clockWasSet(set: ClockSet) {
  const way = set.bySeconds > 0 ? 'forward' : 'back';
  return {
    code: 'clock.was-set',
    message: `the clock of PostgreSQL's host was set ${way} by ${Math.abs(set.bySeconds)} s, or a host was suspended`,
    nextStep:
      'unless a host was suspended: look at the time synchronisation of the database host and set its clock right; ' +
      'what was decided meanwhile stays, and times in the ledger do not go back',
    cause: set,
  };
}
