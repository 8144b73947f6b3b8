/**
 * What is kept, by whose word: a legal hold stands until it is released, and how long the file is kept is decided by a person
 * or not stated. Neither changes what anybody owes, and both may be said of a file that is in the archive already.
 */
import type { Actor, Event, Instant } from '../kernel';

/** While one stands nothing of the directive is destroyed, and no personal value that its streams name is erased. */
export type LegalHold = {
  /** Counted from 1 by directive: several may stand at once, each for its own reason. */
  readonly hold: number;
  readonly reason: string;
  readonly document: string | null;
  readonly by: Actor;
  readonly at: Instant;
};

export type LegalHolds = {
  /** How many were ever placed. */
  readonly placed: number;
  readonly standing: readonly LegalHold[];
};

export type RetentionPeriod =
  { readonly kind: 'permanent' } | { readonly kind: 'years'; readonly years: number };

export type RetentionData = {
  readonly period: RetentionPeriod;
  readonly reason: string;
  /** The instrument or list that says so, as people cite it. */
  readonly source: string;
};

export type Retention = RetentionData & { readonly by: Actor; readonly at: Instant };

export type KeepingEvent =
  | Event<'LegalHoldPlaced', Pick<LegalHold, 'hold' | 'reason' | 'document'>>
  | Event<'LegalHoldReleased', Pick<LegalHold, 'hold' | 'reason'>>
  | Event<'RetentionDecided', RetentionData>;

/** Those that stand, also of a directive of which none was ever placed. */
export function standingHolds({
  legalHolds,
}: {
  readonly legalHolds?: LegalHolds;
}): readonly LegalHold[] {
  return legalHolds?.standing ?? [];
}
