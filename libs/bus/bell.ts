/**
 * A bell that is rung by hints and heard by one loop. Invariant: a ring between two hearings is not lost, and a
 * missed hint costs no more than the waiting time.
 */
export class Bell {
  private rung = false;
  private hear: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.hear?.();
  }

  /** Resolves at the next ring, at once when it rang before, or after `timeoutMs`. */
  async heard(timeoutMs: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, timeoutMs);
        this.hear = () => {
          clearTimeout(late);
          resolve();
        };
      });
      this.hear = null;
    }
    this.rung = false;
  }
}
