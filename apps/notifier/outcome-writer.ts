/**
 * Writes outcomes as they come, those of one moment together. Invariant: an outcome that the mail server has given is
 * written a moment later, or as soon as the write before it has ended, so a crash repeats the few messages of that
 * moment and no more.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { TryOutcome } from './mail-messages-store';

/** Each write is a commit: what comes within this time shares one. */
const MOMENT_MS = 20;

export class OutcomeWriter {
  private waiting: TryOutcome[] = [];
  private writing: Promise<void> | null = null;
  private fault: Error | null = null;
  private readonly nothingMoreComes = new AbortController();

  constructor(private readonly write: (outcomes: readonly TryOutcome[]) => Promise<void>) {}

  /** After a fault nothing is written any more: the tries are taken back with the lease. */
  add(outcome: TryOutcome): void {
    if (this.fault !== null) return;
    this.waiting.push(outcome);
    this.writing ??= this.writeAll();
  }

  /**
   * Resolves when everything added is written; rejects with the first fault, and then nothing more is written. Nothing
   * is added afterwards.
   */
  async written(): Promise<void> {
    this.nothingMoreComes.abort();
    while (this.writing !== null) await this.writing;
    if (this.fault !== null) throw this.fault;
  }

  private async writeAll(): Promise<void> {
    try {
      while (this.waiting.length > 0 && this.fault === null) {
        await this.moment();
        const together = this.waiting;
        this.waiting = [];
        await this.write(together);
      }
    } catch (thrown) {
      this.fault = thrown instanceof Error ? thrown : new Error(String(thrown));
    } finally {
      this.writing = null;
    }
  }

  private async moment(): Promise<void> {
    const { signal } = this.nothingMoreComes;
    await pause(MOMENT_MS, undefined, { signal }).catch(() => undefined);
  }
}
