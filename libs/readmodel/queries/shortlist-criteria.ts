/**
 * What a shortlist can count of a unit, one row per criterion. Another criterion is a row here, a code in the domain's list
 * and, where it rests on other facts, a list more in {@link UnitFacts}.
 */
import { SHORTLIST_CRITERION } from '../../contracts';
import type { ShortlistCriterion, Text } from '../../domain';

export type UnitFacts = {
  readonly unit: string;
  readonly name: Text | null;
  /** Its obligations that fell due in the span, with their standing now. */
  readonly counted: readonly { readonly obligation: string; readonly standing: string }[];
};

export type Counted = {
  readonly part: number;
  readonly of: number;
  readonly evidence: readonly string[];
};

type Criterion = { readonly name: Text; readonly of: (facts: UnitFacts) => Counted };

export const CRITERIA: { readonly [C in ShortlistCriterion]: Criterion } = {
  onTime: { name: SHORTLIST_CRITERION.onTime, of: share('doneOnTime') },
  late: { name: SHORTLIST_CRITERION.late, of: share('doneLate') },
  unfinishedLate: { name: SHORTLIST_CRITERION.unfinishedLate, of: share('openLate') },
};

/** How many of what it owed stand so. */
function share(standing: string) {
  return ({ counted }: UnitFacts): Counted => {
    const evidence = counted.filter((it) => it.standing === standing);
    return {
      part: evidence.length,
      of: counted.length,
      evidence: evidence.map(({ obligation }) => obligation),
    };
  };
}
