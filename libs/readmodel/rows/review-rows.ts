/** What is answered about reviews: what was called, the pack by its hash, conclusions, judgements, what came later. */
import type {
  Actor,
  CalledReview,
  ConclusionState,
  DirectiveEnd,
  Duty,
  JudgementEvidence,
  Instant,
  PackRef,
  ReviewConference,
  ReviewStatus,
  TaskJudgement,
  Text,
} from '../../domain';

export type ReviewRow = {
  readonly directive: string;
  readonly review: number;
  readonly status: ReviewStatus;
  readonly called: CalledReview;
  readonly calledAt: Instant;
  readonly calledBy: Actor;
  readonly pack: PackRef | null;
  readonly frozenAt: Instant | null;
  /** Conclusions that wait for owner and date. */
  readonly waiting: number;
  readonly conclusions: number;
  readonly judged: number;
};

export type ConclusionRow = {
  readonly review: number;
  readonly key: string;
  readonly text: string;
  readonly status: ConclusionState['status'];
  readonly duty: Duty | null;
  readonly reason: string | null;
  readonly settledAt: Instant | null;
};

export type JudgementRow = {
  readonly review: number;
  readonly task: string;
  readonly judgement: TaskJudgement;
  readonly evidence: JudgementEvidence;
  readonly reason: string;
  readonly by: Actor;
  readonly at: Instant;
};

/** What came into a round of the pack after it was frozen: kept there, and in no pack. */
export type LaterRow = {
  readonly round: string;
  readonly unit: string;
  readonly type: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
};

export type ReviewDetail = ReviewRow & {
  readonly conference: (ReviewConference & { readonly beforeCutOff?: Instant }) | null;
  readonly document: string | null;
  readonly lessons: readonly string[];
  readonly directiveEnded: DirectiveEnd | null;
  readonly cancelledBecause: string | null;
  readonly conclusionRows: readonly ConclusionRow[];
  readonly judgements: readonly JudgementRow[];
  readonly later: readonly LaterRow[];
  readonly names: { readonly [unit: string]: Text };
};
