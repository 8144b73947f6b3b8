/** What the plain lists answer: timeline, register, assumptions, units, calendars, policies, deliveries, what is to come. */
import type {
  Actor,
  Audience,
  CalendarDayRecord,
  Instant,
  LocalDate,
  PlannedPeriod,
  Policy,
  Rejection,
  RungKind,
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
  /** Null for mail about a commendation. */
  readonly round: string | null;
  readonly commendation: string | null;
  readonly unit: string;
  readonly recipient: string;
  readonly channel: string;
  readonly about: string;
  readonly outcome: 'sent' | 'failed' | 'suppressed';
  readonly attempts: number;
  readonly at: Instant;
  readonly detail: string | null;
};

export type UpcomingRow = {
  readonly at: Instant;
  readonly kind: 'roundOpens' | 'rung';
  readonly directive: string;
  readonly symbol: string | null;
  readonly duty: string;
  readonly period: PlannedPeriod;
  readonly title: Text | null;
  readonly round: string | null;
  readonly shard: number | null;
  readonly schedule: string | null;
  readonly rung: string | null;
  readonly rungKind: RungKind | null;
  readonly audience: Audience | null;
};
