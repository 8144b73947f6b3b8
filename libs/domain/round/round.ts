/**
 * The rules of a round, as one table: which function decides which command.
 * Modes: none, open, suspended, closed, cancelled (see lifecycle.ts). Invariant: once a round has ended every
 * rung of every schedule of every obligation has exactly one outcome.
 */
import type { Decider, Decision, Instant } from '../kernel';
import { acceptReport } from './accept-report';
import { answerCounterProposal } from './answer-counter-proposal';
import { cancelRound } from './cancel-round';
import { closeRound } from './close-round';
import { confirmPaperReport } from './confirm-paper-report';
import { decideExtension } from './decide-extension';
import { enterPaperReport } from './enter-paper-report';
import { evolve, NO_ROUND } from './evolve';
import { foldObligations } from './evolve-obligation';
import { feedReport } from './feed-report';
import { giveExplanation } from './give-explanation';
import { issueUrgingLetter } from './issue-urging-letter';
import { markNotApplicable } from './mark-not-applicable';
import { acceptCorrection, correctReport, rejectCorrection } from './correct-report';
import type { CommandOf } from './obligation';
import { noteRoundFeeds } from './note-round-feeds';
import { openRound } from './open-round';
import { passOnReport } from './pass-on-report';
import { recordTelephoneUrging } from './record-telephone-urging';
import { refuseObligation } from './refuse-obligation';
import { refuse } from './rejections';
import { rejectPaperReport } from './reject-paper-report';
import { replanHeldRungs } from './replan-held-rungs';
import { requestExtension } from './request-extension';
import { resumeRound } from './resume-round';
import { returnReport } from './return-report';
import { submitReport } from './submit-report';
import { substituteUnit } from './substitute-unit';
import { suspendRound } from './suspend-round';
import { transferObligations } from './transfer-obligations';
import type { RoundCommand, RoundCommandType, RoundEvent, RoundState } from './types';
import { upholdObligation } from './uphold-obligation';
import { waiveObligation } from './waive-obligation';
import { wakeUp } from './wake-up';
import { withdrawReport } from './withdraw-report';

const DECIDES: {
  readonly [T in RoundCommandType]: (
    state: RoundState,
    command: CommandOf<T>,
  ) => Decision<RoundEvent>;
} = {
  OpenRound: openRound,
  SubmitReport: submitReport,
  WithdrawReport: withdrawReport,
  AcceptReport: acceptReport,
  ReturnReport: returnReport,
  PassOnReport: passOnReport,
  FeedReport: feedReport,
  CorrectReport: correctReport,
  AcceptCorrection: acceptCorrection,
  RejectCorrection: rejectCorrection,
  RefuseObligation: refuseObligation,
  UpholdObligation: upholdObligation,
  WaiveObligation: waiveObligation,
  MarkNotApplicable: markNotApplicable,
  RequestExtension: requestExtension,
  DecideExtension: decideExtension,
  AnswerCounterProposal: answerCounterProposal,
  SubstituteUnit: substituteUnit,
  EnterPaperReport: enterPaperReport,
  ConfirmPaperReport: confirmPaperReport,
  RejectPaperReport: rejectPaperReport,
  RecordTelephoneUrging: recordTelephoneUrging,
  IssueUrgingLetter: issueUrgingLetter,
  GiveExplanation: giveExplanation,
  CloseRound: closeRound,
  SuspendRound: suspendRound,
  ResumeRound: resumeRound,
  CancelRound: cancelRound,
  ReplanHeldRungs: replanHeldRungs,
  TransferObligations: transferObligations,
  NoteRoundFeeds: noteRoundFeeds,
  WakeUp: wakeUp,
};

function decide(state: RoundState, command: RoundCommand): Decision<RoundEvent> {
  const { type } = command;
  if (!Object.hasOwn(DECIDES, type)) return refuse('command.unknown', { command: type });
  const decides = DECIDES[type] as (at: RoundState, of: RoundCommand) => Decision<RoundEvent>;
  return decides(state, command);
}

/** The next rung to come while the round runs. When nothing is unfinished any more the round is closed. */
function nextWakeup(state: RoundState): Instant | null {
  if (state.status !== 'open' && state.status !== 'suspended') return null;
  return state.pending[0]?.at ?? null;
}

export const roundDecider: Decider<RoundState, RoundCommand, RoundEvent> = {
  kind: 'round',
  initial: NO_ROUND,
  decide,
  evolve,
  nextWakeup,
  folding: (from) => foldObligations(from, evolve),
};
