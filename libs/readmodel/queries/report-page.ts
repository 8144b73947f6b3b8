/**
 * One directive on one page as of an instant: where its obligations stood, as far as was recorded by then. Read from
 * the history of the obligations, so that a page of last year says what was known last year.
 */
import type { Instant } from '../../domain';
import { countsOf, standingSql, type StandingCount } from '../counts';
import { rowsOf, type Db } from '../db';
import type { AssumptionRow, Counts, ObligationRow, ReportPage, RoundRow } from '../rows';
import { directive } from './directive-detail';
import { OBLIGATION_FROM } from './obligations';
import { incompleteOf } from './rests-on';
import { withCounts } from './rounds';
import { urgingCounts } from './urging';

const WORST = 5;

/** $1 is the instant, $2 the directive. */
const AS_OF = `SELECT DISTINCT ON (h.obligation_id) h.obligation_id, h.status, h.round_status, h.due_at, h.decides_at
  FROM read.obligation_history AS h
  WHERE h.directive_id = $2 AND h.changed_at <= $1
  ORDER BY h.obligation_id, h.changed_at DESC, h.ordinal DESC`;

export async function reportPage(db: Db, id: string, asOf: Instant): Promise<ReportPage | null> {
  const found = await directive(db, id);
  if (!found) return null;
  return {
    directive: found,
    asOf,
    occurrences: found.occurrences.filter(({ recordedAt }) => recordedAt <= asOf),
    counts: await counts(db, id, asOf),
    rounds: await roundsAsOf(db, id, asOf),
    worst: await worst(db, id, asOf),
    notStated: found.notStated,
    incomplete: await incompleteOf(db, id, asOf),
    urging: await urgingCounts(db, asOf, id),
    assumptions: await assumptionsAsOf(db, id, asOf),
  };
}

async function counts(db: Db, id: string, asOf: Instant): Promise<Counts> {
  return countsOf(
    await rowsOf<StandingCount>(
      db,
      `WITH h AS (${AS_OF}) SELECT ${standingSql('$1', 'h')} AS standing, count(*)::int AS count
       FROM h GROUP BY 1`,
      [asOf, id],
    ),
  );
}

async function roundsAsOf(db: Db, id: string, asOf: Instant): Promise<RoundRow[]> {
  const found = await rowsOf<Omit<RoundRow, 'counts'>>(
    db,
    `SELECT r.round_id AS round, r.directive_id AS directive, d.symbol, r.duty_id AS duty, r.title, r.period,
       CASE WHEN r.closed_at <= $1 THEN r.status WHEN r.closed_at IS NOT NULL THEN 'open' ELSE r.status END AS status,
       r.convened_at AS "convenedAt", r.opened_at AS "openedAt", r.due_at AS "dueAt", r.provisional,
       CASE WHEN r.closed_at <= $1 THEN r.closed_at END AS "closedAt", r.missing
     FROM read.rounds AS r LEFT JOIN read.directives AS d ON d.directive_id = r.directive_id
     WHERE r.directive_id = $2 AND (r.opened_at IS NULL OR r.opened_at <= $1)
       AND (r.convened_at IS NULL OR r.convened_at <= $1)
     ORDER BY r.due_at NULLS LAST, r.round_id`,
    [asOf, id],
  );
  const counted = await rowsOf<StandingCount & { round: string }>(
    db,
    `WITH h AS (${AS_OF})
     SELECT o.round_id AS round, ${standingSql('$1', 'h')} AS standing, count(*)::int AS count
     FROM h JOIN read.obligations AS o USING (obligation_id) GROUP BY 1, 2`,
    [asOf, id],
  );
  return withCounts(found, counted);
}

/** Unfinished and late for longest; an obligation done late comes after those that are still open. */
function worst(db: Db, id: string, asOf: Instant): Promise<ReportPage['worst'][number][]> {
  const late = `coalesce(CASE WHEN h.status IN ('accepted', 'submitted') THEN h.decides_at END, $1)`;
  return rowsOf<ObligationRow & { lateDays: number }>(
    db,
    `WITH h AS (${AS_OF})
     SELECT o.obligation_id AS obligation, o.round_id AS round, o.directive_id AS directive, d.symbol,
       o.duty_id AS duty, r.title, r.period, o.shard, o.unit, u.name AS "unitName", o.owner, w.name AS "ownerName",
       o.blocked, o.superior, h.status,
       h.round_status AS "roundStatus", o.schedule_id AS schedule, h.due_at AS "dueAt", o.submissions,
       o.submitted_at AS "submittedAt",
       CASE WHEN h.status = 'accepted' THEN h.decides_at END AS "acceptedSubmittedAt",
       CASE WHEN h.status = 'accepted' THEN o.accepted_at END AS "acceptedAt", o.extensions,
       ${standingSql('$1', 'h')} AS standing,
       round(extract(epoch FROM ${late}::timestamptz - h.due_at::timestamptz) / 86400, 1)::float AS "lateDays"
     FROM h JOIN ${OBLIGATION_FROM} ON o.obligation_id = h.obligation_id
     WHERE ${standingSql('$1', 'h')} IN ('openLate', 'doneLate')
     ORDER BY ${standingSql('$1', 'h')} DESC, "lateDays" DESC, o.obligation_id LIMIT ${WORST}`,
    [asOf, id],
  );
}

function assumptionsAsOf(db: Db, id: string, asOf: Instant): Promise<AssumptionRow[]> {
  return rowsOf<AssumptionRow>(
    db,
    `SELECT a.directive_id AS directive, d.symbol, a.duty_id AS duty, a.code, a.policy, a.source, a.text, a.periods,
       a.first_at AS "firstAt"
     FROM read.assumptions AS a LEFT JOIN read.directives AS d ON d.directive_id = a.directive_id
     WHERE a.directive_id = $2 AND a.first_at <= $1 AND (a.ended_at IS NULL OR a.ended_at > $1)
     ORDER BY a.first_seq, a.assumption_id`,
    [asOf, id],
  );
}
