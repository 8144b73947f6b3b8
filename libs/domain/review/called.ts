/** A review as its directive calls it: of what, until when, and what it must know of the directive. */
import type { Graded, Instant, LocalDate, Text } from '../kernel';

/** Sơ kết, tổng kết. */
export type ReviewKind = 'preliminary' | 'final';

/** What the review looks back on; a side that is null is open. */
export type ReviewPeriod = {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly label: Text;
};

/** `units` null: the whole directive; else only what these units owed. */
export type ReviewScope = {
  readonly text: string;
  readonly units: Graded<readonly string[]> | null;
};

/** Who may not judge a task: its lead, and the units that a duty of the task names; who owes by class, its way in says. */
export type ReviewedTask = {
  readonly key: string;
  readonly lead: string | null;
  readonly owedBy: readonly string[];
};

export type ReviewHeading = {
  readonly directive: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly monitor: string | null;
  readonly tasks: readonly ReviewedTask[];
};

export type RoundOfReview = { readonly duty: string; readonly period: string };

export type CalledReview = {
  readonly n: number;
  readonly kind: ReviewKind;
  readonly period: ReviewPeriod;
  readonly scope: ReviewScope | null;
  /** What was recorded by then goes into the pack. */
  readonly cutOff: Instant;
  readonly reason: string;
  readonly document: string | null;
  /** The round by which this review came: a yearly review that the directive orders. Null: somebody called it. */
  readonly ofRound: RoundOfReview | null;
  /** The round in which the units assess themselves; null when the directive has no duty for it. */
  readonly selfAssessment: RoundOfReview | null;
  readonly heading: ReviewHeading;
};
