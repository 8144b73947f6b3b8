/** What each event does to the review's state. Nothing is decided here, and nothing is refused. */
import type { Folding } from '../dispatch';
import type { ReviewEvent } from './events';
import type { ConclusionState, ReviewState } from './state';

export const REVIEW_FOLDS: Folding<ReviewState, ReviewEvent> = {
  ReviewOpened: (state, { data }) => ({ ...state, status: 'called', called: data }),
  SelfAssessmentBegan: (state) => ({ ...state, status: 'selfAssessing' }),
  ReviewCutOffReached: (state) => ({ ...state, status: 'cutOff' }),
  ReviewPackFrozen: (state, { data }) => ({ ...state, status: 'packFrozen', pack: data }),
  ReviewConferenceHeld: (state, { data }) => ({
    ...state,
    status: 'conferenceHeld',
    conference: data,
  }),
  ConclusionsRecorded: (state, { data }) => ({
    ...state,
    status: 'concluded',
    conclusions: data.conclusions.map((one) => ({ ...one, status: 'waiting', duty: null })),
  }),
  ConclusionDecided: (state, { data: { key, duty } }) =>
    settled(state, key, { status: 'decided', duty: duty.id }),
  ConclusionDropped: (state, { data: { key } }) =>
    settled(state, key, { status: 'dropped', duty: null }),
  TaskJudged: (state, { data, actor, at }) => {
    const { task, judgement, evidence, reason } = data;
    const judged = { judgement, evidence, reason, by: actor, at };
    return { ...state, judgements: { ...state.judgements, [task]: judged } };
  },
  LessonRecorded: (state, { data }) => ({ ...state, lessons: [...state.lessons, data.text] }),
  ReviewCancelled: (state) => ({ ...state, status: 'cancelled' }),
  DirectiveEndNoted: (state, { data }) => ({ ...state, directiveEnded: data.how }),
};

function settled(
  state: ReviewState,
  key: string,
  how: Pick<ConclusionState, 'status' | 'duty'>,
): ReviewState {
  const conclusions = state.conclusions.map((one) => (one.key === key ? { ...one, ...how } : one));
  return { ...state, conclusions };
}
