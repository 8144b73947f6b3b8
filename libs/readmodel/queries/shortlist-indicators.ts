/**
 * What each unit's own accepted figures make of the directive's indicators: of each round the indicator's value over this
 * unit alone, against its target and in whole numbers. No value, no target: it counts neither for nor against the unit.
 */
import { indicatorValue, type Instant } from '../../domain';
import { rowsOf, type Db } from '../db';
import { countedIn, definedAsOf } from './indicators';
import type { OwnIndicator } from './shortlist-criteria';

/**
 * By the obligation.
 *
 * @param obligations of the span and due by now
 */
export async function ownIndicators(
  db: Db,
  directive: string,
  { obligations, now }: { readonly obligations: readonly string[]; readonly now: Instant },
): Promise<ReadonlyMap<string, readonly OwnIndicator[]>> {
  const byObligation = new Map<string, OwnIndicator[]>();
  const defined = await definedAsOf(db, { directive }, now);
  if (defined.length === 0) return byObligation;
  const rounds = await rowsOf<{ round: string; duty: string }>(
    db,
    `SELECT DISTINCT r.round_id AS round, r.duty_id AS duty
     FROM read.obligations AS o JOIN read.rounds AS r USING (round_id)
     WHERE o.obligation_id = ANY($1) AND r.duty_id = ANY($2) ORDER BY r.round_id`,
    [obligations, defined.map(({ indicator }) => indicator.duty)],
  );
  const counted = await countedIn(
    db,
    rounds.map(({ round }) => round),
    now,
  );
  const asked = new Set(obligations);
  for (const { indicator } of defined) {
    const its = rounds.filter(({ duty }) => duty === indicator.duty);
    for (const one of its.flatMap(({ round }) => counted.get(round) ?? [])) {
      const { obligation, report } = one;
      if (!asked.has(obligation)) continue;
      const { reached } = indicatorValue(indicator, [one]);
      if (reached === null) continue;
      const submission = report === null ? '' : `#${report.submission}`;
      const evidence = `${indicator.id}=${obligation}${submission}`;
      const known = byObligation.get(obligation) ?? [];
      byObligation.set(obligation, [...known, { reached, evidence }]);
    }
  }
  return byObligation;
}
