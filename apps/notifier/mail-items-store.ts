/** Writing mail items, and finding those for whose instant nothing more can come. */
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../libs/ledger';
import { streamOf, type AnyNotice, type Language, type MailItem } from '../../libs/notify';

/** `round` is the stream that the notice speaks of: a round's, a commendation's, a year's or a directive's. */
const INSERT = `
  INSERT INTO work.mail_items (entry, unit, recipient, language, instant, round, about, notice)
  SELECT entry, unit, recipient, language, instant::timestamptz, round, about, notice::json
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    AS i (entry, unit, recipient, language, instant, round, about, notice)
  ON CONFLICT DO NOTHING`;

/** @param also done in the same transaction: the cursor */
export async function insertItems(
  pool: Pool,
  items: readonly MailItem[],
  also: (tx: PoolClient) => Promise<void>,
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const rows = items.map(({ recipient, language, notice }) => [
      notice.entry,
      notice.unit,
      recipient ?? `none:${notice.unit}`,
      language,
      notice.instant,
      streamOf(notice),
      notice.about,
      JSON.stringify(notice),
    ]);
    const columns = [0, 1, 2, 3, 4, 5, 6, 7].map((column) => rows.map((row) => row[column]));
    await tx.query(INSERT, columns);
    await also(tx);
  });
}

export type WaitingItem = {
  readonly recipient: string;
  readonly language: Language;
  readonly instant: string;
  readonly notice: AnyNotice;
};

/** More instants wait for the next look. */
const INSTANTS = 50;

/**
 * An instant is complete when every consumer that could ask more has reached the last entry and neither an undecided
 * command nor a wake-up is effective at or before it. Recording deliveries brings no mail and does not count.
 * On a wall clock an item is not kept waiting longer than `$2` milliseconds, nor until a clock that was set back has come
 * to the moment at which it was written down.
 */
const COMPLETE = `
  WITH head AS (SELECT coalesce(max(seq), 0) AS seq FROM ledger.entries),
  reached AS (
    SELECT NOT EXISTS (
      SELECT FROM unnest($1::text[]) AS b (consumer) CROSS JOIN head
      LEFT JOIN work.cursors AS c ON c.consumer = b.consumer
      WHERE coalesce(c.seq, 0) < head.seq) AS head),
  pending AS (
    SELECT least(
      (SELECT min(effective_at) FROM work.command_log
       WHERE decided_at IS NULL AND stream NOT LIKE '%/delivery'),
      (SELECT min(next_at) FROM work.wakeups)) AS instant),
  complete AS (
    SELECT DISTINCT i.instant FROM work.mail_items AS i, pending, reached
    WHERE i.message_id IS NULL
      AND ((reached.head AND (pending.instant IS NULL OR i.instant < pending.instant))
           OR ($2::int IS NOT NULL
               AND i.planned_at NOT BETWEEN clock_timestamp() - $2::int * interval '1 millisecond'
                                        AND clock_timestamp()))
    ORDER BY i.instant LIMIT ${INSTANTS})
  SELECT recipient, language, work.instant(instant) AS instant, notice FROM work.mail_items
  WHERE message_id IS NULL AND instant IN (SELECT instant FROM complete)
  ORDER BY instant, recipient, entry, unit`;

/** @param patienceMs null on a told clock: there an instant is waited for until it is complete */
export async function completeItems(
  pool: Pool,
  before: readonly string[],
  patienceMs: number | null,
): Promise<WaitingItem[]> {
  const { rows } = await pool.query<WaitingItem>(COMPLETE, [before, patienceMs]);
  return rows;
}

export async function hasWaitingItems(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ waiting: boolean }>(
    'SELECT EXISTS (SELECT FROM work.mail_items WHERE message_id IS NULL) AS waiting',
  );
  return rows[0]!.waiting;
}
