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

export async function commandData(pool: Pool, id: string): Promise<unknown> {
  const [row] = await rowsOf<{ data: unknown }>(
    pool,
    `SELECT data FROM work.command_log WHERE id = $1`,
    [id],
  );
  return row?.data ?? null;
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

type Settle = (record: CommandRecord | null) => void;

/** Everybody in the process who waits for an outcome; one read serves all who ask at the same moment. */
export class OutcomeWatch {
  private readonly waiters = new Map<string, Set<Settle>>();
  private readonly asked = new Set<string>();
  private reading = false;
  private subscribed = false;
  private poll: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly listener: Listener,
  ) {}

  await(id: string, timeoutMs: number): Promise<CommandRecord | null> {
    if (!this.subscribed) {
      this.listener.on('outcomes', (payload) => this.ask(payload.split('\n')));
      this.subscribed = true;
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.leave(id, settle);
        resolve(null);
      }, timeoutMs);
      const settle: Settle = (record) => {
        clearTimeout(timer);
        resolve(record);
      };
      this.waiters.set(id, (this.waiters.get(id) ?? new Set()).add(settle));
      this.ask([id]);
      this.schedulePoll();
    });
  }

  close(): void {
    clearTimeout(this.poll);
    for (const id of this.waiters.keys()) this.answer(id, null);
  }

  private leave(id: string, settle: Settle): void {
    const all = this.waiters.get(id);
    all?.delete(settle);
    if (all?.size === 0) this.waiters.delete(id);
  }

  private ask(ids: Iterable<string>): void {
    for (const id of ids) if (this.waiters.has(id)) this.asked.add(id);
    if (this.asked.size > 0 && !this.reading) void this.readAsked();
  }

  private async readAsked(): Promise<void> {
    this.reading = true;
    try {
      while (this.asked.size > 0) {
        const ids = [...this.asked];
        this.asked.clear();
        const rows = await rowsOf<RecordRow>(
          this.pool,
          `SELECT ${RECORD_COLUMNS} FROM work.command_log WHERE id = ANY ($1) AND decided_at IS NOT NULL`,
          [ids],
        );
        for (const row of rows) this.answer(row.id, recordOf(row));
      }
    } catch {
      // The store is away: the poll asks again until the caller's time is up.
    } finally {
      this.reading = false;
    }
  }

  private answer(id: string, record: CommandRecord | null): void {
    for (const settle of this.waiters.get(id) ?? []) settle(record);
    this.waiters.delete(id);
  }

  private schedulePoll(): void {
    if (this.poll !== undefined || this.waiters.size === 0) return;
    const waitMs = this.listener.connected() ? POLL_WITH_HINTS_MS : POLL_WITHOUT_HINTS_MS;
    this.poll = setTimeout(() => {
      this.poll = undefined;
      this.ask(this.waiters.keys());
      this.schedulePoll();
    }, waitMs);
  }
}
