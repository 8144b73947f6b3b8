/** The one sender among all notifiers: holds a lease and renews it while messages are under way, however long they take. */
import { randomUUID } from 'node:crypto';
import type { Ledger } from '../../libs/ledger';
import { SENDER_LEASE } from './sender-lease';

export class Leadership {
  readonly holder = randomUUID();
  /** When the lease runs out unless it is renewed, on a clock that nobody sets. */
  private until = -Infinity;
  private renewal: NodeJS.Timeout | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly ttlMs: number,
  ) {}

  /** False as soon as its time is up, also for a process that has just woken and was told nothing yet. */
  get leads(): boolean {
    return performance.now() < this.until;
  }

  async take(): Promise<boolean> {
    const asked = performance.now();
    if (!(await this.ledger.tryLease(SENDER_LEASE, this.holder, this.ttlMs))) {
      this.lose();
      return false;
    }
    this.until = asked + this.ttlMs;
    this.renewal ??= setInterval(() => void this.renew(), this.ttlMs / 3);
    return true;
  }

  async release(): Promise<void> {
    this.lose();
    await this.ledger.releaseLease(SENDER_LEASE, this.holder).catch(() => undefined);
  }

  lose(): void {
    this.until = -Infinity;
    if (this.renewal) clearInterval(this.renewal);
    this.renewal = null;
  }

  private async renew(): Promise<void> {
    const asked = performance.now();
    const kept = await this.ledger
      .renewLease(SENDER_LEASE, this.holder, this.ttlMs)
      .catch(() => false);
    // Once its time was up messages may have been left untried: it is taken anew, with what belongs to that.
    if (kept && this.leads) this.until = Math.max(this.until, asked + this.ttlMs);
    else this.lose();
  }
}
