/** What happened in a review. */
import type { Duty } from '../duty/types';
import type { Event, Instant } from '../kernel';
import type { CalledReview } from './called';
import type {
  Conclusion,
  DirectiveEnd,
  JudgementEvidence,
  PackRef,
  ReviewConference,
  TaskJudgement,
} from './commands';

type E<T extends string, D> = Event<T, D>;

export type ReviewEvent =
  | E<'ReviewOpened', CalledReview>
  | E<'SelfAssessmentBegan', { duty: string; period: string }>
  | E<'ReviewCutOffReached', { directive: string; cutOff: Instant }>
  | E<'ReviewPackFrozen', PackRef>
  /** `beforeCutOff`: it took place before the data closed, at this instant; absent otherwise. */
  | E<'ReviewConferenceHeld', ReviewConference & { beforeCutOff?: Instant }>
  | E<'ConclusionsRecorded', { conclusions: readonly Conclusion[]; document: string | null }>
  /** The duty that the directive is asked to set up: it runs like any other. */
  | E<'ConclusionDecided', { directive: string; key: string; duty: Duty; reason: string }>
  | E<'ConclusionDropped', { key: string; reason: string }>
  | E<
      'TaskJudged',
      {
        task: string;
        judgement: TaskJudgement;
        evidence: JudgementEvidence;
        reason: string;
        /** What was judged before, when this corrects it. */
        earlier: TaskJudgement | null;
      }
    >
  | E<'LessonRecorded', { text: string }>
  | E<'ReviewCancelled', { reason: string }>
  | E<
      'DirectiveEndNoted',
      {
        how: DirectiveEnd;
        reason: string;
        /** Conclusions without owner and date, which nobody can be given any more; absent when there are none. */
        waiting?: readonly Conclusion[];
      }
    >;
