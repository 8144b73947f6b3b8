/**
 * A due time with its reasons and its ladder, as planned at the way in. Directives and policies speak of it,
 * too: so this file needs nothing of either.
 */
import type { Instant } from '../kernel';

export const SHARD_SIZE = 500;

export type RungKind = 'reminder' | 'letter' | 'escalation' | 'explanation';
export type Audience = 'focal' | 'head' | 'superior' | 'issuer';

/** One planned rung of the ladder; `id` is unique inside its schedule: `T-7`, `T+3`. */
export type PlannedRung = {
  readonly id: string;
  readonly at: Instant;
  readonly kind: RungKind;
  readonly audience: Audience;
};

export type DerivationStep = {
  readonly rule: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly params?: { readonly [name: string]: string | number | boolean | null };
};

/** A due time with its reasons and its ladder. Most obligations of a round share one schedule. */
export type PlannedSchedule = {
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly derivation: readonly DerivationStep[];
  readonly rungs: readonly PlannedRung[];
  readonly calendarVersion: string;
  /** Ids and versions of the policies used: `ladder/default@1`. */
  readonly policies: readonly string[];
};

/** `s0` is the opening's schedule; an extension, a resumption or held rungs add `s1`, `s2` … */
export type Schedule = PlannedSchedule & { readonly id: string };
