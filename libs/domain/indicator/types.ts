/**
 * An indicator (chỉ tiêu): so many of so many, against a target. Its value is derived from the reports that count and is
 * never typed in.
 */
import type { Ratio } from '../form/types';
import type { Graded, Instant, LocalDate, Text } from '../kernel';

/** What is counted, over the obligations of one round of the duty. */
export type Measure =
  /** Obligations: owed at the opening, or accepted. */
  | { readonly kind: 'owed' | 'accepted' }
  /** The sum of an integer field. */
  | { readonly kind: 'sum'; readonly field: string }
  /** One side of a ratio field, summed. */
  | { readonly kind: 'part' | 'whole'; readonly field: string }
  /** Units whose integer, or whose number of models, is at least so much. */
  | { readonly kind: 'unitsWithAtLeast'; readonly field: string; readonly least: number };

export type Comparator = '>' | '>=' | '=' | '<=' | '<';

/** `> 95 %` is `{ comparator: '>', part: 95, of: 100 }`: compared in whole numbers, so exactly 95.0 % does not reach it. */
export type Target = Ratio & { readonly comparator: Comparator };

export type IndicatorDefinition = {
  /** Stable inside its directive: `recognised`. */
  readonly id: string;
  readonly title: Text;
  readonly duty: string;
  readonly numerator: Measure;
  readonly denominator: Measure;
  /** Where the target comes from is part of it: a text's words, or a person's decision. */
  readonly target: Graded<Target>;
  /** Only reports handed in by the end of this day count; null: whenever they come. */
  readonly by: LocalDate | null;
};

export type Indicator = IndicatorDefinition & {
  readonly version: number;
  /** The end of `by` where the office is; null with it. */
  readonly until: Instant | null;
};

/** The plan attached at the way in to {@link DefineIndicator}. */
export type IndicatorPlan = { readonly until: Instant | null };
