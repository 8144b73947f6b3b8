/**
 * Who may ask for what, in one table. A bound role must act for the issuer of the directive or its monitoring body;
 * what the engine asks of itself comes from the system alone.
 */
import { refuseEndedActor } from './ended-units';
import { type Actor, type Command, type Role } from './kernel';
import { refuse, type Refusal } from './refusals';

type Right = {
  readonly roles: readonly Role[];
  /** Whose people: null leaves the unit open. */
  readonly of: 'issuer' | 'issuerOrMonitor' | null;
};

const SYSTEM: Right = { roles: ['system'], of: null };
const DRAFTING: Right = { roles: ['clerk', 'leader', 'operator'], of: 'issuer' };
const ISSUING: Right = { roles: ['clerk', 'leader'], of: 'issuer' };
const DECIDING: Right = { roles: ['clerk', 'leader', 'standingBody'], of: 'issuerOrMonitor' };
/** Of the body whose step it is: the commendation's decider names it. */
const STEP: Right = { roles: ['clerk', 'leader', 'standingBody'], of: 'issuer' };
/** A person who may sign decides. */
const SIGNING: Right = { roles: ['leader'], of: 'issuer' };
/** Of units, policies and calendars: whose people may is said by the remit of each. */
const KEEPING: Right = {
  roles: ['clerk', 'leader', 'standingBody', 'operator', 'system'],
  of: null,
};

/** Of recognition: which unit's people may act is said by its own checks, which know the body and its line. */
const HANDING_IN: Right = { roles: ['clerk', 'focal', 'standingBody', 'leader'], of: null };
const APPRAISING: Right = { roles: ['standingBody'], of: null };
const RULING: Right = { roles: ['clerk', 'leader'], of: null };
const TELLING: Right = { roles: ['clerk', 'leader', 'standingBody'], of: null };
/** Auditors are of bodies that have no part in the directive. */
const HOLDING: Right = {
  roles: ['leader', 'standingBody', 'auditor', 'operator'],
  of: 'issuerOrMonitor',
};
/** What is so outside this system; whose people may is said by the remit. */
const RECORDING: Right = { roles: ['clerk', 'leader', 'standingBody', 'operator'], of: null };

