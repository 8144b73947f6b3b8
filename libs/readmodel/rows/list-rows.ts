/** What the plain lists answer: timeline, register, assumptions, units, calendars, policies, deliveries, what is to come. */
import type {
  Actor,
  Audience,
  CalendarDayRecord,
  DerivationStep,
  Instant,
  LocalDate,
  PlannedPeriod,
  Policy,
  RecognitionDay,
  Rejection,
  ReviewKind,
  RungKind,
  StepName,
  Text,
  Unit,
} from '../../domain';

export type TimelineRow = {
  readonly seq: number;
  readonly entry: string;
  readonly stream: string;
  readonly kind: 'event' | 'refusal';
  /** `ReportSubmitted`, or the command that was refused: `SubmitReport`. */
  readonly type: string;
  readonly directive: string | null;
  readonly round: string | null;
  readonly unit: string | null;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly rejection: Rejection | null;
  readonly data: unknown;
  /** What happened, as one sentence. */
  readonly text: Text;
};

export type DocumentRow = {
  readonly document: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly kind: 'directive' | 'report' | 'urgingLetter';
  readonly number: string | null;
  readonly date: LocalDate | null;
  readonly from: string;
  readonly fromName: Text | null;
  readonly to: readonly string[];
  readonly signer: string | null;
  readonly summary: Text;
  readonly directive: string;
  readonly round: string | null;
  readonly obligation: string | null;
  /** When it was issued or received. */
  readonly at: Instant;
  readonly state: 'issued' | 'submitted' | 'withdrawn' | 'returned' | 'accepted';
};

export type AssumptionRow = {
  readonly directive: string;
  readonly symbol: string | null;
  /** Empty when it is the directive's as a whole. */
  readonly duty: string;
  readonly code: string;
  readonly policy: string | null;
  readonly source: string;
  readonly text: Text;
  /** Periods whose rounds rest on it. */
  readonly periods: readonly string[];
  readonly firstAt: Instant;
};

export type UnitRow = {
  readonly unit: string;
  readonly name: Text;
  readonly parent: string | null;
  readonly kind: string | null;
  readonly roleClasses: readonly string[];
  readonly endedOn: LocalDate | null;
  /** Everything dated; contacts hold tokens, never addresses. */
  readonly record: Unit;
};

export type CalendarYearRow = {
  readonly calendar: string;
  readonly year: number;
  readonly revision: number;
  readonly source: string;
  readonly days: readonly CalendarDayRecord[];
};

export type PolicyRow = { readonly policy: Policy; readonly withdrawnOn: LocalDate | null };

export type DeliveryRow = {
  readonly message: string;
  /** Null for mail about a commendation, a year of recognition, or a directive as a whole. */
  readonly round: string | null;
  readonly commendation: string | null;
  /** Of a round's too; null for a commendation and for recognition. */
  readonly directive: string | null;
  /** `{authority}/{year}` */
  readonly recognition: string | null;
  readonly unit: string;
  readonly recipient: string;
  readonly channel: string;
  readonly about: string;
  readonly outcome: 'sent' | 'failed' | 'suppressed';
  readonly attempts: number;
  readonly at: Instant;
  readonly detail: string | null;
};

export const UPCOMING_KINDS = [
  'roundOpens',
  'rung',
  'commendationRung',
  'recognitionDay',
  'archiveDay',
  'reviewCutOff',
] as const;

/** What a kind has nothing for is null. */
export type UpcomingRow = {
  readonly at: Instant;
  readonly kind: (typeof UPCOMING_KINDS)[number];
  readonly directive: string | null;
  readonly symbol: string | null;
  readonly duty: string | null;
  readonly period: PlannedPeriod | null;
  readonly title: Text | null;
  readonly round: string | null;
  readonly shard: number | null;
  readonly schedule: string | null;
  readonly rung: string | null;
  readonly rungKind: RungKind | null;
  readonly audience: Audience | null;
  readonly commendation: string | null;
  readonly step: StepName | null;
  /** Of recognition: whose year it is. */
  readonly authority: string | null;
  readonly year: number | null;
  /** Which day of recognition; `reminder` or `due` of the archive; the kind of a review. */
  readonly day: RecognitionDay | 'reminder' | 'due' | ReviewKind | null;
  /** The last day in time that it is about. */
  readonly last: LocalDate | null;
  readonly review: number | null;
  /** Why the date is what it is, step by step; null for a round to open, a review, and in what is older than this. */
  readonly derivation: readonly DerivationStep[] | null;
  /** In the words of whoever gave it: why a review was called, by which source the archive's term is. */
  readonly reason: string | null;
};
