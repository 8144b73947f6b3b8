/**
 * The table of reactions: event, name, what is asked. A name is part of the ids of the commands it asks for, so it
 * never changes; a new reaction gets a new name.
 */
import type { PlanAsked } from '../directive/types';
import { directiveStream, parseRoundStream, roundStream } from '../streams';
import { REVIEW_REACTIONS } from './review-reactions';
import { ROLL_UP_REACTIONS } from './roll-up-rows';
import { ask, eachShard, idOf, reaction, type Asked, type Reaction } from './row';
import { SUCCESSION_REACTIONS } from './succession';

function planEach(stream: string, asked: readonly PlanAsked[]): readonly Asked[] {
  return asked.map(({ duty, request }) => {
    const data = { duty, after: null };
    return ask(stream, 'PlanRound', request === null ? data : { ...data, request });
  });
}

const of = 'directive';

export const REACTIONS: readonly Reaction[] = [
  reaction({
    name: 'asks-for-number',
    of,
    on: 'IssueRequested',
    asks: ({ series, directive, issuer, symbol, number, symbolPattern }) => [
      ask(series, 'AllotNumber', { directive, issuer, stated: symbol, number, symbolPattern }),
    ],
  }),
  reaction({
    name: 'confirms-issue',
    of: 'series',
    on: 'NumberAllotted',
    asks: ({ directive, number, symbol, series }) => [
      ask(directiveStream(directive), 'ConfirmIssue', { number, symbol, series }),
    ],
  }),
  reaction({
    name: 'hands-back-issue',
    of: 'series',
    on: 'NumberRefused',
    asks: ({ directive, code, symbol }) => [
      ask(directiveStream(directive), 'HandBackIssue', { code, symbol }),
    ],
  }),
  reaction({
    name: 'plans-first-rounds',
    of,
    on: 'DirectiveIssued',
    asks: ({ duties }, stream) =>
      planEach(
        stream,
        duties.map((duty) => ({ duty, request: null })),
      ),
  }),
  reaction({
    name: 'plans-after-set-up',
    of,
    on: 'DutySetUp',
    asks: ({ replan }, stream) => planEach(stream, replan),
  }),
  reaction({
    name: 'plans-after-decision',
    of,
    on: 'ValueDecided',
    asks: ({ replan }, stream) => planEach(stream, replan),
  }),
  reaction({
    name: 'plans-after-amendment',
    of,
    on: 'DirectiveAmended',
    asks: ({ replan }, stream) => planEach(stream, replan),
  }),
  reaction({
    name: 'plans-requested-report',
    of,
    on: 'ReportRequested',
    asks: ({ duty, request }, stream) => planEach(stream, [{ duty, request }]),
  }),
  reaction({
    name: 'convenes-due-round',
    of,
    on: 'RoundFellDue',
    asks: ({ duty, period, requestedDue }, stream) => [
      ask(stream, 'ConveneRound', { duty, period, requestedDue }),
    ],
  }),
  reaction({
    name: 'opens-round',
    of,
    on: 'RoundConvened',
    asks: ({ heading, shards, schedule, late }) =>
      shards.map(({ shard, units }) => {
        const { directive, duty, period } = heading;
        const stream = roundStream({ directive, duty, period: period.id, shard });
        return ask(stream, 'OpenRound', { heading, shard, units, schedule, late });
      }),
  }),
  reaction({
    name: 'convenes-next-shard',
    of,
    on: 'RoundConvened',
    asks: ({ heading, nextShard, requestedDue }, stream) => {
      const { duty, period } = heading;
      if (nextShard === null) return [];
      return [ask(stream, 'ConveneRound', { duty, period, requestedDue, shard: nextShard })];
    },
  }),
  reaction({
    name: 'plans-next-round',
    of,
    on: 'RoundConvened',
    asks: ({ heading, plansNext }, stream) =>
      plansNext ? [ask(stream, 'PlanRound', { duty: heading.duty, after: heading.period.id })] : [],
  }),
  reaction({
    name: 'plans-after-not-convened',
    of,
    on: 'RoundNotConvened',
    asks: ({ duty, period, plansNext }, stream) =>
      plansNext ? [ask(stream, 'PlanRound', { duty, after: period.id })] : [],
  }),
  reaction({
    name: 'convenes-late-addressee',
    of,
    on: 'AddresseeAdded',
    asks: ({ unit, joins }, stream) =>
      joins.map(({ duty, period }) => ask(stream, 'ConveneRound', { duty, period, late: [unit] })),
  }),
  ...ROLL_UP_REACTIONS,
  ...SUCCESSION_REACTIONS,
  reaction({
    name: 'notes-shard-closed',
    of: 'round',
    on: 'RoundClosed',
    asks: ({ unfinished }, stream) => {
      const { directive, duty, period, shard } = parseRoundStream(stream)!;
      const closed = { duty, period, shard, unfinished };
      return [ask(directiveStream(directive), 'NoteShardClosed', closed)];
    },
  }),
  reaction({
    name: 'replans-held-rungs',
    of: 'round',
    on: 'RungsHeld',
    asks: ({ schedule, rungs, units }, stream) => [
      ask(stream, 'ReplanHeldRungs', { schedule, rungs, units }),
    ],
  }),
  reaction({
    name: 'replans-held-step',
    of: 'commendation',
    on: 'CommendationRungsHeld',
    asks: ({ deadline, rungs }, stream) => [ask(stream, 'ReplanHeldStep', { deadline, rungs })],
  }),
  reaction({
    name: 'suspends-rounds',
    of,
    on: 'DirectiveSuspended',
    asks: (data, stream) => eachShard(stream, 'SuspendRound', data),
  }),
  reaction({
    name: 'resumes-rounds',
    of,
    on: 'DirectiveResumed',
    asks: ({ shards, reason, newDueDates }, stream) =>
      shards.map(({ duty, period, shard }) => {
        const set = newDueDates.find((one) => one.duty === duty && one.period === period);
        const round = roundStream({ directive: idOf(stream), duty, period, shard });
        return ask(round, 'ResumeRound', { reason, newDueDate: set?.date ?? null });
      }),
  }),
  reaction({
    name: 'plans-after-resumption',
    of,
    on: 'DirectiveResumed',
    asks: ({ replan }, stream) => planEach(stream, replan),
  }),
  reaction({
    name: 'convenes-after-resumption',
    of,
    on: 'DirectiveResumed',
    asks: ({ convening }, stream) => convening.map((shard) => ask(stream, 'ConveneRound', shard)),
  }),
  reaction({
    name: 'cancels-superseded-rounds',
    of,
    on: 'DirectiveSuperseded',
    asks: (data, stream) => eachShard(stream, 'CancelRound', data),
  }),
  reaction({
    name: 'cancels-revoked-rounds',
    of,
    on: 'DirectiveRevoked',
    asks: (data, stream) => eachShard(stream, 'CancelRound', data),
  }),
  reaction({
    name: 'cancels-recalled-rounds',
    of,
    on: 'DirectiveRecalled',
    asks: (data, stream) => eachShard(stream, 'CancelRound', data),
  }),
  reaction({
    name: 'closes-concluded-rounds',
    of,
    on: 'DirectiveConcluded',
    asks: ({ shards, reason, reasons = [] }, stream) =>
      shards.map((shard) => {
        const own = reasons.find(({ duty }) => duty === shard.duty);
        const round = roundStream({ directive: idOf(stream), ...shard });
        return ask(round, 'CloseRound', { reason: own?.reason ?? reason });
      }),
  }),
  ...REVIEW_REACTIONS,
];
