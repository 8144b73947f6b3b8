/** Waiting for what comes to hold: never for a time. */
import { setTimeout as pause } from 'node:timers/promises';

const WITHIN_MS = 30_000;

/** Asks again and again what no event tells of. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  withinMs = WITHIN_MS,
): Promise<void> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > withinMs) {
      throw new Error(`not within ${withinMs / 1_000} s: ${what}`);
    }
    await pause(20);
  }
}
