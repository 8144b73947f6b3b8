/**
 * The fence around everything a sender writes. Invariant: no statement of a notifier that another one has followed
 * changes a message, however long it hung before it got to it: the lease is asked and locked in the same statement.
 */
import type { Pool } from 'pg';
import { failure, isFailure } from '../../libs/service';

export const SENDER_LEASE = 'notifier-sender';
const LOST = 'notifier.lease-lost';

/**
 * `$1` is the holder. Whoever's name still stands there has not been followed by anybody, even when its time is up:
 * what it did meanwhile counts. A statement selects from `lease` at its end, so that no row says that it came too late.
 */
export const WITH_LEASE = `
  WITH lease AS (
    SELECT FROM work.leases WHERE name = '${SENDER_LEASE}' AND holder = $1::text FOR SHARE)`;

/** @throws Failure `notifier.lease-lost`, and then nothing was changed */
export async function underLease<Row extends object>(
  pool: Pool,
  holder: string,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): Promise<Row[]> {
  const { rows } = await pool.query<Row>(text, [holder, ...values]);
  if (rows.length > 0) return rows;
  throw failure(
    LOST,
    'another notifier has taken over meanwhile',
    'nothing: that one sends; when it comes again and again, look at what this one waits for',
  );
}

export function isLeaseLost(thrown: unknown): boolean {
  return isFailure(thrown) && thrown.code === LOST;
}
