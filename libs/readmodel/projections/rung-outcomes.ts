/** What every rung came to for every obligation: the domain reads it from the event, here it becomes one row each. */
import { obligationId, roundId, rungOutcomesOf, type RoundEvent } from '../../domain';
import { projection } from '../projection';
import { shardOf, type Projected } from '../projected';
import type { Rows } from '../row-writer';

export const rungOutcomes = projection('rung-outcomes', ['rung_outcomes'], {
  RungReached: (rows, e) => outcomes(rows, e, e.data.letter),
  RungsHeld: outcomes,
  ExtensionGranted: outcomes,
  RoundResumed: outcomes,
  RoundClosed: outcomes,
  RoundCancelled: outcomes,
});

function outcomes(rows: Rows, e: Projected<RoundEvent>, letter: string | null = null): void {
  const ref = shardOf(e);
  const round = roundId(ref.directive, ref.duty, ref.period);
  const facts = rungOutcomesOf(e);
  if (facts.length === 0) return;
  rows.insert(
    'rung_outcomes',
    facts.map(({ unit, schedule, rung, outcome }) => ({
      obligation_id: obligationId(ref, unit),
      schedule_id: schedule,
      rung,
      directive_id: ref.directive,
      round_id: round,
      shard: ref.shard,
      unit,
      outcome: outcome.outcome,
      reason: outcome.outcome === 'skipped' ? outcome.reason : null,
      issued_at: outcome.outcome === 'issued' ? outcome.at : null,
      letter: outcome.outcome === 'issued' ? letter : null,
      recorded_at: e.recordedAt,
    })),
  );
}
