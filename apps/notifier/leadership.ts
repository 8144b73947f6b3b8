/** The one sender among all notifiers: holds a lease and renews it while messages are under way, however long they take. */
import { randomUUID } from 'node:crypto';
import type { Ledger } from '../../libs/ledger';

const LEASE = 'notifier-sender';

export class Leadership {
  private readonly holder = randomUUID();
  private held = false;
  private renewal: NodeJS.Timeout | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly ttlMs: number,
  ) {}

  get leads(): boolean {
    return this.held;
  }

  async take(): Promise<boolean> {
    this.held = await this.ledger.tryLease(LEASE, this.holder, this.ttlMs);
    if (this.held) this.renewal ??= setInterval(() => void this.renew(), this.ttlMs / 3);
    return this.held;
  }

  async release(): Promise<void> {
    this.lose();
    await this.ledger.releaseLease(LEASE, this.holder).catch(() => undefined);
  }

  private async renew(): Promise<void> {
    const kept = await this.ledger.renewLease(LEASE, this.holder, this.ttlMs).catch(() => false);
    if (!kept) this.lose();
  }

  lose(): void {
    this.held = false;
    if (this.renewal) clearInterval(this.renewal);
    this.renewal = null;
  }
}
