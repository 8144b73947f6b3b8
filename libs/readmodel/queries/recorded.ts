/** From an instant to the last entry that was recorded until then; only what is projected already is known. */
import type { Instant } from '../../domain';
import { rowOf, type Db } from '../db';
import type { AsOfPlace } from '../rows';

export type Recorded = Omit<AsOfPlace, 'instant'>;

const COLUMNS = `seq::int AS seq, entry_id AS entry, recorded_at AS "recordedAt", at`;

export function lastRecorded(db: Db, until: Instant): Promise<Recorded | null> {
  return rowOf<Recorded>(
    db,
    `SELECT ${COLUMNS} FROM read.timeline WHERE recorded_at <= $1
     ORDER BY recorded_at DESC, seq DESC LIMIT 1`,
    [until],
  );
}

export function firstRecorded(db: Db): Promise<Recorded | null> {
  return rowOf<Recorded>(db, `SELECT ${COLUMNS} FROM read.timeline ORDER BY seq LIMIT 1`);
}
