/**
 * One LISTEN connection shared by everybody in the process. A notification is a hint: it may be lost while the
 * connection is being made again, so whoever must not miss anything also polls.
 */
import { Client, type Pool } from 'pg';
import type { Unsubscribe } from './ledger';

export const CHANNELS = {
  entries: 'dondoc_entries',
  outcomes: 'dondoc_outcomes',
  commands: 'dondoc_commands',
  runs: 'dondoc_runs',
  clock: 'dondoc_clock',
  cursors: 'dondoc_cursors',
} as const;

export type Channel = keyof typeof CHANNELS;
type Callback = (payload: string) => void;

const LISTEN = Object.values(CHANNELS)
  .map((name) => `LISTEN ${name}`)
  .join('; ');

const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 2000;

/** Connects at the first subscription and again, with growing pauses, whenever the connection is lost. */
export class Listener {
  private readonly callbacks = new Map<string, Set<Callback>>();
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private retry: NodeJS.Timeout | undefined;
  private retryMs = FIRST_RETRY_MS;
  private listening = false;
  private closed = false;

  constructor(private readonly pool: Pool) {}

  on(channel: Channel, callback: Callback): Unsubscribe {
    const name = CHANNELS[channel];
    const set = this.callbacks.get(name) ?? new Set();
    this.callbacks.set(name, set.add(callback));
    if (this.retry === undefined) this.start();
    return () => {
      set.delete(callback);
    };
  }

  /** Whether hints arrive at present. */
  connected(): boolean {
    return this.listening;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    this.callbacks.clear();
    await this.connecting;
    const last = this.client;
    this.client = null;
    this.listening = false;
    await last?.end().catch(() => undefined);
  }

  private start(): void {
    this.retry = undefined;
    if (this.closed || this.client !== null) return;
    this.connecting = this.connect();
  }

  private async connect(): Promise<void> {
    const made = new Client(this.pool.options);
    this.client = made;
    made.on('notification', ({ channel, payload }) => this.emit(channel, payload ?? ''));
    made.on('error', () => this.lost(made));
    made.on('end', () => this.lost(made));
    try {
      await made.connect();
      await made.query(LISTEN);
      if (this.client !== made || this.closed) return;
      this.listening = true;
      this.retryMs = FIRST_RETRY_MS;
      await this.tellWhatWasMissed(made);
    } catch {
      this.lost(made);
    }
  }

  private async tellWhatWasMissed(made: Client): Promise<void> {
    const { rows } = await made.query<{ seq: string | null }>(
      'SELECT max(seq) AS seq FROM ledger.entries',
    );
    const seq = rows[0]?.seq;
    if (seq) this.emit(CHANNELS.entries, seq);
  }

  private emit(name: string, payload: string): void {
    for (const callback of this.callbacks.get(name) ?? []) callback(payload);
  }

  private lost(which: Client): void {
    if (this.client !== which) return;
    this.client = null;
    this.listening = false;
    which.end().catch(() => undefined);
    if (this.closed) return;
    this.retry = setTimeout(() => this.start(), this.retryMs);
    this.retry.unref();
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }
}
