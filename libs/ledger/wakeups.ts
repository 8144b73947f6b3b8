/**
 * When time itself acts next on a stream, and who should be woken. A row's `queue` names the code that keeps its time;
 * `leaving` holds wakes while one run gives way to the next.
 */
import type { Pool } from 'pg';
import type { Instant } from '../domain';
import { checkedInstant } from './checked-instant';
import type { Overdue, PendingCounts, WakeupRow } from './ledger';
import { rowsOf } from './transaction';

/** A run that announced that it leaves and whose successor never loads holds its wakes for so long at most. */
const LEAVING_LASTS = '10 seconds';

const ARRIVED = `
  WITH arrived AS (
    UPDATE work.wakeups SET leaving_at = NULL WHERE stream = $1 AND leaving_at IS NOT NULL RETURNING stream)
  SELECT pg_notify('dondoc_runs', 'idle ' || stream) FROM arrived`;

/** The successor of a leaving run has loaded: wakes may reach it. */
export async function arrived(pool: Pool, stream: string): Promise<void> {
  const [row] = await rowsOf<{ leaving: boolean }>(
    pool,
    `SELECT leaving_at IS NOT NULL AS leaving FROM work.wakeups WHERE stream = $1`,
    [stream],
  );
  if (row?.leaving) await rowsOf(pool, ARRIVED, [stream]);
}

const OVERDUE = `
  WITH undecided AS (
    SELECT stream, count(*)::int AS undecided, (array_agg(id ORDER BY received_at, id))[1] AS oldest
    FROM work.command_log WHERE decided_at IS NULL GROUP BY stream),
  due AS (SELECT stream FROM work.wakeups WHERE next_at <= $1::timestamptz)
  SELECT s.stream, w.queue, work.instant(w.next_at) AS "nextAt", coalesce(u.undecided, 0) AS undecided,
         u.oldest, coalesce(w.leaving_at BETWEEN clock_timestamp() - interval '${LEAVING_LASTS}' AND clock_timestamp(),
                            false) AS leaving
  FROM (SELECT stream FROM undecided UNION SELECT stream FROM due) AS s
  LEFT JOIN undecided AS u ON u.stream = s.stream
  LEFT JOIN work.wakeups AS w ON w.stream = s.stream
  WHERE $2::text IS NULL OR w.queue IS NULL OR w.queue = $2
  ORDER BY w.next_at NULLS LAST, s.stream`;

export async function overdue(pool: Pool, now: Instant, queue?: string): Promise<Overdue[]> {
  return rowsOf<Overdue>(pool, OVERDUE, [checkedInstant(now, 'now'), queue ?? null]);
}

export async function wakeups(pool: Pool): Promise<WakeupRow[]> {
  return rowsOf<WakeupRow>(
    pool,
    `SELECT stream, work.instant(next_at) AS "nextAt", queue FROM work.wakeups
     WHERE next_at IS NOT NULL ORDER BY next_at, stream`,
  );
}

export async function wakeupsOn(pool: Pool, queue: string): Promise<WakeupRow[]> {
  return rowsOf<WakeupRow>(
    pool,
    `SELECT stream, work.instant(next_at) AS "nextAt", queue FROM work.wakeups
     WHERE queue = $1 AND next_at IS NOT NULL ORDER BY next_at, stream`,
    [queue],
  );
}

const PENDING = `
  SELECT (SELECT count(id)::int FROM work.command_log WHERE decided_at IS NULL) AS undecided,
         (SELECT count(*)::int FROM work.wakeups
          WHERE next_at <= (SELECT work.deployment_now())) AS "dueWakeups",
         coalesce((SELECT json_object_agg(c.consumer, greatest(last.seq - c.seq, 0)) FROM work.cursors AS c),
                  '{}'::json) AS lag
  FROM (SELECT coalesce(max(seq), 0) AS seq FROM ledger.entries) AS last`;

export async function pendingCounts(pool: Pool): Promise<PendingCounts> {
  const [row] = await rowsOf<PendingCounts>(pool, PENDING);
  return row!;
}
