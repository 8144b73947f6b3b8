/** What is answered about rounds: counts by standing, due times with their derivation, rungs, letters. */
import type {
  Audience,
  DerivationStep,
  Instant,
  LocalDate,
  PlannedPeriod,
  RoundHeading,
  RoundStatus,
  RungKind,
  Standing,
  Text,
} from '../../domain';

/** How many obligations stand where; a bucket without any is 0. */
export type Counts = { readonly [S in Standing]: number } & { readonly total: number };

export type RoundRow = {
  readonly round: string;
  readonly directive: string;
  readonly symbol: string | null;
  readonly duty: string;
  readonly title: Text;
  readonly period: PlannedPeriod;
  readonly status: RoundStatus | 'notConvened';
  readonly convenedAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  readonly closedAt: Instant | null;
  /** Why it could not be convened. */
  readonly missing: readonly string[];
  readonly counts: Counts;
};

export type ScheduleRow = {
  readonly shard: number;
  readonly schedule: string;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly derivation: readonly DerivationStep[];
  readonly calendarVersion: string;
  readonly policies: readonly string[];
  /** The entry that set it. */
  readonly entry: number;
  readonly rungs: readonly RungRow[];
};

export type RungRow = {
  readonly schedule: string;
  readonly rung: string;
  readonly at: Instant;
  readonly kind: RungKind;
  readonly audience: Audience;
  readonly state: 'planned' | 'reached' | 'held' | 'dropped';
  readonly issuedAt: Instant | null;
  readonly issued: number;
  readonly skipped: number;
};

export type LetterRow = {
  readonly letter: string;
  readonly shard: number;
  readonly rung: string;
  readonly draftedAt: Instant;
  readonly units: readonly string[];
  readonly issued: {
    readonly number: string;
    readonly date: LocalDate;
    readonly signer: string;
  } | null;
};

export type RoundDetail = RoundRow & {
  readonly heading: RoundHeading | null;
  readonly shards: readonly {
    readonly shard: number;
    readonly status: RoundStatus;
    readonly late: boolean;
    readonly openedAt: Instant;
    readonly closedAt: Instant | null;
    readonly units: number;
  }[];
  readonly schedules: readonly ScheduleRow[];
  readonly letters: readonly LetterRow[];
};
