/** The decider of a review: its table of commands, its table of events, and its one wake-up, the cut-off. */
import { decideBy, evolveBy } from '../dispatch';
import type { Decider } from '../kernel';
import { beginSelfAssessment, openReview, wakeUp } from './begin';
import type { ReviewCommand } from './commands';
import { decideConclusion, dropConclusion, recordConclusions } from './conclusions';
import { cancelReview, noteDirectiveEnded } from './end-review';
import type { ReviewEvent } from './events';
import { REVIEW_FOLDS } from './evolve';
import { freezePack } from './freeze-pack';
import { holdConference } from './hold-conference';
import { judgeTask, recordLesson } from './judge-task';
import { NO_REVIEW, type ReviewState } from './state';

export const reviewDecider: Decider<ReviewState, ReviewCommand, ReviewEvent> = {
  kind: 'review',
  initial: NO_REVIEW,
  decide: decideBy<ReviewState, ReviewCommand, ReviewEvent>({
    OpenReview: openReview,
    BeginSelfAssessment: beginSelfAssessment,
    FreezeReviewPack: freezePack,
    HoldReviewConference: holdConference,
    RecordConclusions: recordConclusions,
    DecideConclusion: decideConclusion,
    DropConclusion: dropConclusion,
    JudgeTask: judgeTask,
    RecordLesson: recordLesson,
    CancelReview: cancelReview,
    NoteDirectiveEnded: noteDirectiveEnded,
    WakeUp: wakeUp,
  }),
  evolve: evolveBy<ReviewState, ReviewEvent>('review', REVIEW_FOLDS),
  nextWakeup: ({ status, called }) =>
    status === 'called' || status === 'selfAssessing' ? called!.cutOff : null,
};
