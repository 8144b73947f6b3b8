/** What calls, opens and ends reviews, and what their conclusions ask of the directive. */
import { isRequestPeriod } from '../directive/state';
import type { DirectiveEnd } from '../review/commands';
import { directiveStream, parseReviewStream, reviewStream } from '../streams';
import { ask, eachShard, idOf, reaction, type Reaction } from './row';

const of = 'directive';

/** The end of a directive is told to its reviews, whichever way it came. */
function tellsReviews(
  name: string,
  on: 'DirectiveSuperseded' | 'DirectiveRevoked' | 'DirectiveRecalled' | 'DirectiveConcluded',
  how: DirectiveEnd,
): Reaction {
  return reaction({
    name,
    of,
    on,
    asks: ({ reviews = [], reason }, stream) =>
      reviews.map((review) => {
        const target = reviewStream({ directive: idOf(stream), review });
        return ask(target, 'NoteDirectiveEnded', { how, reason });
      }),
  });
}

export const REVIEW_REACTIONS: readonly Reaction[] = [
  // The round in which a yearly review is owed calls it; what was known when it was due makes its pack.
  reaction({
    name: 'calls-review-of-period',
    of,
    on: 'RoundConvened',
    asks: ({ heading, shards, schedule, late, requestedDue }, stream) => {
      const { duty, dutyKind, period } = heading;
      const opens = shards[0]?.shard === 0 && !late;
      const onRequest = requestedDue !== null || isRequestPeriod(period.id);
      if (dutyKind !== 'review' || !opens || onRequest) return [];
      return [ask(stream, 'CallReviewOfPeriod', { duty, period, cutOff: schedule.dueAt })];
    },
  }),
  reaction({
    name: 'opens-review',
    of,
    on: 'ReviewCalled',
    asks: (called, stream) => [
      ask(reviewStream({ directive: idOf(stream), review: called.n }), 'OpenReview', called),
    ],
  }),
  reaction({
    name: 'begins-self-assessment',
    of: 'review',
    on: 'ReviewOpened',
    asks: ({ selfAssessment }, stream) =>
      selfAssessment === null ? [] : [ask(stream, 'BeginSelfAssessment', selfAssessment)],
  }),
  reaction({
    name: 'notes-review-concluded',
    of: 'review',
    on: 'ConclusionsRecorded',
    asks: (_data, stream) => {
      const { directive, review } = parseReviewStream(stream)!;
      return [ask(directiveStream(directive), 'NoteReviewConcluded', { review })];
    },
  }),
  reaction({
    name: 'notes-review-cancelled',
    of: 'review',
    on: 'ReviewCancelled',
    asks: ({ reason }, stream) => {
      const { directive, review } = parseReviewStream(stream)!;
      return [ask(directiveStream(directive), 'NoteReviewCancelled', { review, reason })];
    },
  }),
  reaction({
    name: 'cancels-self-assessment',
    of,
    on: 'ReviewCancellationNoted',
    asks: (data, stream) => eachShard(stream, 'CancelRound', data),
  }),
  reaction({
    name: 'sets-up-concluded-duty',
    of: 'review',
    on: 'ConclusionDecided',
    asks: ({ directive, duty }) => [ask(directiveStream(directive), 'SetUpDuty', { duty })],
  }),
  tellsReviews('tells-reviews-superseded', 'DirectiveSuperseded', 'superseded'),
  tellsReviews('tells-reviews-revoked', 'DirectiveRevoked', 'revoked'),
  tellsReviews('tells-reviews-recalled', 'DirectiveRecalled', 'recalled'),
  tellsReviews('tells-reviews-concluded', 'DirectiveConcluded', 'concluded'),
];
