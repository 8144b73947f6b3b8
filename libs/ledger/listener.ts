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
} as const;

export type Channel = keyof typeof CHANNELS;

export interface Listener {
  on(channel: Channel, callback: (payload: string) => void): Unsubscribe;
  /** Whether hints arrive at present. */
  connected(): boolean;
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 2000;

export function createListener(pool: Pool): Listener {
  const callbacks = new Map<string, Set<(payload: string) => void>>();
  let client: Client | null = null;
  let connected = false;
  let closed = false;
  let retryMs = FIRST_RETRY_MS;
  let retry: NodeJS.Timeout | undefined;
  let connecting: Promise<void> | null = null;

  function emit(name: string, payload: string): void {
    for (const callback of callbacks.get(name) ?? []) callback(payload);
  }

  async function connect(): Promise<void> {
    const made = new Client(pool.options);
    client = made;
    made.on('notification', ({ channel, payload }) => emit(channel, payload ?? ''));
    made.on('error', () => lost(made));
    made.on('end', () => lost(made));
    try {
      await made.connect();
      await made.query(
        Object.values(CHANNELS)
          .map((name) => `LISTEN ${name}`)
          .join('; '),
      );
      if (client !== made || closed) return;
      connected = true;
      retryMs = FIRST_RETRY_MS;
      await tellWhatWasMissed(made);
    } catch {
      lost(made);
    }
  }

  async function tellWhatWasMissed(made: Client): Promise<void> {
    const { rows } = await made.query<{ seq: string | null }>(
      'SELECT max(seq) AS seq FROM ledger.entries',
    );
    const seq = rows[0]?.seq;
    if (seq) emit(CHANNELS.entries, seq);
  }

  function lost(which: Client): void {
    if (client !== which) return;
    client = null;
    connected = false;
    which.end().catch(() => undefined);
    if (closed) return;
    retry = setTimeout(start, retryMs);
    retry.unref();
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }

  function start(): void {
    if (closed || client !== null) return;
    connecting = connect();
  }

  return {
    on(channel, callback) {
      const name = CHANNELS[channel];
      const set = callbacks.get(name) ?? new Set();
      callbacks.set(name, set.add(callback));
      if (retry === undefined) start();
      return () => {
        set.delete(callback);
      };
    },
    connected: () => connected,
    async close() {
      closed = true;
      clearTimeout(retry);
      callbacks.clear();
      await connecting;
      const last = client;
      client = null;
      connected = false;
      await last?.end().catch(() => undefined);
    },
  };
}
