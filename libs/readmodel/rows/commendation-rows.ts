/** Commendations, the shortlist and who is barred, as the queries answer them. */
import type {
  Actor,
  Bar,
  CommendationState,
  CommendationStatus,
  Instant,
  LocalDate,
  Merit,
  Power,
  ShortlistCriterion,
  StepName,
  Subject,
  Text,
  ThematicRule,
} from '../../domain';
import type { TimelineRow } from './list-rows';

/** How many of each kind; two of these are never added by us. */
export type SubjectCounts = {
  readonly individuals: number;
  readonly collectives: number;
  readonly households: number;
};

export type CommendationRow = {
  readonly commendation: string;
  readonly directive: string | null;
  readonly symbol: string | null;
  readonly status: CommendationStatus;
  /** What it is, as a report calls it; null for a nomination. */
  readonly title: Text | null;
  readonly form: string | null;
  readonly formName: Text | null;
  readonly awardingBody: string | null;
  readonly awardingBodyName: Text | null;
  readonly nominatedBy: string | null;
  readonly nominatedByName: Text | null;
  readonly counts: SubjectCounts;
  readonly step: StepName | null;
  readonly responsible: string | null;
  readonly responsibleName: Text | null;
  readonly dueAt: Instant | null;
  readonly firstAt: Instant;
  readonly changedAt: Instant;
};

/** Who erased a value and when; whatever page would show it says so. */
export type Erased = { readonly at: Instant; readonly actor: Actor; readonly text: Text };

export type SubjectRow = Subject & {
  readonly unitName: Text | null;
  /** Of a person or household: the name, filled in where names may be shown; null when it is gone or withheld. */
  readonly shown: string | null;
  readonly erased: Erased | null;
};

export type CommendationDetail = CommendationRow & {
  readonly record: CommendationState;
  readonly power: Power | null;
  readonly warnings: readonly {
    readonly code: string;
    readonly power: Power;
    /** Of a thematic nomination that came late. */
    readonly thematic?: ThematicRule;
  }[];
  readonly subjects: readonly SubjectRow[];
  /** Events and refusals of its stream. */
  readonly history: readonly TimelineRow[];
  readonly names: { readonly [unit: string]: Text };
};

export type BarRow = Bar & { readonly unitName: Text | null };

/** Why a unit has no valid recognition, and by which rule that bars it. */
export type RecognitionBar = {
  readonly year: number;
  /** `undecided`: registered, and of neither year decided; `none`: obliged and not registered. */
  readonly standing: 'notMet' | 'revoked' | 'undecided' | 'none';
  /** The stream of the body's year; null where there is none. */
  readonly evidence: string | null;
  readonly number: string | null;
  readonly decidedOn: LocalDate | null;
  /** `recognition-bar@1`, with its source. */
  readonly policy: string;
  readonly source: string;
};

/** One criterion of one unit: what was counted, over what, and what it brings. */
export type CriterionRow = {
  readonly criterion: ShortlistCriterion;
  readonly name: Text;
  readonly part: number;
  readonly of: number;
  /** Points for 100 %. */
  readonly points: number;
  /** `points × part / of`, to three places. */
  readonly contribution: number;
  /** Ids of the obligations in the numerator. */
  readonly evidence: readonly string[];
};

export type RankedUnit = {
  readonly rank: number;
  /** Another unit has the same score: the list does not decide between them. */
  readonly tied: boolean;
  readonly unit: string;
  readonly name: Text | null;
  readonly score: number;
  readonly criteria: readonly CriterionRow[];
  /** Ids of all obligations that were counted: the denominator. */
  readonly counted: readonly string[];
};

/** Not ranked: the unit has ended. */
export type EndedOfList = {
  readonly unit: string;
  readonly name: Text | null;
  readonly on: LocalDate;
  /** Null while nobody is named. */
  readonly heir: string | null;
  readonly heirName: Text | null;
};

/** An award that is no basis for one by merit: named, and not counted. */
export type UncountedAward = {
  readonly unit: string;
  readonly name: Text | null;
  readonly commendation: string;
  readonly merit: Merit;
  readonly form: string | null;
  readonly formName: Text | null;
  readonly decidedOn: LocalDate | null;
};

export type Shortlist = {
  readonly directive: string;
  readonly symbol: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The instant at which it was made. */
  readonly asOf: Instant;
  readonly policy: {
    readonly name: string;
    readonly source: string;
    readonly text: Text;
    readonly from: LocalDate;
    /** The rule is younger than the day on which it is used. */
    readonly assumed: boolean;
  };
  readonly ranked: readonly RankedUnit[];
  readonly barred: readonly {
    readonly unit: string;
    readonly name: Text | null;
    readonly bars: readonly BarRow[];
    /** Null: recognised, or no rule in force bars for it. */
    readonly recognition: RecognitionBar | null;
  }[];
  readonly ended: readonly EndedOfList[];
  /** Thematic and unplanned awards, of units in any of the lists. */
  readonly notCounted: readonly UncountedAward[];
  /** Registered with several bodies for one year: that year counts once. Absent in lists that were kept before. */
  readonly registeredTwice?: readonly RegisteredTwice[];
};

export type RegisteredTwice = {
  readonly unit: string;
  readonly name: Text | null;
  readonly year: number;
  readonly bodies: readonly { readonly authority: string; readonly name: Text | null }[];
};
