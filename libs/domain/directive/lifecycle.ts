/** The life of a directive as a table: what may be asked in which status, and where it leads. */
import { lifecycle } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import type { DirectiveCommandType, DirectiveState, DirectiveStatus } from './types';

/** Facts of what took place arrive late: whatever became of the directive, they change nothing of it. */
const facts = <S extends DirectiveStatus>(status: S) => ({
  RecordConference: status,
  RecordInspection: status,
  RecordResult: status,
  RecordJointInstrumentReview: status,
  NoteReviewConcluded: status,
  NoteReviewCancelled: status,
  RecordPraise: status,
  NoteLaterInstrument: status,
});

/** What is kept is said of a draft and of a file in the archive alike. */
const keeping = <S extends DirectiveStatus>(status: S) => ({
  PlaceLegalHold: status,
  ReleaseLegalHold: status,
  DecideRetention: status,
});

/** What the engine itself says is noted to the last. */
const told = <S extends DirectiveStatus>(status: S) => ({
  NoteShardClosed: status,
  HandOverUnits: status,
});

export const directiveLifecycle = lifecycle<DirectiveStatus, DirectiveCommandType>('directive', {
  none: { RegisterDirective: 'draft' },
  draft: {
    HandOverUnits: 'draft',
    AmendDraft: 'draft',
    SetUpDuty: 'draft',
    SetForm: 'draft',
    DefineIndicator: 'draft',
    LinkDuty: 'draft',
    UnlinkDuty: 'draft',
    NoteFeeds: 'draft',
    DecideValue: 'draft',
    ...keeping('draft'),
    IssueDirective: 'issuing',
  },
  issuing: {
    ConfirmIssue: 'issued',
    HandBackIssue: 'draft',
    HandOverUnits: 'issuing',
    ...keeping('issuing'),
  },
  issued: {
    SetUpDuty: 'issued',
    SetForm: 'issued',
    DefineIndicator: 'issued',
    LinkDuty: 'issued',
    DecideCriticism: 'issued',
    UnlinkDuty: 'issued',
    NoteFeeds: 'issued',
    TakeChildReport: 'issued',
    DecideValue: 'issued',
    CorrectDirective: 'issued',
    AmendDirective: 'issued',
    AddAddressee: 'issued',
    AddAddresseeClass: 'issued',
    RequestReport: 'issued',
    CallReview: 'issued',
    CallReviewOfPeriod: 'issued',
    ...facts('issued'),
    ...keeping('issued'),
    SuspendDirective: 'suspended',
    SupersedeDirective: 'superseded',
    RevokeDirective: 'revoked',
    RecallDirective: 'recalled',
    ConcludeDirective: 'concluded',
    PlanRound: 'issued',
    WakeUp: 'issued',
    ConveneRound: 'issued',
    NoteShardClosed: 'issued',
    HandOverUnits: 'issued',
  },
  suspended: {
    SetUpDuty: 'suspended',
    CallReview: 'suspended',
    DecideValue: 'suspended',
    SetForm: 'suspended',
    DefineIndicator: 'suspended',
    LinkDuty: 'suspended',
    DecideCriticism: 'suspended',
    UnlinkDuty: 'suspended',
    NoteFeeds: 'suspended',
    TakeChildReport: 'suspended',
    CorrectDirective: 'suspended',
    ...facts('suspended'),
    ...keeping('suspended'),
    ResumeDirective: 'issued',
    SupersedeDirective: 'superseded',
    RevokeDirective: 'revoked',
    RecallDirective: 'recalled',
    ConcludeDirective: 'concluded',
    NoteShardClosed: 'suspended',
    HandOverUnits: 'suspended',
  },
  superseded: { ...facts('superseded'), ...keeping('superseded'), ...told('superseded') },
  revoked: { ...facts('revoked'), ...keeping('revoked'), ...told('revoked') },
  recalled: { ...facts('recalled'), ...keeping('recalled'), ...told('recalled') },
  concluded: {
    DecideCriticism: 'concluded',
    ...facts('concluded'),
    ...keeping('concluded'),
    ...told('concluded'),
    HandToArchive: 'concluded',
    WakeUp: 'concluded',
  },
});

/** The refusal states the fact: a command to a revoked directive is answered `directive.revoked`. */
export function refuseByStatus(state: DirectiveState, type: DirectiveCommandType): Refusal | null {
  const { status } = state;
  if (directiveLifecycle.next(status, type) !== null) return null;
  const code = status === 'none' ? 'directive.unknown' : (`directive.${status}` as const);
  return refuse(code, { command: type, actions: directiveLifecycle.actions(status) });
}
