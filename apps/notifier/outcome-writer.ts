/**
 * Writes outcomes as they come, those of one moment together. Invariant: an outcome that the mail server has given is
 * written as soon as the write before it has ended, so a crash repeats the few messages under way and no more.
 */
import type { TryOutcome } from './mail-messages-store';

export class OutcomeWriter {
  private waiting: TryOutcome[] = [];
  private writing: Promise<void> | null = null;
  private fault: Error | null = null;

  constructor(private readonly write: (outcomes: readonly TryOutcome[]) => Promise<void>) {}

  add(outcome: TryOutcome): void {
    // After a fault there is nothing to wait for: a writing that ends at once would be waited for without end.
    if (this.fault !== null) return;
    this.waiting.push(outcome);
    this.writing ??= this.writeAll();
  }

  /** Resolves when everything added is written; rejects with the first fault, and then nothing more is written. */
  async written(): Promise<void> {
    while (this.writing !== null) await this.writing;
    if (this.fault !== null) throw this.fault;
  }

  private async writeAll(): Promise<void> {
    try {
      while (this.waiting.length > 0 && this.fault === null) {
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
}
