/**
 * A round's state, commands and events: one frozen set of agencies, each owing one deliverable by a due time.
 * One agency's item is an obligation; up to 500 obligations make one shard, which is one stream.
 */
import type { Command, Event, Instant, LocalDate, Text } from '../kernel';
import type { ExpectedUnit, RoundHeading } from '../directive/types';

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

export type ObligationStatus =
  | 'open'
  | 'submitted'
  | 'returned'
  | 'refused'
  | 'accepted'
  | 'waived'
  | 'notApplicable'
  | 'cancelled';

export type Report = {
  readonly number: string | null;
  readonly date: LocalDate | null;
  /** Position of the signer, never a name. */
  readonly signer: string | null;
  readonly summary: string;
  /** "báo cáo không phát sinh": nothing to report, said by the unit. */
  readonly nil: boolean;
  readonly contentSha256: string | null;
  readonly files: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  }[];
};

export type Submission = {
  /** 1 for the first, counted per obligation. */
  readonly ordinal: number;
  readonly effectiveAt: Instant;
  readonly receivedAt: Instant;
  readonly by: string;
  readonly substituteFor: string | null;
  readonly report: Report;
  readonly channel: 'electronic' | 'paper';
};

export type ExtensionRequest = {
  readonly proposedDate: LocalDate;
  readonly reason: string;
  readonly by: string;
  readonly requestedAt: Instant;
  readonly ordinal: number;
  readonly counterDate: LocalDate | null;
};

export type RungOutcome =
  | { readonly outcome: 'issued'; readonly at: Instant }
  | { readonly outcome: 'skipped'; readonly reason: SkipReason };

export type SkipReason =
  | 'submitted'
  | 'accepted'
  | 'waived'
  | 'notApplicable'
  | 'refused'
  | 'cancelled'
  | 'suspended'
  | 'superseded'
  | 'held'
  | 'rescheduled'
  | 'sameAudience'
  | 'noAudience'
  | 'closed';

export type Obligation = {
  readonly unit: string;
  readonly superior: string | null;
  readonly status: ObligationStatus;
  readonly schedule: string;
  readonly submissions: readonly Submission[];
  /** Effective time of the submission finally accepted; null while unfinished. */
  readonly acceptedSubmission: number | null;
  readonly acceptedAt: Instant | null;
  readonly extension: ExtensionRequest | null;
  readonly extensions: number;
  readonly substitute: { readonly by: string; readonly from: Instant; readonly to: Instant } | null;
  readonly paper: {
    readonly claimedReceivedAt: Instant;
    readonly report: Report;
    readonly claimedBy: string;
  } | null;
  /** Outcomes by `schedule/rung`: complete when the round is closed, each set exactly once. */
  readonly outcomes: { readonly [scheduleRung: string]: RungOutcome };
  /** `schedule/rung` of the last rung issued to it, by which the next one sees whom it went to. */
  readonly lastRung: string | null;
  /** The last letter, escalation or request for explanation: when it was due and when really issued. */
  readonly escalated: { readonly dueAt: Instant; readonly issuedAt: Instant } | null;
  readonly explanationAskedAt: Instant | null;
  readonly explanationGivenAt: Instant | null;
};

export type UrgingLetter = {
  readonly id: string;
  readonly rung: string;
  readonly draftedAt: Instant;
  readonly units: readonly string[];
  readonly issued: {
    readonly number: string;
    readonly date: LocalDate;
    readonly signer: string;
  } | null;
};

export type RoundStatus = 'none' | 'open' | 'suspended' | 'closed' | 'cancelled';

export type RoundState = {
  readonly status: RoundStatus;
  readonly heading: RoundHeading | null;
  readonly shard: number;
  readonly openedAt: Instant | null;
  readonly late: boolean;
  readonly schedules: { readonly [id: string]: Schedule };
  /** Rungs not yet reached, `schedule/rung`, in order of time. */
  readonly pending: readonly {
    readonly schedule: string;
    readonly rung: string;
    readonly at: Instant;
  }[];
  /** When each reached rung was really issued (the deployment's instant), for held escalations. */
  readonly reached: { readonly [scheduleRung: string]: Instant };
  /** Rungs held after an outage and not yet planned anew, with the units they were held for. */
  readonly held: readonly HeldRung[];
  readonly obligations: { readonly [unit: string]: Obligation };
  readonly letters: { readonly [id: string]: UrgingLetter };
};

export type HeldRung = {
  readonly schedule: string;
  readonly rung: string;
  readonly units: readonly string[];
};

/** The plan attached at the way in where a command sets new dates. */
export type SchedulePlan = { readonly schedule: PlannedSchedule };

type C<T extends string, D, P = undefined> = Command<T, D, P>;
type OfUnit = { unit: string };
type Why = { reason: string };

