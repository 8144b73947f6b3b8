/**
 * What may be asked of a round and of one agency's obligation, by status, and where it leads.
 * Refusals, diagrams, buttons and the `actions` of an answer derive from these two tables.
 */
import { lifecycle } from '../kernel';
import type { ObligationStatus, RoundCommandType, RoundStatus } from './types';

type Table<Status extends string> = {
  readonly [S in Status]: { readonly [T in RoundCommandType]?: Status };
};

const obligationTable: Table<ObligationStatus> = {
  open: {
    FeedReport: 'submitted',
    SubmitReport: 'submitted',
    EnterPaperReport: 'open',
    ConfirmPaperReport: 'submitted',
    RejectPaperReport: 'open',
    RequestExtension: 'open',
    DecideExtension: 'open',
    AnswerCounterProposal: 'open',
    RefuseObligation: 'refused',
    WaiveObligation: 'waived',
    MarkNotApplicable: 'notApplicable',
    SubstituteUnit: 'open',
    RecordTelephoneUrging: 'open',
    GiveExplanation: 'open',
  },
  submitted: {
    AcceptReport: 'accepted',
    PassOnReport: 'submitted',
    ReturnReport: 'returned',
    WithdrawReport: 'open',
    RejectPaperReport: 'submitted',
    DecideExtension: 'submitted',
    AnswerCounterProposal: 'submitted',
    SubstituteUnit: 'submitted',
    GiveExplanation: 'submitted',
  },
  returned: {
    FeedReport: 'submitted',
    SubmitReport: 'submitted',
    EnterPaperReport: 'returned',
    ConfirmPaperReport: 'submitted',
    RejectPaperReport: 'returned',
    RequestExtension: 'returned',
    DecideExtension: 'returned',
    AnswerCounterProposal: 'returned',
    WaiveObligation: 'waived',
    MarkNotApplicable: 'notApplicable',
    SubstituteUnit: 'returned',
    RecordTelephoneUrging: 'returned',
    GiveExplanation: 'returned',
  },
  refused: {
    UpholdObligation: 'open',
    WaiveObligation: 'waived',
    MarkNotApplicable: 'notApplicable',
    FeedReport: 'submitted',
    SubmitReport: 'submitted',
    EnterPaperReport: 'refused',
    ConfirmPaperReport: 'submitted',
    RejectPaperReport: 'refused',
    GiveExplanation: 'refused',
  },
  accepted: {
    GiveExplanation: 'accepted',
    CorrectReport: 'accepted',
    AcceptCorrection: 'accepted',
    RejectCorrection: 'accepted',
  },
  waived: {},
  notApplicable: {},
  cancelled: {},
};

/** One agency's obligation. Returned and refused are unfinished; a refusal waits for an answer. */
export const obligationLifecycle = lifecycle<ObligationStatus, RoundCommandType>(
  'obligation',
  obligationTable,
);

const roundTable: Table<RoundStatus> = {
  none: { OpenRound: 'open' },
  open: {
    SubmitReport: 'open',
    WithdrawReport: 'open',
    AcceptReport: 'open',
    ReturnReport: 'open',
    PassOnReport: 'open',
    FeedReport: 'open',
    CorrectReport: 'open',
    AcceptCorrection: 'open',
    RejectCorrection: 'open',
    RefuseObligation: 'open',
    UpholdObligation: 'open',
    WaiveObligation: 'open',
    MarkNotApplicable: 'open',
    RequestExtension: 'open',
    DecideExtension: 'open',
    AnswerCounterProposal: 'open',
    SubstituteUnit: 'open',
    EnterPaperReport: 'open',
    ConfirmPaperReport: 'open',
    RejectPaperReport: 'open',
    RecordTelephoneUrging: 'open',
    IssueUrgingLetter: 'open',
    GiveExplanation: 'open',
    ReplanHeldRungs: 'open',
    TransferObligations: 'open',
    NoteRoundFeeds: 'open',
    WakeUp: 'open',
    SuspendRound: 'suspended',
    CloseRound: 'closed',
    CancelRound: 'cancelled',
  },
  suspended: {
    SubmitReport: 'suspended',
    WithdrawReport: 'suspended',
    AcceptReport: 'suspended',
    ReturnReport: 'suspended',
    PassOnReport: 'suspended',
    FeedReport: 'suspended',
    CorrectReport: 'suspended',
    AcceptCorrection: 'suspended',
    RejectCorrection: 'suspended',
    RefuseObligation: 'suspended',
    UpholdObligation: 'suspended',
    WaiveObligation: 'suspended',
    MarkNotApplicable: 'suspended',
    SubstituteUnit: 'suspended',
    EnterPaperReport: 'suspended',
    ConfirmPaperReport: 'suspended',
    RejectPaperReport: 'suspended',
    GiveExplanation: 'suspended',
    ReplanHeldRungs: 'suspended',
    TransferObligations: 'suspended',
    NoteRoundFeeds: 'suspended',
    WakeUp: 'suspended',
    ResumeRound: 'open',
    CloseRound: 'closed',
    CancelRound: 'cancelled',
  },
  closed: {
    SubmitReport: 'closed',
    WithdrawReport: 'closed',
    AcceptReport: 'closed',
    ReturnReport: 'closed',
    PassOnReport: 'closed',
    CorrectReport: 'closed',
    AcceptCorrection: 'closed',
    RejectCorrection: 'closed',
    EnterPaperReport: 'closed',
    ConfirmPaperReport: 'closed',
    RejectPaperReport: 'closed',
    GiveExplanation: 'closed',
    TransferObligations: 'closed',
    NoteRoundFeeds: 'closed',
  },
  cancelled: { TransferObligations: 'cancelled' },
};

/**
 * The round. While suspended an agency may still hand in and be judged, but nobody is urged and no due time
 * is asked for. A closed round takes what is handed in after closing when the command says so; it counts only
 * once it is accepted. A cancelled round takes nothing; a change set of units is answered in every
 * status, and one that comes before the opening is kept for it.
 */
export const roundLifecycle = lifecycle<RoundStatus, RoundCommandType>('round', roundTable);

const FINISHED: readonly ObligationStatus[] = ['accepted', 'waived', 'notApplicable', 'cancelled'];

/** Whether nothing more is owed: accepted, waived, not applicable or cancelled. */
export function isFinished(status: ObligationStatus): boolean {
  return FINISHED.includes(status);
}
