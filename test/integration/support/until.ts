/** Waiting for what comes to hold: never for a time. */
import { setTimeout as pause } from 'node:timers/promises';

const WITHIN_MS = 30_000;

/** Asks again and again what no event tells of. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > WITHIN_MS) throw new Error(`not within 30 s: ${what}`);
    await pause(20);
  }
}
