/** What the queries answer: plain JSON, names as in the domain. Standings are derived for the instant asked, never stored. */
import type {
  Actor,
  Audience,
  CalendarDayRecord,
  DerivationStep,
  DirectiveDraft,
  DirectiveStatus,
  DraftWarning,
  Duty,
  ExtensionRequest,
  Graded,
  Instant,
  LocalDate,
  ObligationStatus,
  PlannedPeriod,
  Policy,
  RecipientDifference,
  Rejection,
  Report,
  RoundHeading,
  RoundStatus,
  RungKind,
  Signer,
  SkipReason,
  Standing,
  Text,
  Unit,
} from '../domain';

export type DirectiveRow = {
  readonly directive: string;
  readonly status: DirectiveStatus;
  readonly issuer: string;
  readonly issuerName: Text | null;
  readonly symbol: string | null;
  readonly issuedOn: LocalDate | null;
  readonly issuedAt: Instant | null;
  readonly abstract: Graded<string>;
  readonly registeredAt: Instant;
};

/** A place of the text that is silent, or that our copy lost. */
export type NotStated = {
  /** `draft.signer`, `duty.report.due`, `task.2.lead` */
  readonly where: string;
  readonly grade: 'notStated' | 'notInCopy';
  readonly note: string | null;
};

export type DutyRow = {
  readonly duty: Duty;
  readonly revision: number;
  /** Values without which it opens no round. */
  readonly missing: readonly string[];
  readonly next: { readonly period: PlannedPeriod; readonly opensAt: Instant } | null;
};

export type DirectiveDetail = DirectiveRow & {
  readonly draft: DirectiveDraft;
  readonly signer: Graded<Signer>;
  readonly urgency: string | null;
  readonly differences: readonly RecipientDifference[];
  readonly warnings: readonly DraftWarning[];
  readonly corrections: readonly {
    readonly field: string;
    readonly value: string;
    readonly reason: string;
    readonly document: string;
    readonly at: Instant;
  }[];
  readonly supersededBy: string | null;
  readonly lateAddressees: readonly string[];
  readonly duties: readonly DutyRow[];
  readonly notStated: readonly NotStated[];
};

export type FoundDirective =
  | { readonly found: 'one'; readonly directive: DirectiveRow }
  | { readonly found: 'none' }
  /** One symbol, several issuers or years: ask which. */
  | { readonly found: 'several'; readonly candidates: readonly DirectiveRow[] };

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

export type ObligationRow = {
  readonly obligation: string;
  readonly round: string;
  readonly directive: string;
  readonly symbol: string | null;
  readonly duty: string;
  readonly title: Text;
  readonly period: PlannedPeriod;
  readonly shard: number;
  readonly unit: string;
  readonly unitName: Text | null;
  readonly superior: string | null;
  readonly status: ObligationStatus;
  readonly roundStatus: RoundStatus;
  readonly schedule: string;
  readonly dueAt: Instant | null;
  readonly submissions: number;
  /** Effective times: of the last submission, and of the one finally accepted. */
  readonly submittedAt: Instant | null;
  readonly acceptedSubmittedAt: Instant | null;
  /** When it was accepted. */
  readonly acceptedAt: Instant | null;
  readonly extensions: number;
  readonly standing: Standing;
};

export type SubmissionRow = {
  readonly ordinal: number;
  readonly effectiveAt: Instant;
  readonly receivedAt: Instant;
  readonly by: string;
  readonly substituteFor: string | null;
  readonly channel: 'electronic' | 'paper';
  readonly afterClosing: boolean;
  readonly state: 'submitted' | 'withdrawn' | 'returned' | 'accepted';
  readonly report: Report;
};

export type OutcomeRow = {
  readonly schedule: string;
  readonly rung: string;
  readonly at: Instant | null;
  readonly kind: RungKind | null;
  readonly audience: Audience | null;
  readonly outcome: 'issued' | 'skipped';
  readonly reason: SkipReason | null;
  readonly issuedAt: Instant | null;
  readonly letter: string | null;
};

export type ObligationDetail = ObligationRow & {
  readonly extension: ExtensionRequest | null;
  readonly substitute: {
    readonly by: string;
    readonly from: Instant;
    readonly to: Instant;
  } | null;
  readonly paper: {
    readonly claimedReceivedAt: Instant;
    readonly report: Report;
    readonly claimedBy: string;
  } | null;
  readonly explanationAskedAt: Instant | null;
  readonly explanationGivenAt: Instant | null;
  readonly reports: readonly SubmissionRow[];
  readonly outcomes: readonly OutcomeRow[];
};

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
  readonly round: string;
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

/** Why one unit owes by that time, and what the ladder did about it. */
export type Why = {
  readonly obligation: ObligationDetail;
  readonly heading: RoundHeading;
  /** All due times it ever had, the present one last. */
  readonly schedules: readonly ScheduleRow[];
  readonly assumptions: readonly AssumptionRow[];
};

export type ReportPage = {
  readonly directive: DirectiveDetail;
  readonly asOf: Instant;
  readonly counts: Counts;
  readonly rounds: readonly RoundRow[];
  /** The five that are late for longest. */
  readonly worst: readonly (ObligationRow & { readonly lateDays: number })[];
  readonly notStated: readonly NotStated[];
  readonly urging: UrgingCounts;
  readonly assumptions: readonly AssumptionRow[];
};

/** Messages by kind of rung: one per obligation reached. Letters: drafts, and those a person issued. */
export type UrgingCounts = {
  readonly reminders: number;
  readonly letters: number;
  readonly escalations: number;
  readonly explanations: number;
  readonly skipped: number;
  readonly letterDrafts: number;
  readonly lettersIssued: number;
};

export type Summary = {
  readonly now: Instant;
  readonly directives: readonly (DirectiveRow & {
    readonly rounds: number;
    readonly obligations: number;
    readonly counts: Counts;
    readonly urging: UrgingCounts;
    readonly assumptions: number;
  })[];
  readonly rounds: number;
  readonly obligations: number;
  readonly counts: Counts;
  readonly urging: UrgingCounts;
  readonly mails: { readonly sent: number; readonly failed: number; readonly suppressed: number };
  readonly assumptions: number;
  readonly entries: number;
};
