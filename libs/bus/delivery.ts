/**
 * Hands entries to one consumer's handler: what lies at or before its cursor is dropped, a hole is filled from the
 * ledger. Invariant: the handler sees seq cursor+1, cursor+2 … whatever the transport lost, doubled or held back.
 */
import type { Entry, Ledger } from '../ledger';
import type { BatchHandler, BusLog } from './bus';
import { Bell } from './bell';
import { patiently } from './patiently';

export type DeliverySettings = {
  readonly ledger: Ledger;
  readonly consumer: string;
  readonly handler: BatchHandler;
  readonly batchSize: number;
  readonly log: BusLog;
};

/** How long a database that is away is waited for before the consumer stops loudly. */
const PATIENCE_MS = 60_000;

export class Delivery {
  /** The last sequence handed over; the cursor of the ledger before anything was. */
  private reached = 0;
  private queue: Promise<void> = Promise.resolve();
  private closed = false;
  private readonly closing = new Bell();

  constructor(private readonly settings: DeliverySettings) {}

  get cursor(): number {
    return this.reached;
  }

  /** Reads the consumer's cursor anew: at the start, and when another instance may have gone on meanwhile. */
  async open(): Promise<number> {
    const { ledger, consumer } = this.settings;
    // From now on the consumer counts: nothing is drained before it has seen the last entry.
    await ledger.moveCursor(null, consumer, 0);
    this.reached = Math.max(this.reached, await ledger.cursor(consumer));
    return this.reached;
  }

  /** Entries in order of seq; those missing before and between them come from the ledger. */
  deliver(entries: readonly Entry[]): Promise<void> {
    return this.oneByOne(async () => {
      const fresh = rising(entries, this.reached);
      for (let at = 0; at < fresh.length && !this.closed;) {
        const first = fresh[at]!;
        if (first.seq > this.reached + 1) await this.fill(first.seq - 1);
        const batch = contiguous(fresh, at, this.settings.batchSize);
        at += batch.length;
        await this.hand(batch.filter(({ seq }) => seq > this.reached));
      }
    });
  }

  /** Delivers from the ledger what lies after the cursor, up to `seq`. Answers how many entries that were. */
  async deliverFromLedger(upTo: number): Promise<number> {
    const before = this.reached;
    await this.oneByOne(() => this.fill(upTo));
    return this.reached - before;
  }

  lag(): Promise<number> {
    const { ledger, consumer } = this.settings;
    return Promise.all([ledger.lastSeq(), ledger.cursor(consumer)]).then(([last, cursor]) =>
      Math.max(0, last - cursor),
    );
  }

  /** Resolves when the batch at hand is done; nothing is handed over afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    this.closing.ring();
    await this.queue;
  }

  private oneByOne(work: () => Promise<void>): Promise<void> {
    const run = this.queue.then(work);
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async fill(upTo: number): Promise<void> {
    const { ledger, batchSize } = this.settings;
    while (this.reached < upTo && !this.closed) {
      const entries = await this.patiently(() => ledger.entriesAfter(this.reached, batchSize));
      const batch = entries.filter(({ seq }) => seq <= upTo);
      if (batch.length === 0) return;
      await this.hand(batch);
    }
  }

  private async hand(batch: readonly Entry[]): Promise<void> {
    if (batch.length === 0 || this.closed) return;
    await this.patiently(() => this.settings.handler(batch));
    this.reached = Math.max(this.reached, batch.at(-1)!.seq);
  }

  private patiently<T>(work: () => Promise<T>): Promise<T> {
    const { consumer, log } = this.settings;
    const closed = () => this.closed;
    return patiently(work, { consumer, log, closing: this.closing, closed, forMs: PATIENCE_MS });
  }
}

/** Drops what was seen before: a seq that does not rise is a double, or lies in a hole that is filled anyway. */
function rising(entries: readonly Entry[], from: number): Entry[] {
  let highest = from;
  return entries.filter(({ seq }) => {
    if (seq <= highest) return false;
    highest = seq;
    return true;
  });
}

function contiguous(entries: readonly Entry[], from: number, limit: number): Entry[] {
  const batch: Entry[] = [];
  for (const entry of entries.slice(from, from + limit)) {
    const last = batch.at(-1);
    if (last && entry.seq > last.seq + 1) break;
    batch.push(entry);
  }
  return batch;
}
