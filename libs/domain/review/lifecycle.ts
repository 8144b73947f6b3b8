/** The life of a review as a table: what may be asked in which status, and where it leads. */
import { lifecycle } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import type { ReviewCommandType } from './commands';
import type { ReviewState, ReviewStatus } from './state';

/** Judgements rest on the frozen pack, and may follow and correct each other from then on. */
const judging = <S extends ReviewStatus>(status: S) => ({
  JudgeTask: status,
  RecordLesson: status,
  NoteDirectiveEnded: status,
});

export const reviewLifecycle = lifecycle<ReviewStatus, ReviewCommandType>('review', {
  none: { OpenReview: 'called' },
  called: {
    BeginSelfAssessment: 'selfAssessing',
    WakeUp: 'cutOff',
    CancelReview: 'cancelled',
    NoteDirectiveEnded: 'cancelled',
  },
  selfAssessing: {
    WakeUp: 'cutOff',
    CancelReview: 'cancelled',
    NoteDirectiveEnded: 'cancelled',
  },
  cutOff: {
    FreezeReviewPack: 'packFrozen',
    CancelReview: 'cancelled',
    NoteDirectiveEnded: 'cutOff',
  },
  packFrozen: {
    FreezeReviewPack: 'packFrozen',
    HoldReviewConference: 'conferenceHeld',
    ...judging('packFrozen'),
    CancelReview: 'cancelled',
  },
  conferenceHeld: { RecordConclusions: 'concluded', ...judging('conferenceHeld') },
  concluded: {
    DecideConclusion: 'concluded',
    DropConclusion: 'concluded',
    ...judging('concluded'),
  },
  cancelled: { NoteDirectiveEnded: 'cancelled', FreezeReviewPack: 'cancelled' },
});

export function refuseByStatus({ status }: ReviewState, type: ReviewCommandType): Refusal | null {
  if (reviewLifecycle.next(status, type) !== null) return null;
  if (status === 'none') return refuse('review.unknown', { command: type });
  const possible = reviewLifecycle.actions(status);
  return refuse('review.not-possible-now', { status, command: type, possible });
}
