/** The directive's indicators in a pack: each value by the cut-off, with whose reports are in it and who is in none. */
import { indicatorValue, type Counted, type IndicatorValue } from '../indicator/value';
import type { Indicator } from '../indicator/types';
import type { Obligation, RoundState } from '../round/types';
import { obligationId, parseRoundStream } from '../streams';

type Shard = { readonly stream: string; readonly state: RoundState };

export type PackIndicator = {
  readonly indicator: Indicator;
  readonly values: readonly (IndicatorValue & { readonly period: string })[];
};

/** @param rounds the shards of each round that the review speaks of @param isOf whether it speaks of the unit */
export function packIndicators(
  indicators: readonly Indicator[],
  rounds: readonly (readonly Shard[])[],
  isOf: (unit: string) => boolean,
): readonly PackIndicator[] {
  return indicators.map((indicator) => ({
    indicator,
    values: rounds.flatMap((shards) => {
      const { duty, period } = shards[0]!.state.heading!;
      if (duty !== indicator.duty) return [];
      const counted = shards.flatMap((shard) => countedOf(shard, isOf));
      return [{ period: period.id, ...indicatorValue(indicator, counted) }];
    }),
  }));
}

function countedOf({ stream, state }: Shard, isOf: (unit: string) => boolean): readonly Counted[] {
  const ref = parseRoundStream(stream)!;
  return Object.values(state.obligations)
    .filter(({ unit }) => isOf(unit))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1))
    .map((obligation) => ({
      obligation: obligationId(ref, obligation.unit),
      unit: obligation.unit,
      owed: !state.late,
      report: countingReport(obligation),
    }));
}

/** The figures that count: of the accepted report, or of the last correction that was accepted. */
function countingReport({
  submissions,
  acceptedSubmission,
  figures,
}: Obligation): Counted['report'] {
  const accepted = submissions.find(({ ordinal }) => ordinal === acceptedSubmission);
  const counting = submissions.find(({ ordinal }) => ordinal === figures);
  if (accepted === undefined || counting === undefined) return null;
  return {
    submission: counting.ordinal,
    handedInAt: accepted.effectiveAt,
    data: counting.report.data ?? null,
  };
}