export type RoundCommand =
  | C<
      'OpenRound',
      {
        heading: RoundHeading;
        shard: number;
        units: readonly ExpectedUnit[];
        schedule: PlannedSchedule;
        late: boolean;
      }
    >
  | C<'SubmitReport', OfUnit & { report: Report; afterClosing?: boolean }>
  | C<'WithdrawReport', OfUnit & Why>
  | C<'AcceptReport', OfUnit & { note: string | null }>
  | C<'ReturnReport', OfUnit & Why>
  | C<'RefuseObligation', OfUnit & Why>
  | C<'UpholdObligation', OfUnit & Why>
  | C<'WaiveObligation', OfUnit & Why>
  | C<'MarkNotApplicable', OfUnit & Why>
  | C<'RequestExtension', OfUnit & Why & { proposedDate: LocalDate }, SchedulePlan>
  | C<
      'DecideExtension',
      OfUnit & Why & { decision: 'grant' | 'deny' | 'counter'; date: LocalDate | null },
      SchedulePlan
    >
  | C<'AnswerCounterProposal', OfUnit & { agree: boolean }, SchedulePlan>
  | C<'SubstituteUnit', OfUnit & Why & { by: string; from: Instant; to: Instant }>
  | C<'EnterPaperReport', OfUnit & { report: Report; receivedOnPaperAt: Instant }>
  | C<'ConfirmPaperReport', OfUnit>
  | C<'RejectPaperReport', OfUnit & Why>
  | C<'RecordTelephoneUrging', OfUnit & { note: string; spokenTo: string }>
  | C<'IssueUrgingLetter', { letter: string; number: string; date: LocalDate; signer: string }>
  | C<'GiveExplanation', OfUnit & { text: string }>
  | C<'CloseRound', Why>
  | C<'SuspendRound', Why>
  | C<'ResumeRound', Why & { newDueDate: LocalDate | null }, SchedulePlan>
  | C<'CancelRound', Why>
  | C<'ReplanHeldRungs', { schedule: string; rungs: readonly string[] }, SchedulePlan>
  | C<'WakeUp', Record<string, never>>;

export type RoundCommandType = RoundCommand['type'];

type E<T extends string, D> = Event<T, D>;
export type Skipped = { readonly unit: string; readonly reason: SkipReason };
/**
 * Rungs that will not come for these units, all for one reason. Grouped, so that the closing of a round of
 * 500 with every rung still ahead stays below the size of an entry. Read it with `rungOutcomesOf`.
 */
export type SkippedRungs = {
  readonly schedule: string;
  readonly rungs: readonly string[];
  readonly reason: SkipReason;
  readonly units: readonly string[];
};

export type RoundEvent =
  | E<
      'RoundOpened',
      {
        heading: RoundHeading;
        shard: number;
        units: readonly ExpectedUnit[];
        schedule: Schedule;
        late: boolean;
      }
    >
  | E<'ReportSubmitted', OfUnit & { submission: Submission; afterClosing: boolean }>
  | E<'ReportWithdrawn', OfUnit & Why>
  | E<
      'ReportAccepted',
      OfUnit & { submission: number; effectiveAt: Instant; automatic: boolean; note: string | null }
    >
  | E<'ReportReturned', OfUnit & Why & { submission: number }>
  | E<'ObligationRefused', OfUnit & Why>
  | E<'ObligationUpheld', OfUnit & Why>
  | E<'ObligationWaived', OfUnit & Why>
  | E<'ObligationNotApplicable', OfUnit & Why>
  | E<'ExtensionRequested', OfUnit & { request: ExtensionRequest; flagged: boolean }>
  | E<
      'ExtensionGranted',
      OfUnit &
        Why & {
          schedule: Schedule;
          previousDueAt: Instant;
          replaced: readonly string[];
          ordinal: number;
        }
    >
  | E<'ExtensionDenied', OfUnit & Why>
  | E<'ExtensionCountered', OfUnit & Why & { date: LocalDate }>
  | E<'CounterProposalDeclined', OfUnit>
  | E<'UnitSubstituted', OfUnit & Why & { by: string; from: Instant; to: Instant }>
  | E<
      'PaperReportEntered',
      OfUnit & { report: Report; receivedOnPaperAt: Instant; claimedBy: string }
    >
  | E<'PaperReportRejected', OfUnit & Why>
  | E<'TelephoneUrgingRecorded', OfUnit & { note: string; spokenTo: string }>
  | E<
      'RungReached',
      {
        schedule: string;
        rung: string;
        kind: RungKind;
        audience: Audience;
        dueAt: Instant;
        at: Instant;
        /** The deployment's instant when it was issued; later than `at` after an outage. */
        issuedAt: Instant;
        issued: readonly string[];
        skipped: readonly Skipped[];
        /** The draft of an official letter, when the rung is one and anybody is issued. */
        letter: string | null;
      }
    >
  | E<
      'RungsHeld',
      {
        schedule: string;
        /** The rung that fell due at `at` and every later one: all are planned anew with their gaps. */
        rungs: readonly string[];
        units: readonly string[];
        at: Instant;
        /** The deployment's instant: the new rungs come after it. */
        issuedAt: Instant;
      }
    >
  | E<
      'HeldRungsReplanned',
      { from: string; rungs: readonly string[]; schedule: Schedule; units: readonly string[] }
    >
  | E<
      'UrgingLetterIssued',
      { letter: string; number: string; date: LocalDate; signer: string; units: readonly string[] }
    >
  | E<'ExplanationGiven', OfUnit & { text: string }>
  | E<
      'RoundClosed',
      {
        reason: string;
        byItself: boolean;
        skipped: readonly SkippedRungs[];
        unfinished: readonly string[];
      }
    >
  | E<'RoundSuspended', Why>
  | E<
      'RoundResumed',
      Why & {
        /** The new due time, and the units that move to it; null when the due times stay. */
        schedule: Schedule | null;
        units: readonly string[];
        skipped: readonly SkippedRungs[];
      }
    >
  | E<'RoundCancelled', Why & { skipped: readonly SkippedRungs[] }>;

/** The four official buckets (QĐ 42/2014, QĐ 23/2018), and what stands outside them, counted apart. */
export type Bucket = 'doneOnTime' | 'doneLate' | 'openOnTime' | 'openLate';
export type Outside = 'noDueDate' | 'waived' | 'notApplicable' | 'suspended' | 'cancelled';
export type Standing = Bucket | Outside;

export type RoundTitle = Text;
