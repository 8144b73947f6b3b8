/** What may be asked of a review. */
import type { Occurrence } from '../directive/occurrence';
import type { Who } from '../duty/types';
import type { Command, Graded, Instant, LocalDate, Text } from '../kernel';
import type { CalledReview } from './called';

/** How a directive came to its end, for its reviews. */
export type DirectiveEnd = 'superseded' | 'revoked' | 'recalled' | 'concluded';

export type Attendance = {
  readonly delegates: number;
  /** Who came besides them, by position and never by name. */
  readonly besides: string | null;
};

export type ReviewConference = Occurrence & {
  readonly title: Text;
  readonly attendance: Graded<Attendance>;
};

export type Conclusion = {
  /** `Một là` … `Năm là`, as the conclusion counts. */
  readonly key: string;
  readonly text: string;
};

/** As GAO and the offices judge: implemented, partly, not implemented, no longer applicable. */
export type TaskJudgement = 'implemented' | 'partly' | 'notImplemented' | 'noLongerApplicable';

export type JudgementEvidence = {
  readonly text: string;
  /** SHA-256 of what lies in the content store. */
  readonly contents: readonly string[];
};

export type DecideConclusionData = {
  readonly key: string;
  readonly owner: Who;
  readonly to: readonly string[];
  readonly due: LocalDate;
  readonly title: Text;
  readonly reason: string;
};

export type PackRef = {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Everything of the directive that was recorded by this instant is in it, and nothing else. */
  readonly asOf: Instant;
};

type C<T extends string, D> = Command<T, D>;

export type ReviewCommand =
  | C<'OpenReview', CalledReview>
  | C<'BeginSelfAssessment', { duty: string; period: string }>
  | C<'FreezeReviewPack', PackRef>
  | C<'HoldReviewConference', ReviewConference>
  | C<'RecordConclusions', { conclusions: readonly Conclusion[]; document: string | null }>
  | C<'DecideConclusion', DecideConclusionData>
  | C<'DropConclusion', { key: string; reason: string }>
  | C<
      'JudgeTask',
      { task: string; judgement: TaskJudgement; evidence: JudgementEvidence; reason: string }
    >
  | C<'RecordLesson', { text: string }>
  | C<'CancelReview', { reason: string }>
  | C<'NoteDirectiveEnded', { how: DirectiveEnd; reason: string }>
  | C<'WakeUp', Record<string, never>>;

export type ReviewCommandType = ReviewCommand['type'];