/** A command of this table that has no row is refused to everybody. */
export const RIGHTS: { readonly [command: string]: Right } = {
  RegisterDirective: DRAFTING,
  AmendDraft: DRAFTING,
  /** The system passes on what a person decided: a conclusion of a review becomes a duty. */
  SetUpDuty: {
    roles: ['clerk', 'leader', 'standingBody', 'operator', 'system'],
    of: 'issuerOrMonitor',
  },
  SetForm: { roles: ['clerk', 'leader', 'standingBody', 'operator'], of: 'issuerOrMonitor' },
  DefineIndicator: DECIDING,
  LinkDuty: DECIDING,
  DecideCriticism: { roles: ['leader', 'standingBody'], of: 'issuerOrMonitor' },
  UnlinkDuty: DECIDING,
  DecideValue: DECIDING,
  IssueDirective: ISSUING,
  CorrectDirective: ISSUING,
  AmendDirective: ISSUING,
  AddAddressee: DECIDING,
  AddAddresseeClass: DECIDING,
  SuspendDirective: ISSUING,
  ResumeDirective: ISSUING,
  SupersedeDirective: ISSUING,
  RevokeDirective: ISSUING,
  RecallDirective: ISSUING,
  ConcludeDirective: ISSUING,
  RequestReport: DECIDING,
  RecordConference: DECIDING,
  RecordInspection: DECIDING,
  RecordResult: DECIDING,
  RecordJointInstrumentReview: DECIDING,
  CallReview: DECIDING,
  CancelReview: DECIDING,
  HoldReviewConference: DECIDING,
  RecordConclusions: DECIDING,
  DecideConclusion: DECIDING,
  DropConclusion: DECIDING,
  JudgeTask: DECIDING,
  RecordLesson: DECIDING,
  HandToArchive: DECIDING,
  PlaceLegalHold: HOLDING,
  ReleaseLegalHold: HOLDING,
  DecideRetention: DECIDING,
  CallReviewOfPeriod: SYSTEM,
  NoteReviewConcluded: SYSTEM,
  NoteReviewCancelled: SYSTEM,
  OpenReview: SYSTEM,
  BeginSelfAssessment: SYSTEM,
  FreezeReviewPack: SYSTEM,
  NoteDirectiveEnded: SYSTEM,
  RecordPraise: DECIDING,
  NoteLaterInstrument: {
    roles: ['clerk', 'leader', 'standingBody', 'operator'],
    of: 'issuerOrMonitor',
  },
  ConfirmIssue: SYSTEM,
  HandBackIssue: SYSTEM,
  PlanRound: SYSTEM,
  ConveneRound: SYSTEM,
  NoteShardClosed: SYSTEM,
  NoteFeeds: SYSTEM,
  TakeChildReport: SYSTEM,
  WakeUp: SYSTEM,
  AllotNumber: SYSTEM,
  RecordDeliveries: SYSTEM,
  RegisterUnits: KEEPING,
  RenameUnit: KEEPING,
  AddAlias: KEEPING,
  MoveUnit: KEEPING,
  ChangeRoleClasses: KEEPING,
  SetContacts: KEEPING,
  MergeUnits: KEEPING,
  SplitUnit: KEEPING,
  DissolveUnit: KEEPING,
  ReorganiseUnits: KEEPING,
  UndoReorganisation: KEEPING,
  DecideHeir: KEEPING,
  NoteReorganisationDone: SYSTEM,
  BeginReorganisation: SYSTEM,
  BeginHandBack: SYSTEM,
  ListDirectives: SYSTEM,
  NoteHandOver: SYSTEM,
  NoteTransfer: SYSTEM,
  HandOverUnits: SYSTEM,
  AdoptPolicy: KEEPING,
  WithdrawPolicy: KEEPING,
  AdoptCalendarYear: KEEPING,
  CallForRegistration: TELLING,
  RegisterForRecognition: HANDING_IN,
  SubmitRecognitionDossier: HANDING_IN,
  AppraiseRecognitionDossier: APPRAISING,
  ReturnRecognitionDossier: APPRAISING,
  DecideRecognition: RULING,
  DelegateRecognition: RULING,
  RevokeRecognition: RULING,
  RecordRecognitionResult: RECORDING,
  SetRecognitionTarget: RECORDING,
  ClassifyUnit: TELLING,
  NominateForCommendation: { roles: ['clerk', 'focal', 'leader', 'standingBody'], of: null },
  CompleteDossier: { roles: ['clerk', 'focal', 'leader', 'standingBody'], of: 'issuer' },
  ReturnDossier: STEP,
  AppraiseNomination: STEP,
  GiveOpinion: { roles: ['clerk', 'leader', 'standingBody'], of: null },
  DecideCommendation: SIGNING,
  RefuseCommendation: SIGNING,
  ConferAward: STEP,
  MakeAwardKnown: STEP,
  WithdrawNomination: { roles: ['clerk', 'focal', 'leader', 'standingBody'], of: 'issuer' },
  RevokeCommendation: SIGNING,
  RecordAwards: RECORDING,
  ReplanHeldStep: SYSTEM,
  RecordBar: RECORDING,
  LiftBar: RECORDING,
  RecordAccess: SYSTEM,
  RecordHistories: SYSTEM,
  RecordBuild: SYSTEM,
  RecordLoss: SYSTEM,
  ErasePersonalValue: { roles: ['clerk', 'leader', 'operator'], of: null },
};

/** Who acts for no unit: where the table lets the role act at all, its unit is not asked. */
const OF_NO_UNIT: readonly Role[] = ['auditor', 'operator', 'system'];

export function actsForNoUnit({ role }: Actor): boolean {
  return OF_NO_UNIT.includes(role);
}

type Bodies = { readonly issuer: string | null; readonly monitor: string | null };

/** The refusal of an actor without the right; null when the actor may ask. */
export function refuseActor(
  command: Command,
  bodies: Bodies = { issuer: null, monitor: null },
): Refusal | null {
  const { actor, type } = command;
  const right = RIGHTS[type];
  if (right === undefined) return refuse('command.unknown', { command: type });
  const ended = refuseEndedActor(command);
  if (ended) return ended;
  const units = unitsOf(right, bodies);
  const mayAct =
    right.roles.includes(actor.role) &&
    (units.length === 0 || OF_NO_UNIT.includes(actor.role) || units.includes(actor.unit ?? ''));
  if (mayAct) return null;
  return refuse('actor.not-allowed', {
    command: type,
    role: actor.role,
    unit: actor.unit,
    needed: right.roles,
    units,
  });
}

function unitsOf(right: Right, { issuer, monitor }: Bodies): readonly string[] {
  if (right.of === null) return [];
  const bodies = right.of === 'issuer' ? [issuer] : [issuer, monitor];
  return bodies.filter((unit): unit is string => unit !== null);
}
