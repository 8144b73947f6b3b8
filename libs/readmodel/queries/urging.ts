/** How often agencies were reminded, urged, escalated and asked to explain: one per obligation that a rung reached. */
import type { Instant } from '../../domain';
import { rowsOf, rowOf, type Db } from '../db';
import type { UrgingCounts } from '../rows';

type Found = { readonly kind: string | null; readonly outcome: string; readonly count: number };

/** @param directive all directives when absent */
export async function urgingCounts(
  db: Db,
  asOf: Instant,
  directive: string | null = null,
): Promise<UrgingCounts> {
  const found = await rowsOf<Found>(
    db,
    `SELECT g.kind, x.outcome, count(*)::int AS count
     FROM read.rung_outcomes AS x LEFT JOIN read.rungs AS g
       ON g.round_id = x.round_id AND g.shard = x.shard AND g.schedule_id = x.schedule_id AND g.rung = x.rung
     WHERE x.recorded_at <= $1 AND ($2::text IS NULL OR x.directive_id = $2) GROUP BY 1, 2`,
    [asOf, directive],
  );
  const letters = await rowOf<{ drafts: number; issued: number }>(
    db,
    `SELECT count(*)::int AS drafts, (count(*) FILTER (WHERE l.issued IS NOT NULL))::int AS issued
     FROM read.letters AS l JOIN read.rounds AS r USING (round_id)
     WHERE l.drafted_at <= $1 AND ($2::text IS NULL OR r.directive_id = $2)`,
    [asOf, directive],
  );
  const issued = (kind: string) =>
    found
      .filter((it) => it.outcome === 'issued' && it.kind === kind)
      .reduce((sum, { count }) => sum + count, 0);
  return {
    reminders: issued('reminder'),
    letters: issued('letter'),
    escalations: issued('escalation'),
    explanations: issued('explanation'),
    skipped: found
      .filter((it) => it.outcome === 'skipped')
      .reduce((sum, { count }) => sum + count, 0),
    letterDrafts: letters?.drafts ?? 0,
    lettersIssued: letters?.issued ?? 0,
  };
}
