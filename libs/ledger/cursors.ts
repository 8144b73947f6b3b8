/**
 * How far each consumer has read. A cursor moves in the transaction of the rows it stands for, and goes back only when
 * those are lost; that it moved is a hint for whoever waits for the consumer.
 */
import type { Pool } from 'pg';
import type { Transaction } from './ledger';
import { rowsOf } from './transaction';

export async function cursor(pool: Pool, consumer: string): Promise<number> {
  const [row] = await rowsOf<{ seq: string }>(
    pool,
    `SELECT seq FROM work.cursors WHERE consumer = $1`,
    [consumer],
  );
  return Number(row?.seq ?? 0);
}

const MOVE = `
  WITH moved AS (
    INSERT INTO work.cursors (consumer, seq) VALUES ($1, $2)
    ON CONFLICT (consumer) DO UPDATE
    SET seq = greatest(work.cursors.seq, excluded.seq), moved_at = clock_timestamp()
    RETURNING consumer)
  SELECT pg_notify('dondoc_cursors', consumer) FROM moved`;

export async function moveCursor(
  tx: Transaction,
  { consumer, seq }: { consumer: string; seq: number },
): Promise<void> {
  await tx.query(MOVE, [consumer, seq]);
}

export async function restartCursor(pool: Pool, consumer: string): Promise<void> {
  await rowsOf(
    pool,
    `UPDATE work.cursors SET seq = 0, moved_at = clock_timestamp() WHERE consumer = $1`,
    [consumer],
  );
}
