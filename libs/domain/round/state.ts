/**
 * A round's state: one frozen set of agencies, each owing one deliverable by a due time.
 * One agency's item is an obligation; up to 500 obligations make one shard, which is one stream.
 */
import type { RoundHeading } from '../directive/types';
import type { Instant, LocalDate } from '../kernel';
import type { HandOver } from '../reorganisation/types';
import type { Succession } from '../org/types';
import type { Schedule } from './planned-schedule';
import type { Report } from './report';

export type { Report } from './report';

export type ObligationStatus =
  | 'open'
  | 'submitted'
  | 'returned'
  | 'refused'
  | 'accepted'
  | 'waived'
  | 'notApplicable'
  | 'cancelled';

export type Submission = {
  /** 1 for the first, counted per obligation. */
  readonly ordinal: number;
  readonly effectiveAt: Instant;
  readonly receivedAt: Instant;
  readonly by: string;
  readonly substituteFor: string | null;
  readonly report: Report;
  /** `rollUp`: accepted one level below, and so handed in here. */
  readonly channel: 'electronic' | 'paper' | 'rollUp';
  /** The obligation below whose accepted report this is. */
  readonly fedBy?: string;
  /** Which submission of it; absent in entries that are older. */
  readonly fedSubmission?: number;
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

/** What held before a change set: whoever owed it, and to whom lateness went up. */
export type Inheritance = {
  readonly reorganisation: string;
  readonly owner: string;
  readonly superior: string | null;
};

export type Obligation = {
  /** Its name in the round: who owed it at the opening, for ever. */
  readonly unit: string;
  /** Who owes it now: the unit itself, or whoever took over from it. */
  readonly owner: string;
  /** What each change set that touched it found, the last one last. */
  readonly inherited: readonly Inheritance[];
  /** The change set that ended its owner without an heir; null when somebody owes it. */
  readonly blocked: string | null;
  readonly superior: string | null;
  readonly status: ObligationStatus;
  readonly schedule: string;
  readonly submissions: readonly Submission[];
  /** Effective time of the submission finally accepted; null while unfinished. */
  readonly acceptedSubmission: number | null;
  readonly acceptedAt: Instant | null;
  /** The submission whose figures count: the one accepted, or the last correction of it that was. */
  readonly figures: number | null;
  /** The submission that the channel has passed on; null while none has been. */
  readonly passedOn: number | null;
  /** A correction of what was accepted, awaiting the receiver. */
  readonly correction: number | null;
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
  /** `schedule/rung` of the last rung issued to it. */
  readonly lastRung: string | null;
  /** Whom that rung reached when it was issued; absent before the first, and in states that are older. */
  readonly lastAudience?: string | null;
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
  /** The heading as it was at the opening; `heading` names the heirs of bodies that have ended since. */
  readonly headingAtOpening: RoundHeading | null;
  readonly bodies: readonly BodyReplaced[];
  /** Passes of change sets that this shard has answered, and whether it has handed back. */
  readonly handOvers: { readonly [reorganisation: string]: HandOverSeen };
  /** What was asked before the shard was opened. */
  readonly awaiting: readonly Transfer[];
};

/** A body of the heading that has ended, and who acts in its place. */
export type BodyReplaced = {
  readonly reorganisation: string;
  readonly from: string;
  readonly to: string;
};

export type HandOverSeen = { readonly passes: readonly number[]; readonly back: boolean };

/** A change set as a shard is asked to carry it out. */
export type Transfer = HandOver & { readonly successions: readonly Succession[] };

export type HeldRung = {
  readonly schedule: string;
  readonly rung: string;
  readonly units: readonly string[];
};

/** The four official buckets (QĐ 42/2014, QĐ 23/2018), and what stands outside them, counted apart. */
export type Bucket = 'doneOnTime' | 'doneLate' | 'openOnTime' | 'openLate';
export type Outside = 'noDueDate' | 'waived' | 'notApplicable' | 'suspended' | 'cancelled';
export type Standing = Bucket | Outside;
