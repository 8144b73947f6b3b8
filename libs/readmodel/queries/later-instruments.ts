/** Later instruments as they were noted for a directive: those that count, and before each what was noted earlier. */
import {
  laterKey,
  latestNotes,
  type Actor,
  type Instant,
  type LaterInstrument,
  type Text,
} from '../../domain';
import { rowsOf, type Db } from '../db';
import type { LaterInstrumentRow } from '../rows';

type Noted = {
  readonly data: LaterInstrument;
  readonly issuerName: Text | null;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
};

/** In the order in which the notes that count were made. */
export async function laterInstruments(db: Db, directive: string): Promise<LaterInstrumentRow[]> {
  const noted = await rowsOf<Noted>(
    db,
    `SELECT t.data, u.name AS "issuerName", t.at, t.recorded_at AS "recordedAt", t.actor
     FROM read.timeline AS t
     LEFT JOIN read.units AS u ON u.unit_id = t.data -> 'instrument' ->> 'issuer'
     WHERE t.directive_id = $1 AND t.kind = 'event' AND t.type = 'LaterInstrumentNoted'
     ORDER BY t.seq`,
    [directive],
  );
  const all = noted.map(({ data, ...row }) => ({ ...data, ...row }));
  return latestNotes(all).map((one) => ({
    ...one,
    before: all
      .filter((other) => other !== one && laterKey(other) === laterKey(one))
      .map(({ relation, effectiveOn, reason, at, recordedAt, actor }) => ({
        ...{ relation, effectiveOn, reason },
        ...{ at, recordedAt, actor },
      })),
  }));
}
