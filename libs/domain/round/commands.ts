/** What may be asked of a round, with the plan that the way in attaches where a command sets new dates. */
import type { ChildReport, ExpectedUnit, FeedTarget, RoundHeading } from '../directive/types';
import type { Form } from '../form/types';
import type { Command, Instant, LocalDate } from '../kernel';
import type { PlannedSchedule } from './planned-schedule';
import type { Report, Transfer } from './state';

/** The plan attached at the way in where a command sets new dates. */
export type SchedulePlan = { readonly schedule: PlannedSchedule };

/** Rungs of a schedule that an outage held, and for whom, as `RungsHeld` says it. */
export type HeldRungs = {
  readonly schedule: string;
  readonly rungs: readonly string[];
  /** Absent where it was asked for by an earlier version, which named nobody: of everybody they were held for. */
  readonly units?: readonly string[];
};

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
  | C<'PassOnReport', OfUnit & { note: string | null }>
  | C<'FeedReport', OfUnit & { child: ChildReport; form?: Form }>
  | C<'CorrectReport', OfUnit & Why & { report: Report }>
  | C<'AcceptCorrection', OfUnit & { note: string | null }>
  | C<'RejectCorrection', OfUnit & Why>
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
  | C<'ReplanHeldRungs', HeldRungs, SchedulePlan>
  | C<'TransferObligations', Transfer>
  | C<'NoteRoundFeeds', { target: FeedTarget; feeds: boolean }>
  | C<'WakeUp', Record<string, never>>;

export type RoundCommandType = RoundCommand['type'];
