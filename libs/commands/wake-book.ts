/**
 * Which streams were woken, and why not to wake them again yet: one wake outstanding per stream, resent when it seems
 * lost; a stream whose top has not changed for long has a run that does not work.
 */
import type { Overdue } from '../ledger';

/** After a second it was an amplifier: a resent wake costs a task and brings nothing. */
const RESEND_MS = 10_000;
/** How long a run that has just decided is given to take what arrived meanwhile by itself. */
export const MOMENT_MS = 20;

type Sent = { readonly at: number; readonly mark: string; usedUpAt: number | null };

export type Verdict = 'wake' | 'wait' | 'look again soon' | 'stuck';

export interface WakeBook {
  judge(item: Overdue): Verdict;
  /** A wake was sent. */
  sent(item: Overdue): void;
  /** The wake sent is used up or failed. */
  forget(stream: string): void;
  /** A stream without work has no outstanding wake. */
  keepOnly(work: readonly Overdue[]): void;
  clear(): void;
}

export function createWakeBook(stuckMs: number): WakeBook {
  const wakes = new Map<string, Sent>();
  const lying = new Map<string, { readonly mark: string; readonly since: number }>();

  function isStuck({ stream }: Overdue, mark: string, now: number): boolean {
    const before = lying.get(stream);
    if (before?.mark === mark) return now - before.since >= stuckMs;
    lying.set(stream, { mark, since: now });
    return false;
  }

  return {
    judge(item) {
      const now = performance.now();
      const mark = markOf(item);
      if (isStuck(item, mark, now)) return 'stuck';
      const last = wakes.get(item.stream);
      if (last === undefined || now - last.at >= RESEND_MS) return 'wake';
      if (last.mark === mark) return 'wait';
      // The top has changed: the run has decided and used the wake up. It usually takes what came meanwhile by itself.
      last.usedUpAt ??= now;
      return now - last.usedUpAt >= MOMENT_MS ? 'wake' : 'look again soon';
    },
    sent(item) {
      wakes.set(item.stream, { at: performance.now(), mark: markOf(item), usedUpAt: null });
    },
    forget(stream) {
      wakes.delete(stream);
      lying.delete(stream);
    },
    keepOnly(work) {
      const streams = new Set(work.map(({ stream }) => stream));
      for (const book of [wakes, lying]) {
        for (const stream of book.keys()) if (!streams.has(stream)) book.delete(stream);
      }
    },
    clear() {
      wakes.clear();
      lying.clear();
    },
  };
}

/** What lies on top of a stream's tray: the oldest command, or the wake-up that is due. */
function markOf({ oldest, nextAt }: Overdue): string {
  return `${oldest ?? ''} ${nextAt ?? ''}`;
}
