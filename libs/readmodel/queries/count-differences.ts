/** How many obligations of each directive stand otherwise than before: the dashboard of two points in time, compared. */
import { STANDING } from '../../contracts';
import type { Instant, Standing } from '../../domain';
import { asOf } from '../as-of';
import { standingSql } from '../counts';
import { rowsOf, type Db } from '../db';
import type { Difference } from '../rows';

export type Moment = { readonly seq: number; readonly instant: Instant };

type Counted = { readonly directive: string; readonly standing: Standing; readonly count: number };
type Made = { readonly directive: string; readonly entries: number[]; readonly count: number };

export async function countDifferences(
  db: Db,
  from: Moment,
  to: Moment,
): Promise<readonly Difference[]> {
  const [before, after] = [await countsAt(db, from), await countsAt(db, to)];
  const made = new Map((await changedBetween(db, from, to)).map((it) => [it.directive, it]));
  const symbols = await rowsOf<{ id: string; symbol: string | null }>(
    db,
    `SELECT directive_id AS id, symbol FROM read.directives ORDER BY registered_at, directive_id`,
  );
  return symbols.flatMap(({ id, symbol }) =>
    (Object.keys(STANDING) as Standing[]).flatMap((standing) => {
      const key = `${id} ${standing}`;
      const [was, is] = [before.get(key) ?? 0, after.get(key) ?? 0];
      if (was === is) return [];
      const name = symbol ?? id;
      return {
        ...{ kind: 'counts' as const, id, directive: id, symbol, round: null, unit: null },
        name: { vi: name, en: name },
        ...{ field: standing, label: STANDING[standing], before: was, after: is },
        entries: made.get(id)?.entries ?? [],
        entryCount: made.get(id)?.count ?? 0,
      };
    }),
  );
}

async function countsAt(db: Db, { seq, instant }: Moment): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<Counted>(
    asOf(db, seq),
    `SELECT o.directive_id AS directive, ${standingSql('$1')} AS standing, count(*)::int AS count
     FROM read.obligations AS o GROUP BY 1, 2`,
    [instant],
  );
  return new Map(rows.map((it) => [`${it.directive} ${it.standing}`, it.count]));
}

/** Entries that changed an obligation; the first of them by their numbers. */
function changedBetween(db: Db, from: Moment, to: Moment): Promise<Made[]> {
  return rowsOf<Made>(
    db,
    `SELECT directive_id AS directive, (array_agg(DISTINCT from_seq::int ORDER BY from_seq::int))[1:20] AS entries,
       count(DISTINCT from_seq)::int AS count
     FROM (SELECT directive_id, from_seq FROM read.obligations WHERE from_seq > $1 AND from_seq <= $2
           UNION ALL SELECT directive_id, from_seq FROM read.obligations_past
           WHERE from_seq > $1 AND from_seq <= $2) AS v
     GROUP BY 1`,
    [from.seq, to.seq],
  );
}
