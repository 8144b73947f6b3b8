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
  readonly counted: readonly {
    readonly obligation: string;
    readonly standing: string;
    /** How many models its accepted report names; null without one, or without a form that asks. */
    readonly models: number | null;
  }[];
  /** Years of the span in which it was decided about: met or not, and by which bodies, in most years one. */
  readonly recognition: readonly { readonly years: readonly string[]; readonly met: boolean }[];
  /** What its own accepted figures make of each indicator with a target; none where they make no value. */
  readonly indicators: readonly OwnIndicator[];
};

export type OwnIndicator = {
  readonly reached: boolean;
  /** `{indicator}={obligation}#{ordinal}`, the submission whose figures count; without `#` where none does. */
  readonly evidence: string;
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
  recognised: {
    name: SHORTLIST_CRITERION.recognised,
    of: ({ recognition }) => {
      const met = recognition.filter((it) => it.met);
      return {
        part: met.length,
        of: recognition.length,
        evidence: met.flatMap(({ years }) => years),
      };
    },
  },
  models: {
    name: SHORTLIST_CRITERION.models,
    of: ({ counted }) => {
      const asked = counted.filter(({ models }) => models !== null);
      const named = asked.filter(({ models }) => models! > 0);
      return {
        part: named.length,
        of: asked.length,
        evidence: named.map(({ obligation }) => obligation),
      };
    },
  },
  indicators: {
    name: SHORTLIST_CRITERION.indicators,
    of: ({ indicators }) => {
      const reached = indicators.filter((it) => it.reached);
      return {
        part: reached.length,
        of: indicators.length,
        evidence: reached.map(({ evidence }) => evidence),
      };
    },
  },
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
