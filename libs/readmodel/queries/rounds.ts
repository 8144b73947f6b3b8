/** Rounds with their counts by standing at an instant; one round with its due times, rungs and letters. */
import type { Instant } from '../../domain';
import { countsOf, standingSql, type StandingCount } from '../counts';
import { rowOf, rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type { LetterRow, RoundDetail, RoundRow, RungRow, ScheduleRow } from '../rows';

const COLUMNS = `r.round_id AS round, r.directive_id AS directive, d.symbol, r.duty_id AS duty, r.title, r.period,
  r.status, r.convened_at AS "convenedAt", r.opened_at AS "openedAt", r.due_at AS "dueAt", r.provisional,
  r.closed_at AS "closedAt", r.missing`;
const FROM = `read.rounds AS r LEFT JOIN read.directives AS d ON d.directive_id = r.directive_id`;

export type RoundFilter = {
  readonly directive?: string;
  readonly duty?: string;
  readonly status?: string;
};

type Uncounted = Omit<RoundRow, 'counts'>;

export async function rounds(
  db: Db,
  { directive, duty, status, ...paging }: RoundFilter & Paging,
  now: Instant,
): Promise<Page<RoundRow>> {
  const found = await page<Uncounted>(
    db,
    {
      columns: COLUMNS,
      from: FROM,
      where: [
        ['r.directive_id = ?', directive],
        ['r.duty_id = ?', duty],
        ['r.status = ?', status],
      ],
      order: [`coalesce(r.due_at, '9999-12-31T00:00:00.000Z')`, 'r.round_id'],
    },
    paging,
  );
  return { items: await counted(db, found.items, now), next: found.next };
}

async function counted(
  db: Db,
  found: readonly Uncounted[],
  now: Instant,
): Promise<readonly RoundRow[]> {
  const counts = await rowsOf<StandingCount & { round: string }>(
    db,
    `SELECT o.round_id AS round, ${standingSql('$1')} AS standing, count(*)::int AS count
     FROM read.obligations AS o WHERE o.round_id = ANY($2) GROUP BY 1, 2`,
    [now, found.map(({ round }) => round)],
  );
  return withCounts(found, counts);
}

/** Each round with how many of its obligations stand where. */
export function withCounts(
  found: readonly Uncounted[],
  counts: readonly (StandingCount & { readonly round: string })[],
): RoundRow[] {
  const byRound = new Map<string, StandingCount[]>();
  for (const count of counts) {
    byRound.set(count.round, [...(byRound.get(count.round) ?? []), count]);
  }
  return found.map((row) => ({ ...row, counts: countsOf(byRound.get(row.round) ?? []) }));
}

export async function round(db: Db, id: string, now: Instant): Promise<RoundDetail | null> {
  const found = await rowOf<Uncounted & Pick<RoundDetail, 'heading'>>(
    db,
    `SELECT ${COLUMNS}, r.heading FROM ${FROM} WHERE r.round_id = $1`,
    [id],
  );
  if (!found) return null;
  const [row] = await counted(db, [found], now);
  const shards = await rowsOf<RoundDetail['shards'][number]>(
    db,
    `SELECT shard, status, late, opened_at AS "openedAt", closed_at AS "closedAt", units
     FROM read.shards WHERE round_id = $1 ORDER BY shard`,
    [id],
  );
  return {
    ...row!,
    heading: found.heading,
    shards,
    schedules: await schedulesOf(db, id),
    letters: await lettersOf(db, id),
  };
}

/** Due times of a round in the order in which they were set, with their rungs in order of time. */
export async function schedulesOf(db: Db, id: string): Promise<ScheduleRow[]> {
  const schedules = await rowsOf<Omit<ScheduleRow, 'rungs'>>(
    db,
    `SELECT shard, schedule_id AS schedule, due_at AS "dueAt", provisional, derivation,
       calendar_version AS "calendarVersion", policies, from_seq::int AS entry
     FROM read.schedules WHERE round_id = $1 ORDER BY shard, length(schedule_id), schedule_id`,
    [id],
  );
  const rungs = await rowsOf<RungRow & { shard: number }>(
    db,
    `SELECT shard, schedule_id AS schedule, rung, at, kind, audience, state, issued_at AS "issuedAt", issued, skipped
     FROM read.rungs WHERE round_id = $1 ORDER BY at, rung`,
    [id],
  );
  return schedules.map((schedule) => ({
    ...schedule,
    rungs: rungs
      .filter((it) => it.shard === schedule.shard && it.schedule === schedule.schedule)
      .map(({ shard: _shard, ...rung }) => rung),
  }));
}

function lettersOf(db: Db, id: string): Promise<LetterRow[]> {
  return rowsOf<LetterRow>(
    db,
    `SELECT letter_id AS letter, shard, rung, drafted_at AS "draftedAt", units, issued
     FROM read.letters WHERE round_id = $1 ORDER BY drafted_at, shard, letter_id`,
    [id],
  );
}
