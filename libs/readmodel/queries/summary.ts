/** All directives at a glance: what the end of a drill prints and `dondoc status` shows. */
import type { Instant } from '../../domain';
import { countsOf, standingSql, type StandingCount } from '../counts';
import { rowOf, rowsOf, type Db } from '../db';
import type { DirectiveRow, ReviewCounts, Summary } from '../rows';
import { commendations } from './commendations';
import { directives } from './directives';
import { urgingCounts } from './urging';

/** As many commendations as a summary names. */
const LISTED = 20;

type Of = { readonly directive: string };

export async function summary(db: Db, now: Instant): Promise<Summary> {
  const standings = await rowsOf<StandingCount & Of>(
    db,
    `SELECT o.directive_id AS directive, ${standingSql('$1')} AS standing, count(*)::int AS count
     FROM read.obligations AS o GROUP BY 1, 2`,
    [now],
  );
  const rounds = await numbers(
    db,
    `SELECT directive_id AS directive, count(*)::int AS count
    FROM read.rounds WHERE opened_at IS NOT NULL GROUP BY 1`,
  );
  const assumptions = await numbers(
    db,
    `SELECT directive_id AS directive, count(*)::int AS count
    FROM read.assumptions WHERE ended_at IS NULL GROUP BY 1`,
  );
  const all = await allDirectives(db);
  const total = (of: ReadonlyMap<string, number>) =>
    [...of.values()].reduce((sum, it) => sum + it, 0);
  return {
    now,
    directives: await Promise.all(
      all.map(async (row) => {
        const counts = countsOf(standings.filter(({ directive }) => directive === row.directive));
        return {
          ...row,
          rounds: rounds.get(row.directive) ?? 0,
          obligations: counts.total,
          counts,
          urging: await urgingCounts(db, now, row.directive),
          assumptions: assumptions.get(row.directive) ?? 0,
          reviews: await reviewCounts(db, row.directive),
        };
      }),
    ),
    rounds: total(rounds),
    obligations: standings.reduce((sum, { count }) => sum + count, 0),
    counts: countsOf(standings),
    urging: await urgingCounts(db, now),
    commendations: (await commendations(db, { limit: LISTED })).items,
    mails: await mails(db),
    assumptions: total(assumptions),
    entries: await entries(db),
  };
}

async function reviewCounts(db: Db, directive: string): Promise<ReviewCounts> {
  const found = await rowOf<ReviewCounts>(
    db,
    `SELECT (SELECT count(*)::int FROM read.reviews WHERE directive_id = $1) AS called,
       (SELECT count(*)::int FROM read.reviews WHERE directive_id = $1 AND pack IS NOT NULL) AS packs,
       (SELECT count(DISTINCT j.task)::int FROM read.judgements AS j JOIN read.reviews AS r USING (directive_id, review)
        WHERE directive_id = $1 AND r.status <> 'cancelled') AS judged,
       (SELECT jsonb_array_length(draft -> 'tasks') FROM read.directives WHERE directive_id = $1) AS tasks,
       (SELECT count(*)::int FROM read.conclusions WHERE directive_id = $1 AND status = 'waiting') AS waiting`,
    [directive],
  );
  return found!;
}

async function numbers(db: Db, text: string): Promise<ReadonlyMap<string, number>> {
  const found = await rowsOf<Of & { count: number }>(db, text);
  return new Map(found.map(({ directive, count }) => [directive, count]));
}

async function allDirectives(db: Db): Promise<DirectiveRow[]> {
  const all: DirectiveRow[] = [];
  for (let cursor: string | null = null; ;) {
    const page = await directives(db, { cursor, limit: 500 });
    all.push(...page.items);
    cursor = page.next;
    if (cursor === null) return all;
  }
}

/** One message may speak of several rounds and is recorded in each. */
async function mails(db: Db): Promise<Summary['mails']> {
  const found = await rowOf<Summary['mails']>(
    db,
    `SELECT (count(DISTINCT message_id) FILTER (WHERE outcome = 'sent'))::int AS sent,
       (count(DISTINCT message_id) FILTER (WHERE outcome = 'failed'))::int AS failed,
       (count(DISTINCT message_id) FILTER (WHERE outcome = 'suppressed'))::int AS suppressed
     FROM read.deliveries`,
  );
  return found!;
}

async function entries(db: Db): Promise<number> {
  const found = await rowOf<{ seq: number }>(
    db,
    `SELECT coalesce(max(seq), 0)::int AS seq FROM read.timeline`,
  );
  return found!.seq;
}
