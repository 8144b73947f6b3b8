/** A person's decision about a unit's low rate of reports in time, with what the policy proposed. */
import type { Ratio } from '../form/types';
import type { LocalDate, Text } from '../kernel';
import type { Band } from '../policy/bands';

export type CriticismData = {
  readonly unit: string;
  /** What fell due on these days, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Done on time of owed, as whoever decides saw it: refused where the record says otherwise. */
  readonly onTime: Ratio;
  /** The code of a band of the policy, or `none`. */
  readonly decision: string;
  readonly reason: string;
};

/** Attached at the way in: the policy in force at the end of the span, of the issuer's own scope, and what was counted. */
export type CriticismPlan = {
  readonly policy: string;
  readonly bands: readonly Band[];
  /** Done on time of owed, from the recorded rounds. */
  readonly counted: Ratio;
};

export type CriticismDecided = CriticismData & {
  readonly policy: string;
  /** What the policy proposes for the rate; null when nothing. */
  readonly proposed: string | null;
  readonly text: Text | null;
};
