/** A review's state, as its events fold into it. */
import type { Actor, Instant } from '../kernel';
import type { CalledReview } from './called';
import type {
  Conclusion,
  DirectiveEnd,
  JudgementEvidence,
  PackRef,
  ReviewConference,
  TaskJudgement,
} from './commands';

export type * from './called';

export type ReviewStatus =
  | 'none'
  | 'called'
  | 'selfAssessing'
  | 'cutOff'
  | 'packFrozen'
  | 'conferenceHeld'
  | 'concluded'
  | 'cancelled';

export type ConclusionState = Conclusion & {
  /** `waiting`: nobody has decided its owner and date yet. */
  readonly status: 'waiting' | 'decided' | 'dropped';
  /** The directive's duty that it became. */
  readonly duty: string | null;
};

export type JudgedTask = {
  readonly judgement: TaskJudgement;
  readonly evidence: JudgementEvidence;
  readonly reason: string;
  readonly by: Actor;
  readonly at: Instant;
};

export type ReviewState = {
  readonly status: ReviewStatus;
  readonly called: CalledReview | null;
  readonly pack: PackRef | null;
  readonly conference: ReviewConference | null;
  readonly conclusions: readonly ConclusionState[];
  /** By the task's key: the latest judgement. */
  readonly judgements: { readonly [task: string]: JudgedTask };
  readonly lessons: readonly string[];
  readonly directiveEnded: DirectiveEnd | null;
};

export const NO_REVIEW: ReviewState = {
  status: 'none',
  called: null,
  pack: null,
  conference: null,
  conclusions: [],
  judgements: {},
  lessons: [],
  directiveEnded: null,
};
