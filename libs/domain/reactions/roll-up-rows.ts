/** Reactions between levels: a link is noted where the reports are made, and an accepted report answers the level above. */
import { valueOf } from '../kernel';
import { directiveStream, obligationId, parseRoundStream, roundStream } from '../streams';
import type { Feeding } from '../directive/types';
import { ask, idOf, reaction, type Asked, type Reaction } from './row';

const of = 'directive';

export const ROLL_UP_REACTIONS: readonly Reaction[] = [
  reaction({
    name: 'notes-what-feeds',
    of,
    on: 'DutyLinked',
    asks: ({ duty, unit, from, open = [] }, stream) => {
      const below = valueOf(from);
      if (unit === null || below === undefined) return [];
      const target = { directive: idOf(stream), duty, unit };
      const data = { duty: below.duty, target, feeds: true, ...(open.length > 0 ? { open } : {}) };
      return [ask(directiveStream(below.directive), 'NoteFeeds', data)];
    },
  }),
  reaction({
    name: 'notes-what-feeds-no-more',
    of,
    on: 'DutyUnlinked',
    asks: ({ duty, unit, from }, stream) => {
      if (unit === null) return [];
      const target = { directive: idOf(stream), duty, unit };
      const data = { duty: from.duty, target, feeds: false };
      return [ask(directiveStream(from.directive), 'NoteFeeds', data)];
    },
  }),
  reaction({
    name: 'notes-in-open-rounds',
    of,
    on: 'FeedsNoted',
    asks: ({ target, feeds, shards = [] }, stream) =>
      shards.map((shard) => {
        const round = roundStream({ directive: idOf(stream), ...shard });
        return ask(round, 'NoteRoundFeeds', { target, feeds });
      }),
  }),
  reaction({
    name: 'answers-above',
    of: 'round',
    on: 'ReportAccepted',
    asks: ({ feeding, ...report }, stream) =>
      feeding === undefined ? [] : answersAbove(stream, { ...report, feeding }),
  }),
  reaction({
    name: 'answers-above-afterwards',
    of: 'round',
    on: 'AcceptedReportFed',
    asks: (data, stream) => answersAbove(stream, data),
  }),
  reaction({
    name: 'feeds-report',
    of,
    on: 'ChildReportTaken',
    asks: ({ duty, period, shard, unit, child, form }, stream) => {
      const round = roundStream({ directive: idOf(stream), duty, period, shard });
      return [ask(round, 'FeedReport', { unit, child, ...(form ? { form } : {}) })];
    },
  }),
];

type Fed = { readonly unit: string; readonly submission: number; readonly feeding: Feeding };

function answersAbove(stream: string, { unit, submission, feeding }: Fed): readonly Asked[] {
  const { targets, symbol, period, report, by, form } = feeding;
  const obligation = obligationId(parseRoundStream(stream)!, unit);
  const child = { symbol, obligation, submission, by, report };
  return targets.map((target) =>
    ask(directiveStream(target.directive), 'TakeChildReport', {
      duty: target.duty,
      unit: target.unit,
      period,
      child,
      ...(form ? { form } : {}),
    }),
  );
}
