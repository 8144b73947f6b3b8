/**
 * The one function the way in calls: the dates a command needs, planned before it is logged, so that the recorded
 * command suffices to decide it again.
 */
import {
  kindOfStream,
  type CallReviewData,
  type DecideConclusionData,
  type Appraisal,
  type Bar,
  type ChildReport,
  type CommendationState,
  type CriticismData,
  type DecideValueData,
  type DirectiveDraft,
  type DirectiveState,
  type Duty,
  type DutyLink,
  type HeldRungs,
  type Instant,
  type LaterInstrument,
  type LocalDate,
  type Nomination,
  type OrgState,
  type ReorganisationState,
  type ReportedAwards,
  type ReviewConference,
  type RoundState,
  type StepName,
  type StreamKind,
} from '../domain';
import { planAddressee } from './plan-addressee';
import { planChildReport } from './plan-child-report';
import { planConclusion } from './plan-archive';
import { planCall, planDecidedConclusion, planReviewConference } from './plan-review';
import {
  planAnnouncement,
  planAppraisal,
  planConferral,
  planDecision,
  planNextStep,
  planNomination,
} from './plan-commendation';
import { planConvening, type ConveneRoundData } from './plan-convening';
import { planOccurrence, type OccurrenceData } from './plan-occurrence';
import { planHeldStep } from './plan-held-step';
import { planCriticism } from './plan-criticism';
import { planHeldRungs } from './plan-held-rungs';
import { planJudging } from './plan-judging';
import { planIndicator, type IndicatorData } from './plan-indicator';
import { dutyDecided, planDutyDates, planLink, type Linked } from './plan-link';
import { planLaterInstrument } from './plan-later-instrument';
import { planNextRound, type PlanRoundData } from './plan-next-round';
import { planReport } from './plan-reported-awards';
import { planRecognition } from './plan-recognition';
import type { RecognitionAsked } from './recognition-asked';
import { planRequest, type RequestReportData } from './plan-request';
import { planExtension, planResumption } from './plan-schedule';
import { planEnding, planHeir, planReorganisation } from './plan-reorganisation';
import { planUnits, unitsOfDecision, unitsOfDraft, unitsOfDuty } from './plan-units';
import { endsWithArchive, withArchive } from './with-archive';
import { meetsHolds, withHolds } from './with-holds';
import { isJudging, withKin } from './with-kin';
import { isOfRemit, withRemit } from './with-remit';
import { meetsUnits, withStanding } from './with-standing';
import { impossibleOf } from './impossible';
import type { Found, PlannableCommand, Planner } from './planner';
import type { PolicyBook } from './policy-book';

const occurrence: Planner<DirectiveState> = (_, data, { at, book }) =>
  planOccurrence(data as OccurrenceData, at, book);

const DIRECTIVE: { readonly [type: string]: Planner<DirectiveState> } = {
  RegisterDirective: (_, data, { book }) => {
    const { draft, duties } = data as { draft: DirectiveDraft; duties: readonly Duty[] };
    return planUnits(unitsOfDraft(draft, duties), book.org);
  },
  SetUpDuty: (state, data, context) => {
    const { duty } = data as { duty: Duty };
    return planUnits(unitsOfDuty(duty), context.book.org) ?? planDutyDates(state, duty, context);
  },
  DecideValue: (state, data, context) => {
    const decided = data as DecideValueData;
    const unknown = planUnits(unitsOfDecision(decided), context.book.org);
    const duty = dutyDecided(state, decided, context.at);
    return unknown ?? (duty && planDutyDates(state, duty, context));
  },
  DecideCriticism: (state, data, context) => planCriticism(state, data as CriticismData, context),
  LinkDuty: (state, data, context) => planLink(state, data as DutyLink, context),
  TakeChildReport: (_, data, { linked }) => planChildReport(data as { child: ChildReport }, linked),
  DefineIndicator: (_, data, { book }) => planIndicator(data as IndicatorData, book),
  PlanRound: (state, data, { at, book }) => planNextRound(state, data as PlanRoundData, at, book),
  ConveneRound: (state, data, { at, book }) =>
    planConvening(state, data as ConveneRoundData, at, book),
  RequestReport: (state, data, { at, book }) =>
    planRequest(state, data as RequestReportData, at, book),
  RecordConference: occurrence,
  RecordInspection: occurrence,
  RecordResult: occurrence,
  RecordJointInstrumentReview: occurrence,
  CallReview: (state, data, { at, book }) => planCall(state, data as CallReviewData, at, book),
  ConcludeDirective: (state, _, { at, book }) => planConclusion(state, at, book),
  RecordPraise: occurrence,
  NoteLaterInstrument: (_, data, { at, book }) =>
    planLaterInstrument(data as LaterInstrument, at, book),
  AddAddressee: (state, data, { at, book }) =>
    planAddressee(state, data as { unit: string }, at, book),
};

const ROUND: { readonly [type: string]: Planner<RoundState> } = {
  RequestExtension: (state, data, { at, book }) => {
    const { unit, proposedDate } = data as { unit: string; proposedDate: string };
    return planExtension(state, { unit, date: proposedDate }, at, book);
  },
  DecideExtension: (state, data, { at, book }) => {
    const asked = data as { unit: string; decision: string; date: string | null };
    const date = asked.date ?? state.obligations[asked.unit]?.extension?.proposedDate;
    if (asked.decision === 'deny' || date === undefined) return undefined;
    return planExtension(state, { unit: asked.unit, date }, at, book);
  },
  AnswerCounterProposal: (state, data, { at, book }) => {
    const { unit, agree } = data as { unit: string; agree: boolean };
    const date = state.obligations[unit]?.extension?.counterDate;
    return agree && date ? planExtension(state, { unit, date }, at, book) : undefined;
  },
  ResumeRound: (state, data, { at, book }) => {
    const { newDueDate } = data as { newDueDate: string | null };
    return newDueDate === null ? undefined : planResumption(state, { newDueDate }, at, book);
  },
  ReplanHeldRungs: (state, data, { at, book }) =>
    planHeldRungs(state, data as Required<HeldRungs>, at, book),
};

