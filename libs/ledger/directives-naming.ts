/**
 * Which directives name a unit: found by what their own events hold, so that a change set asks these and no others.
 * Directives are walked through by the index, past all their rounds.
 */
import type { Pool } from 'pg';
import type { DirectivesAsked, DirectivesFound } from './ledger';
import { rowsOf } from './transaction';

const PAGE = 200;

/** Streams sort as `directive/x`, `directive/x/round/…`: after a directive the next step jumps over what is under it. */
const NAMING = `
  WITH RECURSIVE walked AS (
    SELECT (SELECT min(stream) FROM ledger.entries
            WHERE stream > 'directive/' || coalesce($2, '') AND stream < 'directive0') AS stream
    UNION ALL
    SELECT (SELECT min(e.stream) FROM ledger.entries AS e
            WHERE e.stream < 'directive0' AND e.stream >= CASE
              WHEN w.stream LIKE 'directive/%/%' THEN 'directive/' || split_part(w.stream, '/', 2) || '0'
              ELSE w.stream || '!' END)
    FROM walked AS w WHERE w.stream IS NOT NULL)
  SELECT split_part(stream, '/', 2) AS id FROM walked AS w
  WHERE stream NOT LIKE 'directive/%/%' AND (
    EXISTS (SELECT FROM ledger.entries AS e WHERE e.stream = w.stream AND e.type NOT LIKE '%.command.%' AND EXISTS (
      SELECT FROM regexp_matches(e.bytes, '"([A-Za-z0-9-]+)"', 'g') AS m WHERE m[1] = ANY($1)))
    OR EXISTS (SELECT FROM work.command_log AS c WHERE c.stream = w.stream AND c.decided_at IS NULL AND EXISTS (
      SELECT FROM regexp_matches(coalesce(c.plan::text, '') || c.data::text, '"([A-Za-z0-9-]+)"', 'g') AS m
      WHERE m[1] = ANY($1))))
  ORDER BY 1 LIMIT $3`;

export async function directivesNaming(
  pool: Pool,
  { units, after, limit = PAGE }: DirectivesAsked,
): Promise<DirectivesFound> {
  const rows = await rowsOf<{ id: string }>(pool, NAMING, [units, after, limit + 1]);
  const directives = rows.slice(0, limit).map(({ id }) => id);
  return { directives, more: rows.length > limit };
}
