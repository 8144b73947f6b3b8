/** What each event does to the directive's state. Nothing is decided here, and nothing is refused. */
import { sameJson } from '../check-grades';
import type { Folding } from '../dispatch';
import type { Duty } from '../duty/types';
import type { CalledReview } from '../review/called';
import { criticismKey } from './decide-criticism';
import { dutyWith } from './decide-value';
import { foldCorrection } from './fold-correction';
import { foldHandOver, superiorsOf } from './heirs';
import { latestNotes } from './later-instrument';
import { standingHolds } from './legal-hold';
import { linkOf } from './link-duty';
import { foldReviewCancellation } from './note-review-cancelled';
import { withSource } from './record-occurrence';
import { nextKey, requestPeriod, roundKey, roundOf } from './state';
import type { DirectiveEvent, DirectiveState, NextRound, PlanAsked } from './types';

type Coming = { readonly [key: string]: NextRound };

export const DIRECTIVE_FOLDS: Folding<DirectiveState, DirectiveEvent> = {
  DirectiveRegistered: (state, { data }) =>
    data.duties.reduce(withDuty, { ...state, id: data.id, status: 'draft', draft: data.draft }),
  DraftAmended: (state, { data }) => ({ ...state, draft: { ...state.draft!, ...data.changes } }),
  DutySetUp: (state, { data }) => withDuty(state, data.duty),
  FormSet: (state, { data: { duty, form } }) => ({
    ...state,
    forms: { ...state.forms, [duty]: form },
  }),
  IndicatorDefined: (state, { data: { indicator } }) => ({
    ...state,
    indicators: { ...state.indicators, [indicator.id]: indicator },
  }),
  ValueDecided: (state, { data, actor, at }) => {
    if (data.duty === null) {
      const { value, reason } = data;
      const monitoringBody = { grade: 'decided', value, by: actor, at, reason } as const;
      return { ...state, draft: { ...state.draft!, monitoringBody } };
    }
    return withDuty(state, dutyWith(state.duties[data.duty]!, data, { by: actor, at }));
  },
  IssueRequested: (state, { data }) => {
    const { symbol, number, date, signer, urgency } = data;
    const issue = { symbol, number, date, signer, urgency, issuedAt: null };
    return { ...state, status: 'issuing', issue };
  },
  DirectiveIssued: (state, { data, at }) => ({
    ...state,
    status: 'issued',
    draft: { ...state.draft!, urgency: data.urgency },
    issue: { ...state.issue!, symbol: data.symbol, number: data.number, issuedAt: at },
  }),
  IssueHandedBack: (state) => ({ ...state, status: 'draft', issue: null }),
  DirectiveCorrected: foldCorrection,
  DirectiveAmended: (state, { data }) => data.duties.reduce(withDuty, state),
  AddresseeAdded: (state, { data }) => ({
    ...state,
    lateAddressees: [...state.lateAddressees, data.unit],
  }),
  AddresseeClassAdded: (state, { data: { roleClass, name } }) => ({
    ...state,
    lateClasses: [...state.lateClasses, { roleClass, name }],
  }),
  DirectiveSuspended: (state) => ({ ...state, status: 'suspended' }),
  DirectiveResumed: (state, { data }) =>
    dutiesOf(data.replan).reduce(withoutPlans, { ...state, status: 'issued' }),
  DirectiveSuperseded: (state) => ({ ...state, status: 'superseded' }),
  DirectiveRevoked: (state) => ({ ...state, status: 'revoked' }),
  DirectiveRecalled: (state) => ({ ...state, status: 'recalled' }),
  DirectiveConcluded: (state, { data }) => {
    const clock = data.archive ?? null;
    const archive = { clock, reminded: false, fellDue: false, handedAt: null };
    return { ...state, status: 'concluded', archive };
  },
  OwedAfterConclusion: (state) => state,
  ArchiveDue: (state, { data }) => {
    const { archive } = state;
    if (archive === null) return state;
    const reached = data.stage === 'reminder' ? { reminded: true } : { fellDue: true };
    return { ...state, archive: { ...archive, ...reached } };
  },
  LegalHoldPlaced: (state, { data, actor: by, at }) => ({
    ...state,
    legalHolds: { placed: data.hold, standing: [...standingHolds(state), { ...data, by, at }] },
  }),
  LegalHoldReleased: (state, { data }) => ({
    ...state,
    legalHolds: {
      placed: state.legalHolds?.placed ?? data.hold,
      standing: standingHolds(state).filter(({ hold }) => hold !== data.hold),
    },
  }),
  RetentionDecided: (state, { data, actor: by, at }) => ({
    ...state,
    retention: { ...data, by, at },
  }),
  HandedToArchive: (state, { at }) =>
    state.archive === null ? state : { ...state, archive: { ...state.archive, handedAt: at } },
  ReviewCalled: (state, { data }) => ({
    ...state,
    reviews: [...state.reviews, reviewOf(data)],
  }),
  ReviewConcluded: (state, { data }) => ({
    ...state,
    reviews: state.reviews.map((one) =>
      one.n === data.review ? { ...one, concluded: true } : one,
    ),
  }),
  ReviewCancellationNoted: foldReviewCancellation,
  ReportRequested: (state, { data: { duty, request, dueDate } }) => ({
    ...state,
    requests: request,
    requested: { ...state.requested, [requestPeriod(request)]: { duty, request, dueDate } },
  }),
  ConferenceHeld: (state, { data }) => withSource(state, data),
  InspectionHeld: (state, { data }) => withSource(state, data),
  ResultRecorded: (state, { data }) => withSource(state, data),
  JointInstrumentReviewed: (state, { data }) => withSource(state, data),
  UnitPraised: (state, { data }) => withSource(state, data),
  LaterInstrumentNoted: (state, { data }) => ({
    ...state,
    laterInstruments: latestNotes([...state.laterInstruments, data]),
  }),
  RoundPlanned: (state, { data: { duty, period, opensAt } }) => {
    const key = nextKey(state, duty, period.id);
    const next = { ...state.next, [key]: { duty, period, opensAt } };
    return { ...state, next, due: without(state.due, key), missing: without(state.missing, duty) };
  },
  RoundNotPlanned: (state, { data: { duty, missing } }) => ({
    ...state,
    next: without(state.next, duty),
    missing: { ...state.missing, [duty]: missing },
  }),
  NoFurtherRound: (state, { data: { duty } }) => ({
    ...state,
    next: without(state.next, duty),
    missing: without(state.missing, duty),
  }),
  RoundFellDue: (state, { data: { duty, period, opensAt } }) => {
    const key = nextKey(state, duty, period.id);
    const due = { ...state.due, [key]: { duty, period, opensAt } };
    return { ...state, next: without(state.next, key), due };
  },
  RoundConvened: (state, { data: { heading, shards, nextShard } }) => {
    const { duty, period } = heading;
    const round = roundOf(state, duty, period.id) ?? {
      duty,
      period: period.id,
      planned: period,
      shards: [],
      completed: false,
    };
    const opened = shards.map(({ shard, units }) => ({
      shard,
      units: units.map(({ unit }) => unit),
      superiors: superiorsOf(units),
      closed: false,
    }));
    const rounds = {
      ...state.rounds,
      [roundKey(duty, period.id)]: { ...round, shards: [...round.shards, ...opened] },
    };
    const due = nextShard === null ? withoutPeriod(state, duty, period.id) : state.due;
    return { ...state, rounds, due, missing: without(state.missing, duty) };
  },
  RoundNotConvened: (state, { data: { duty, period, missing } }) => ({
    ...state,
    due: withoutPeriod(state, duty, period.id),
    missing: { ...state.missing, [duty]: missing },
  }),
  CriticismDecided: (state, { data }) => ({
    ...state,
    criticisms: [...state.criticisms, criticismKey(data)],
  }),
  HandOverAsked: foldHandOver,
  DutyLinked: (state, { data: { duty, unit, from } }) => ({
    ...state,
    links: [...state.links, { duty, unit, from }],
  }),
  DutyUnlinked: (state, { data: { duty, from } }) => {
    const link = linkOf(state, duty, from);
    return { ...state, links: state.links.filter((one) => one !== link) };
  },
  FeedsNoted: (state, { data: { duty, target, feeds } }) => {
    const others = (state.feeds[duty] ?? []).filter((one) => !sameJson(one, target));
    const now = feeds ? [...others, target] : others;
    return { ...state, feeds: { ...state.feeds, [duty]: now } };
  },
  ChildReportTaken: (state) => state,
  ShardClosed: (state, { data: { duty, period, shard, unfinished } }) => {
    const closed = unfinished === undefined ? { closed: true } : { closed: true, unfinished };
    return withRound(state, roundKey(duty, period), (round) => ({
      ...round,
      shards: round.shards.map((one) => (one.shard === shard ? { ...one, ...closed } : one)),
    }));
  },
  RoundCompleted: (state, { data: { duty, period } }) =>
    withRound(state, roundKey(duty, period), (round) => ({ ...round, completed: true })),
};

