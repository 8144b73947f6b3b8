/** Why a unit owes by that time: the derivation of every due time it had, and what each rung came to. */
import type { Instant, RoundHeading } from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import type { AssumptionRow, Why } from '../rows';
import { obligation } from './obligations';
import { schedulesOf } from './rounds';

export async function why(db: Db, round: string, unit: string, now: Instant): Promise<Why | null> {
  const found = await rowOf<{ id: string; shard: number; heading: RoundHeading }>(
    db,
    `SELECT o.obligation_id AS id, o.shard, r.heading FROM read.obligations AS o
     JOIN read.rounds AS r ON r.round_id = o.round_id
     WHERE o.round_id = $1 AND (o.unit = $2 OR o.owner = $2) ORDER BY o.unit <> $2, o.shard, o.unit LIMIT 1`,
    [round, unit],
  );
  const detail = found && (await obligation(db, found.id, now));
  if (!found || !detail) return null;
  const had = new Set([...detail.outcomes.map(({ schedule }) => schedule), detail.schedule, 's0']);
  const all = await schedulesOf(db, round);
  const schedules = all.filter((it) => it.shard === found.shard && had.has(it.schedule));
  const present = schedules.filter((it) => it.schedule === detail.schedule);
  return {
    obligation: detail,
    heading: found.heading,
    schedules: [...schedules.filter((it) => it.schedule !== detail.schedule), ...present],
    assumptions: await assumptionsOfRound(db, round),
  };
}

function assumptionsOfRound(db: Db, round: string): Promise<AssumptionRow[]> {
  return rowsOf<AssumptionRow>(
    db,
    `SELECT a.directive_id AS directive, d.symbol, a.duty_id AS duty, a.code, a.policy, a.source, a.text, a.periods,
       a.first_at AS "firstAt"
     FROM read.rounds AS r
     JOIN read.assumptions AS a ON a.directive_id = r.directive_id AND a.duty_id = r.duty_id
     LEFT JOIN read.directives AS d ON d.directive_id = r.directive_id
     WHERE r.round_id = $1 AND a.periods ? r.period_id ORDER BY a.first_seq, a.assumption_id`,
    [round],
  );
}
