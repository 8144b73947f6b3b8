/** Plans made at the way in: when a duty's next round opens, who owes it and by when, and what they assume. */
import type { Instant, LocalDate, Text } from '../kernel';
import type { DerivationStep, PlannedSchedule } from '../round/planned-schedule';

/** A reporting period as planned: `id` is part of the round's id (`2018`, `2018-H1`, `once`, `req-1`). */
export type PlannedPeriod = {
  readonly id: string;
  readonly label: Text;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly closing: LocalDate | null;
};

/** The plan attached at the way in to {@link PlanRound}. */
export type NextRoundPlan =
  | {
      readonly revision: number;
      readonly kind: 'next';
      readonly period: PlannedPeriod;
      readonly opensAt: Instant;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly revision: number; readonly kind: 'missing'; readonly values: readonly string[] }
  | { readonly revision: number; readonly kind: 'none' };

/** A unit as frozen at the opening of a round, with whom its lateness goes up to. */
export type ExpectedUnit = { readonly unit: string; readonly superior: string | null };

/** The plan attached at the way in to {@link ConveneRound}: who, and by when, with the reasons. */
export type ConveningPlan =
  | {
      readonly revision: number;
      readonly kind: 'convened';
      /** All units, or with `total` only those of the shard the command asks for. */
      readonly units: readonly ExpectedUnit[];
      /** How many units the round has; present when `units` is one shard of them (a plan must fit an entry). */
      readonly total?: number;
      /** How many units a shard has, when long names make it fewer than usual. */
      readonly shardSize?: number;
      readonly schedule: PlannedSchedule;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly revision: number; readonly kind: 'missing'; readonly values: readonly string[] };

/** The plan attached at the way in to {@link RequestReport}: when the report would be due. */
export type RequestPlan = { readonly dueAt: Instant };

/** By when the file of a concluded directive goes to the archive, and when its clerk is reminded. */
export type ArchiveClock = {
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  /** The policy by which it was planned, `archive-2020@1`, and its source. */
  readonly policy: string;
  readonly source: string;
  /** Why it is that day; absent in entries that are older. */
  readonly derivation?: readonly DerivationStep[];
  readonly assumptions: readonly Assumption[];
};

/** The plan attached at the way in to {@link ConcludeDirective}; null where no policy says anything. */
export type ConclusionPlan = { readonly archive: ArchiveClock | null };

/** The plan attached at the way in to {@link AddAddressee}: open rounds that are past their due time. */
export type AddresseePlan = {
  readonly overdue: readonly { readonly duty: string; readonly period: string }[];
};

/** A policy used before its date or outside its scope, or a value nobody stated: listed by `dondoc assumptions`. */
export type Assumption = {
  readonly code: string;
  readonly policy: string | null;
  readonly source: string;
  readonly text: Text;
};
