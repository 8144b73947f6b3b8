/** What happened in a round. Acts of people are one event each; a rung is one event for all it reaches. */
import type { ExpectedUnit, Feeding, FeedTarget, RoundHeading } from '../directive/types';
import type { Event, Instant, LocalDate } from '../kernel';
import type { Audience, RungKind, Schedule } from './planned-schedule';
import type { HandOver } from '../reorganisation/types';
import type { ExtensionRequest, Report, SkipReason, Submission, Transfer } from './state';

type OfUnit = { unit: string };
type Why = { reason: string };

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
      OfUnit & {
        submission: number;
        effectiveAt: Instant;
        automatic: boolean;
        note: string | null;
        /** The channel that had not passed it on; absent where it had, or where there is none. */
        notPassedOn?: string;
        /** What it answers one level up; absent where nothing. */
        feeding?: Feeding;
      }
    >
  | E<'ReportReturned', OfUnit & Why & { submission: number }>
  | E<'ReportPassedOn', OfUnit & { submission: number; by: string; note: string | null }>
  | E<'CorrectionSubmitted', OfUnit & Why & { submission: Submission }>
  | E<
      'CorrectionAccepted',
      OfUnit & { submission: number; automatic: boolean; note: string | null }
    >
  | E<'CorrectionRejected', OfUnit & Why & { submission: number }>
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
  | E<'RoundCancelled', Why & { skipped: readonly SkippedRungs[] }>
  /** A link made or taken back while the round lives. */
  | E<'RoundFeedsNoted', { target: FeedTarget; feeds: boolean }>
  /** Accepted before the link was made, it answers the duty above now. */
  | E<'AcceptedReportFed', OfUnit & { submission: number; feeding: Feeding }>
  /** Asked before the opening: carried out with it. */
  | E<'TransferHeld', Transfer>
  | E<'ObligationsTransferred', Transferred>;

/** An obligation that another unit owes from now on; its due time and its name in the round stay. */
export type Move = OfUnit & { from: string; to: string; superior: string | null };

/** What a change set did to a shard. Many moves are several events; the last one answers for the shard. */
export type Transferred = HandOver & {
  moves: readonly Move[];
  /** Obligations that stay with their owner, and whose lateness goes up to another unit. */
  superiors: readonly { from: string; to: string; units: readonly string[] }[];
  /** Bodies of the heading that have ended: whoever took over receives and urges. */
  bodies: readonly { from: string; to: string }[];
  /** Obligations whose owner has ended and has no heir yet. */
  blocked: readonly { owner: string; units: readonly string[] }[];
  /** Moves of all these events together. */
  moved: number;
  last: boolean;
};
