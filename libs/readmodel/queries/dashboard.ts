/** All directives with how their obligations stand, by one statement: so that it can be asked of any moment at once. */
import type { Instant, Standing } from '../../domain';
import { countsOf, standingSql } from '../counts';
import { rowsOf, type Db } from '../db';
import type { DirectiveRow, DashboardRow } from '../rows';
import { COLUMNS, FROM } from './directives';

type Found = DirectiveRow & {
  readonly rounds: number;
  readonly standings: { readonly [S in Standing]?: number } | null;
};

export async function dashboard(
  db: Db,
  now: Instant,
): Promise<{ readonly items: readonly DashboardRow[] }> {
  const found = await rowsOf<Found>(
    db,
    `SELECT ${COLUMNS}, coalesce(r.rounds, 0) AS rounds, c.standings
     FROM ${FROM}
     LEFT JOIN (SELECT directive_id, count(*)::int AS rounds FROM read.rounds
       WHERE opened_at IS NOT NULL GROUP BY 1) AS r ON r.directive_id = d.directive_id
     LEFT JOIN (SELECT directive_id, jsonb_object_agg(standing, count) AS standings FROM (
         SELECT o.directive_id, ${standingSql('$1')} AS standing, count(*)::int AS count
         FROM read.obligations AS o GROUP BY 1, 2) AS s GROUP BY 1) AS c ON c.directive_id = d.directive_id
     ORDER BY d.registered_at, d.directive_id`,
    [now],
  );
  const items = found.map(({ standings, ...row }) => {
    const counts = countsOf(
      Object.entries(standings ?? {}).map(([standing, count]) => ({
        standing: standing as Standing,
        count,
      })),
    );
    return { ...row, obligations: counts.total, counts };
  });
  return { items };
}
