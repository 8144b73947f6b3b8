/** How a directive came to its end, and whose obligations stay owed: by the titles and names that people know. */
import { rowOf, rowsOf, type Db } from '../db';
import type { EndRow, OwedRow } from '../rows';

export function endOf(db: Db, id: string): Promise<EndRow | null> {
  return rowOf<EndRow>(
    db,
    `SELECT t.type, t.at, t.actor, t.data FROM read.timeline AS t
     WHERE t.directive_id = $1 AND t.kind = 'event'
       AND t.type IN ('DirectiveConcluded', 'DirectiveRevoked', 'DirectiveRecalled', 'DirectiveSuperseded')
     ORDER BY t.seq DESC LIMIT 1`,
    [id],
  );
}

/** As each round named them when it was closed: the same that the directive counted; and what became of each since. */
export function owedOf(db: Db, id: string): Promise<OwedRow[]> {
  return rowsOf<OwedRow>(
    db,
    `SELECT r.round_id AS round, r.duty_id AS duty, r.title, r.period,
       jsonb_agg(jsonb_build_object('unit', w.unit, 'name', u.name, 'status', o.status,
         'doneAt', CASE WHEN o.status = 'accepted' THEN o.accepted_at END) ORDER BY w.unit) AS units
     FROM read.timeline AS t JOIN read.rounds AS r ON r.round_id = t.round_id
     CROSS JOIN LATERAL jsonb_array_elements_text(t.data -> 'unfinished') AS w (unit)
     LEFT JOIN read.units AS u ON u.unit_id = w.unit
     LEFT JOIN read.obligations AS o ON o.round_id = r.round_id AND o.unit = w.unit
     WHERE t.directive_id = $1 AND t.kind = 'event' AND t.type = 'RoundClosed'
     GROUP BY r.round_id, r.duty_id, r.title, r.period, r.due_at ORDER BY r.due_at NULLS LAST, r.round_id`,
    [id],
  );
}
