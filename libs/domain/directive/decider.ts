/** The decider of a directive: its table of commands, its table of events, and when it wakes. */
import { decideBy, evolveBy } from '../dispatch';
import { earliest, type Decider } from '../kernel';
import { addAddressee } from './add-addressee';
import { addAddresseeClass } from './add-addressee-class';
import { amendDirective } from './amend-directive';
import { amendDraft } from './amend-draft';
import { callReview, callReviewOfPeriod, noteReviewConcluded } from './call-review';
import {
  recallDirective,
  revokeDirective,
  supersedeDirective,
  suspendDirective,
} from './change-force';
import { concludeDirective, handToArchive, nextArchiveWakeup } from './conclude';
import { confirmIssue, handBackIssue } from './confirm-issue';
import { conveneRound } from './convene-round';
import { correctDirective } from './correct-directive';
import { defineIndicator } from './define-indicator';
import { decideCriticism } from './decide-criticism';
import { decideValue } from './decide-value';
import { DIRECTIVE_FOLDS } from './evolve';
import { handOverUnits } from './hand-over-units';
import { decideRetention, placeLegalHold, releaseLegalHold } from './keep-file';
import { issueDirective } from './issue-directive';
import { noteLaterInstrument } from './note-later-instrument';
import { linkDuty, noteFeeds, unlinkDuty } from './link-duty';
import { noteReviewCancelled } from './note-review-cancelled';
import { noteShardClosed } from './note-shard-closed';
import { planRound } from './plan-round';
import {
  recordConference,
  recordInspection,
  recordJointInstrumentReview,
  recordPraise,
  recordResult,
} from './record-occurrence';
import { registerDirective } from './register-directive';
import { requestReport } from './request-report';
import { resumeDirective } from './resume-directive';
import { setForm } from './set-form';
import { setUpDuty } from './set-up-duty';
import { INITIAL_DIRECTIVE } from './state';
import type { DirectiveCommand, DirectiveEvent, DirectiveState } from './types';
import { takeChildReport } from './take-child-report';
import { wakeUp } from './wake-up';

export const directiveDecider: Decider<DirectiveState, DirectiveCommand, DirectiveEvent> = {
  kind: 'directive',
  initial: INITIAL_DIRECTIVE,
  decide: decideBy<DirectiveState, DirectiveCommand, DirectiveEvent>({
    RegisterDirective: registerDirective,
    AmendDraft: amendDraft,
    SetUpDuty: setUpDuty,
    SetForm: setForm,
    DefineIndicator: defineIndicator,
    DecideValue: decideValue,
    IssueDirective: issueDirective,
    ConfirmIssue: confirmIssue,
    HandBackIssue: handBackIssue,
    CorrectDirective: correctDirective,
    AmendDirective: amendDirective,
    AddAddressee: addAddressee,
    AddAddresseeClass: addAddresseeClass,
    SuspendDirective: suspendDirective,
    ResumeDirective: resumeDirective,
    SupersedeDirective: supersedeDirective,
    RevokeDirective: revokeDirective,
    RecallDirective: recallDirective,
    ConcludeDirective: concludeDirective,
    RequestReport: requestReport,
    RecordConference: recordConference,
    RecordInspection: recordInspection,
    RecordResult: recordResult,
    RecordJointInstrumentReview: recordJointInstrumentReview,
    CallReview: callReview,
    CallReviewOfPeriod: callReviewOfPeriod,
    NoteReviewConcluded: noteReviewConcluded,
    NoteReviewCancelled: noteReviewCancelled,
    HandToArchive: handToArchive,
    PlaceLegalHold: placeLegalHold,
    ReleaseLegalHold: releaseLegalHold,
    DecideRetention: decideRetention,
    RecordPraise: recordPraise,
    NoteLaterInstrument: noteLaterInstrument,
    PlanRound: planRound,
    ConveneRound: conveneRound,
    DecideCriticism: decideCriticism,
    LinkDuty: linkDuty,
    UnlinkDuty: unlinkDuty,
    NoteFeeds: noteFeeds,
    TakeChildReport: takeChildReport,
    NoteShardClosed: noteShardClosed,
    HandOverUnits: handOverUnits,
    WakeUp: wakeUp,
  }),
  evolve: evolveBy<DirectiveState, DirectiveEvent>('directive', DIRECTIVE_FOLDS),
  /** A directive out of force opens no rounds; what fell due meanwhile is planned anew when it resumes. */
  nextWakeup: (state) =>
    state.status === 'issued'
      ? earliest(Object.values(state.next).map(({ opensAt }) => opensAt))
      : nextArchiveWakeup(state),
};