function reviewOf({
  heading: _heading,
  reason: _reason,
  document: _document,
  ...called
}: CalledReview) {
  return { ...called, concluded: false, cancelled: false };
}

/** A duty set up or changed: one revision more, and what was planned by the older one is forgotten. */
function withDuty(state: DirectiveState, duty: Duty): DirectiveState {
  const revision = (state.revisions[duty.id] ?? 0) + 1;
  const changed = {
    ...state,
    duties: { ...state.duties, [duty.id]: duty },
    revisions: { ...state.revisions, [duty.id]: revision },
  };
  return withoutPlans(changed, duty.id);
}

/** Forgets what was to open. A round of which some shards are open already is convened to its end. */
function withoutPlans(state: DirectiveState, duty: string): DirectiveState {
  const kept = (coming: Coming, keeps: (one: NextRound) => boolean) =>
    Object.fromEntries(Object.entries(coming).filter(([, one]) => one.duty !== duty || keeps(one)));
  return {
    ...state,
    next: kept(state.next, () => false),
    due: kept(state.due, ({ period }) => roundOf(state, duty, period.id) !== undefined),
  };
}

function dutiesOf(asked: readonly PlanAsked[]): readonly string[] {
  return [...new Set(asked.map(({ duty }) => duty))];
}

function withoutPeriod(state: DirectiveState, duty: string, period: string): Coming {
  const key = nextKey(state, duty, period);
  return state.due[key]?.period.id === period ? without(state.due, key) : state.due;
}

function without<T>(
  record: { readonly [key: string]: T },
  key: string,
): { readonly [key: string]: T } {
  if (!Object.hasOwn(record, key)) return record;
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}

type Round = DirectiveState['rounds'][string];

function withRound(
  state: DirectiveState,
  key: string,
  how: (round: Round) => Round,
): DirectiveState {
  const round = state.rounds[key];
  if (round === undefined) return state;
  return { ...state, rounds: { ...state.rounds, [key]: how(round) } };
}
