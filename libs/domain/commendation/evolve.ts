/** What each event does to a commendation's state. Nothing is decided here, and nothing is refused. */
import { evolveBy, type Folding } from '../dispatch';
import type { TurnTo } from './check';
import type { CommendationEvent, CommendationState, CommendationStatus, RungResult } from './types';

export const NO_COMMENDATION: CommendationState = {
  id: '',
  status: 'none',
  nominatedBy: null,
  nominatedAt: null,
  nomination: null,
  formName: null,
  reported: null,
  appraisal: null,
  opinions: {},
  decision: null,
  deadlines: {},
  current: null,
  pending: [],
  held: [],
  outcomes: {},
  escalated: null,
};

const FOLDS: Folding<CommendationState, CommendationEvent> = {
  CommendationNominated: (state, { data, at }) => ({
    ...turned(state, 'nominated', data),
    id: data.id,
    nominatedBy: data.nominatedBy,
    nominatedAt: at,
    nomination: data.nomination,
    formName: data.power.name,
  }),
  DossierCompleted: (state, { data }) => turned(state, 'dossierComplete', data),
  DossierReturned: (state, { data }) => ({
    ...turned(state, 'returned', data),
    appraisal: null,
    opinions: {},
  }),
  NominationAppraised: (state, { data, at }) => {
    const { finding, reason, barred, opinionsOf, by } = data;
    const appraisal = { finding, reason, barred, opinionsOf, by, at };
    return { ...turned(state, 'appraised', data), appraisal };
  },
  OpinionGiven: (state, { data }) => ({
    ...state,
    opinions: { ...state.opinions, [data.unit]: data.opinion },
  }),
  CommendationDecided: (state, { data }) => {
    const { number, date, signer, reason, otherwise = false } = data;
    const decision = { number, date, signer, reason, otherwise };
    return { ...turned(state, 'decided', data), decision };
  },
  CommendationRefused: (state, { data }) => turned(state, 'refused', data),
  AwardConferred: (state, { data }) => turned(state, 'awarded', data),
  AwardMadeKnown: (state, { data }) => turned(state, 'madeKnown', data),
  NominationWithdrawn: (state, { data }) => turned(state, 'withdrawn', data),
  CommendationRevoked: (state, { data }) => turned(state, 'revoked', data),
  AwardsRecorded: (state, { data }) => {
    const { id, ...reported } = data;
    return { ...state, id, status: 'reported', reported };
  },
  CommendationRungReached: (state, { data }) => {
    const { deadline, rung, kind, at, issuedAt, to, skipped } = data;
    const result: RungResult =
      skipped === null
        ? { outcome: 'issued', at: issuedAt, to: to ?? '' }
        : { outcome: 'skipped', reason: skipped };
    const escalated = skipped === null && kind !== 'reminder';
    return {
      ...state,
      pending: state.pending.filter(({ id }) => id !== rung),
      outcomes: { ...state.outcomes, [`${deadline}/${rung}`]: result },
      escalated: escalated ? { dueAt: at, issuedAt, to: to ?? '' } : state.escalated,
    };
  },
  CommendationRungsHeld: (state, { data }) => ({ ...state, pending: [], held: data.rungs }),
  HeldStepReplanned: (state, { data: { deadline, rungs, schedule } }) => {
    const before = state.deadlines[deadline]!;
    const known = before.schedule.rungs.filter(({ id }) => !rungs.some((rung) => rung.id === id));
    const after = { ...schedule, rungs: [...known, ...rungs] };
    return {
      ...state,
      deadlines: { ...state.deadlines, [deadline]: { ...before, schedule: after } },
      pending: rungs,
      held: [],
    };
  },
};

export const evolve = evolveBy<CommendationState, CommendationEvent>('commendation', FOLDS);

/** One step is done, its last rungs do not come; the next begins, or none. */
function turned(
  state: CommendationState,
  status: CommendationStatus,
  { closed, deadline }: TurnTo,
): CommendationState {
  const done = (closed?.rungs ?? []).map((rung): [string, RungResult] => [
    `${closed!.deadline}/${rung}`,
    { outcome: 'skipped', reason: closed!.reason },
  ]);
  return {
    ...state,
    status,
    outcomes: { ...state.outcomes, ...Object.fromEntries(done) },
    deadlines:
      deadline === null ? state.deadlines : { ...state.deadlines, [deadline.id]: deadline },
    current: deadline?.id ?? null,
    pending: deadline?.schedule.rungs ?? [],
    held: [],
    escalated: null,
  };
}
