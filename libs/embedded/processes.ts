/** Ends processes that a killed owner has left: exactly those, since a pid is used again. */
import { setTimeout as pause } from 'node:timers/promises';
import { lives, type ProcessMark } from '../service';

/** Ends a process that is no child of ours (so no event tells of its end): asks first, then insists. */
export async function endStranger(mark: ProcessMark, signal: NodeJS.Signals): Promise<void> {
  for (const [with_, tries] of [
    [signal, 100],
    ['SIGKILL', 50],
  ] as const) {
    if (!lives(mark)) return;
    process.kill(mark.pid, with_);
    for (let left = tries; left > 0 && lives(mark); left -= 1) await pause(100);
  }
}