const REVIEW: { readonly [type: string]: Planner<unknown> } = {
  JudgeTask: (_, data, context) => planJudging(data as { task: string }, context),
  HoldReviewConference: (_, data, { at, ...given }) =>
    planReviewConference(data as ReviewConference, at, given),
  DecideConclusion: (_, data, { at, book }) =>
    planDecidedConclusion(data as DecideConclusionData, at, book),
};

const ORG: { readonly [type: string]: Planner<OrgState> } = {
  MergeUnits: (_state, _data, { directives }) => planEnding(directives),
  SplitUnit: (_state, _data, { directives }) => planEnding(directives),
  DissolveUnit: (_state, _data, { directives }) => planEnding(directives),
  ReorganiseUnits: (_, data, { at, book }) => planReorganisation(data as { on: string }, at, book),
};

const REORGANISATION: { readonly [type: string]: Planner<ReorganisationState> } = {
  ListDirectives: (_state, _data, { directives }) => directives,
  DecideHeir: (_state, data, { at, book }) =>
    planHeir(data as { unit: string; heir: string }, at, book),
};

const nextStep =
  (step: StepName): Planner<CommendationState> =>
  (state, _, context) =>
    planNextStep(step, { state, ...context });

const COMMENDATION: { readonly [type: string]: Planner<CommendationState> } = {
  NominateForCommendation: (state, data, context) =>
    planNomination(data as Nomination, { state, ...context }),
  CompleteDossier: nextStep('appraisal'),
  ReturnDossier: nextStep('dossier'),
  AppraiseNomination: (state, data, context) =>
    planAppraisal(data as Appraisal, { state, ...context }),
  DecideCommendation: (state, data, context) =>
    planDecision(data as { date: LocalDate }, { state, ...context }),
  ConferAward: (state, data, context) =>
    planConferral(data as { on: LocalDate }, { state, ...context }),
  MakeAwardKnown: (state, data, context) =>
    planAnnouncement(data as { on: LocalDate }, { state, ...context }),
  RecordAwards: (_, data, context) => planReport(data as ReportedAwards, context),
  ReplanHeldStep: (state, data, context) =>
    planHeldStep(data as { deadline: string; rungs: readonly string[] }, { state, ...context }),
};

const BARS: { readonly [type: string]: Planner<unknown> } = {
  RecordBar: (_, data, { book }) => planUnits([(data as Bar).unit], book.org),
};

const PLANNERS: {
  readonly [K in StreamKind]?: { readonly [type: string]: Planner<never> };
} = {
  directive: DIRECTIVE,
  round: ROUND,
  review: REVIEW,
  org: ORG,
  reorganisation: REORGANISATION,
  commendation: COMMENDATION,
  bars: BARS,
};

/** Whether the command's type may need dates: its stream's state and the book are worth loading. */
export function needsPlan(command: PlannableCommand): boolean {
  if (kindOfStream(command.stream) === 'recognition') return command.type !== 'WakeUp';
  return (
    isJudging(command.type) ||
    isOfRemit(command) ||
    meetsHolds(command) ||
    meetsUnits(command) ||
    endsWithArchive(command) ||
    plannerOf(command) !== undefined
  );
}

function plannerOf({ type, stream }: PlannableCommand): Planner<never> | undefined {
  const kind = kindOfStream(stream);
  const planners = kind === null ? undefined : PLANNERS[kind];
  return planners && Object.hasOwn(planners, type) ? planners[type] : undefined;
}

/** Whether the plan is made of what the stream holds: a year of recognition is planned by the book alone. */
export function plansFromState(stream: string): boolean {
  return kindOfStream(stream) !== 'recognition';
}

/**
 * The plan to put on the command, `{ impossible }` when its dates cannot be computed, undefined when it needs none.
 * `state` is the folded state of the command's stream, `linked` the directives a link concerns.
 */
export function plan(
  command: PlannableCommand,
  state: unknown,
  book: PolicyBook,
  at: Instant,
  linked: Linked = new Map(),
  found: Found = {},
): unknown {
  if (!needsPlan(command)) return undefined;
  const made = planMade(command, state, { book, at, linked, found });
  const judged = withKin(command, made, { book, at });
  const ofRemit = withRemit(command, judged, { state, book, at, found });
  const standing = withStanding(command, ofRemit, { state, book, at });
  return withHolds(command, withArchive(command, standing, found), found);
}

type Given = {
  readonly book: PolicyBook;
  readonly at: Instant;
  readonly linked: Linked;
  readonly found: Found;
};

function planMade(command: PlannableCommand, state: unknown, given: Given): unknown {
  const { book, at, linked, found } = given;
  if (kindOfStream(command.stream) === 'recognition') {
    return planRecognition(command as RecognitionAsked, at, book, found);
  }
  const planner = plannerOf(command) as Planner<unknown> | undefined;
  if (planner === undefined) return undefined;
  const { stream, data, actor } = command;
  try {
    return planner(state, data, {
      ...{ at, book, linked, ...found },
      unit: actor?.unit ?? null,
    });
  } catch (error) {
    const impossible = impossibleOf(error);
    if (impossible === null) throw error;
    if (kindOfStream(stream) === 'round') return impossible;
    // These refuse with the code they are given: it must be one of their own.
    const params = { place: impossible.impossible, found: impossible.params.place ?? '' };
    return { impossible: 'plan.invalid', params };
  }
}
