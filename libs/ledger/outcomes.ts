/**
 * The outcome of a command, stored in the transaction that recorded the decision: a repeat is answered from it for
 * ever. Waiting for one listens, and polls in case a hint was lost.
 */
import type { Pool } from 'pg';
import type { Instant, Rejection } from '../domain';
import type { CommandRecord } from './ledger';
import type { Listener } from './listener';
import { rowsOf } from './transaction';

export const RECORD_COLUMNS = `
  id, stream, type, work.instant(received_at) AS "receivedAt", work.instant(effective_at) AS "effectiveAt",
  work.instant(decided_at) AS "decidedAt", accepted, rejection, seq, version, events`;

export type RecordRow = {
  id: string;
  stream: string;
  type: string;
  receivedAt: Instant;
  effectiveAt: Instant;
  decidedAt: Instant | null;
  accepted: boolean | null;
  rejection: Rejection | null;
  seq: string | null;
  version: number | null;
  events: string[] | null;
};

export function recordOf(row: RecordRow): CommandRecord {
  const { id, stream, type, receivedAt, effectiveAt, decidedAt } = row;
  const received = { id, stream, type, receivedAt, effectiveAt };
  if (decidedAt === null) return { ...received, status: 'waiting' };
  return {
    ...received,
    status: 'decided',
    outcome: {
      accepted: row.accepted === true,
      ...(row.rejection === null ? {} : { rejection: row.rejection }),
      seq: Number(row.seq),
      version: row.version ?? 0,
      events: row.events ?? [],
      decidedAt,
    },
  };
}

export async function commandRecord(pool: Pool, id: string): Promise<CommandRecord | null> {
  const [row] = await rowsOf<RecordRow>(
    pool,
    `SELECT ${RECORD_COLUMNS} FROM work.command_log WHERE id = $1`,
    [id],
  );
  return row ? recordOf(row) : null;
}

const POLL_WITHOUT_HINTS_MS = 50;
const POLL_WITH_HINTS_MS = 500;

export interface OutcomeWatch {
  await(id: string, timeoutMs: number): Promise<CommandRecord | null>;
  close(): void;
}

export function watchOutcomes(pool: Pool, listener: Listener): OutcomeWatch {
  const waiters = new Map<string, Set<(record: CommandRecord | null) => void>>();
  const asked = new Set<string>();
  let reading = false;
  let poll: NodeJS.Timeout | undefined;
  let listening = false;

  function ask(ids: Iterable<string>): void {
    for (const id of ids) if (waiters.has(id)) asked.add(id);
    if (asked.size > 0 && !reading) void readAsked();
  }

  async function readAsked(): Promise<void> {
    reading = true;
    try {
      while (asked.size > 0) {
        const ids = [...asked];
        asked.clear();
        const rows = await rowsOf<RecordRow>(
          pool,
          `SELECT ${RECORD_COLUMNS} FROM work.command_log WHERE id = ANY ($1) AND decided_at IS NOT NULL`,
          [ids],
        );
        for (const row of rows) answer(row.id, recordOf(row));
      }
    } catch {
      // The store is away: the poll asks again until the caller's time is up.
    } finally {
      reading = false;
    }
  }

  function answer(id: string, record: CommandRecord | null): void {
    for (const resolve of waiters.get(id) ?? []) resolve(record);
    waiters.delete(id);
  }

  function schedulePoll(): void {
    if (poll !== undefined || waiters.size === 0) return;
    const waitMs = listener.connected() ? POLL_WITH_HINTS_MS : POLL_WITHOUT_HINTS_MS;
    poll = setTimeout(() => {
      poll = undefined;
      ask(waiters.keys());
      schedulePoll();
    }, waitMs);
  }

  return {
    await(id, timeoutMs) {
      if (!listening) listener.on('outcomes', (payload) => ask(payload.split('\n')));
      listening = true;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          const all = waiters.get(id);
          all?.delete(settle);
          if (all?.size === 0) waiters.delete(id);
          resolve(null);
        }, timeoutMs);
        const settle = (record: CommandRecord | null) => {
          clearTimeout(timer);
          resolve(record);
        };
        waiters.set(id, (waiters.get(id) ?? new Set()).add(settle));
        ask([id]);
        schedulePoll();
      });
    },
    close() {
      clearTimeout(poll);
      for (const id of [...waiters.keys()]) answer(id, null);
    },
  };
}
