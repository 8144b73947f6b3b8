/** Whether this database was restored and nobody has decided yet if entries are missing: until then it answers questions only. */
import type { Pool } from 'pg';
import type { Instant } from '../domain';
import { rowsOf } from './transaction';

export type UndecidedRestore = {
  /** Wall time of the restore. */
  readonly since: Instant;
  /** The last entry that is there. */
  readonly seq: number;
};

const UNDECIDED = `
  SELECT latest.seq, work.instant((SELECT max(at) FROM ledger.restores WHERE kind = 'restored')) AS since
  FROM (SELECT kind, seq FROM ledger.restores ORDER BY id DESC LIMIT 1) AS latest
  WHERE latest.kind NOT IN ('confirmed', 'loss-accepted')`;

/** Only an empty database is restored: once open, it stays open as long as anybody uses it. */
export function createRestoreWatch(pool: Pool): () => Promise<UndecidedRestore | null> {
  let isOpen = false;
  return async () => {
    if (isOpen) return null;
    const [row] = await rowsOf<{ since: Instant; seq: string }>(pool, UNDECIDED);
    isOpen = row === undefined;
    return row === undefined ? null : { since: row.since, seq: Number(row.seq) };
  };
}
