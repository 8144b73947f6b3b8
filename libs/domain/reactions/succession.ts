/**
 * How a change set of units travels: the organisation's event begins it, directives are found and asked, their shards
 * hand over, and each answer goes back to the change set, which knows when all are done.
 */
import type { BlockedCount, HandOver } from '../reorganisation/types';
import {
  directiveStream,
  ORG_STREAM,
  parseRoundStream,
  reorganisationStream,
  roundStream,
} from '../streams';
import { ask, idOf, reaction, type Reaction } from './row';

const of = 'reorganisation';

export const SUCCESSION_REACTIONS: readonly Reaction[] = [
  reaction({
    name: 'begins-reorganisation',
    of: 'org',
    on: 'UnitsReorganised',
    asks: ({ id, title, on, source, successions }) => [
      ask(reorganisationStream(id), 'BeginReorganisation', { id, title, on, source, successions }),
    ],
  }),
  reaction({
    name: 'begins-hand-back',
    of: 'org',
    on: 'ReorganisationUndone',
    asks: ({ restored: _restored, ...undone }) => [
      ask(reorganisationStream(undone.id), 'BeginHandBack', undone),
    ],
  }),
  reaction({
    name: 'lists-directives',
    of,
    on: 'ReorganisationBegun',
    asks: (_data, stream) => [ask(stream, 'ListDirectives', { pass: 0, after: null })],
  }),
  reaction({
    name: 'lists-directives-for-heir',
    of,
    on: 'HeirDecided',
    asks: ({ pass }, stream) => [ask(stream, 'ListDirectives', { pass, after: null })],
  }),
  reaction({
    name: 'lists-directives-to-hand-back',
    of,
    on: 'HandBackBegun',
    asks: ({ pass }, stream) => [ask(stream, 'ListDirectives', { pass, after: null })],
  }),
  reaction({
    name: 'asks-hand-over',
    of,
    on: 'DirectivesListed',
    asks: ({ directives, next: _next, ...handOver }) =>
      directives.map((directive) => ask(directiveStream(directive), 'HandOverUnits', handOver)),
  }),
  reaction({
    name: 'lists-more-directives',
    of,
    on: 'DirectivesListed',
    asks: ({ pass, next }, stream) =>
      next === null ? [] : [ask(stream, 'ListDirectives', { pass, after: next })],
  }),
  reaction({
    name: 'asks-transfers',
    of: 'directive',
    on: 'HandOverAsked',
    asks: ({ rounds, ...transfer }, stream) =>
      rounds.flatMap(({ duty, period, shards }) =>
        shards.map((shard) => {
          const round = roundStream({ directive: idOf(stream), duty, period, shard });
          return ask(round, 'TransferObligations', transfer);
        }),
      ),
  }),
  reaction({
    name: 'notes-hand-over',
    of: 'directive',
    on: 'HandOverAsked',
    asks: ({ rounds, ...handOver }, stream) => [
      ask(setOf(handOver), 'NoteHandOver', {
        pass: handOver.pass,
        directive: idOf(stream),
        rounds,
      }),
    ],
  }),
  reaction({
    name: 'notes-transfer',
    of: 'round',
    on: 'ObligationsTransferred',
    asks: ({ blocked, moved, last, ...handOver }, stream) => {
      if (!last) return [];
      const counts: BlockedCount[] = blocked.map(({ owner, units }) => ({
        unit: owner,
        count: units.length,
      }));
      const shard = parseRoundStream(stream)!;
      const { pass } = handOver;
      return [ask(setOf(handOver), 'NoteTransfer', { pass, ...shard, moved, blocked: counts })];
    },
  }),
  reaction({
    name: 'notes-reorganisation-done',
    of,
    on: 'ReorganisationCompleted',
    asks: ({ reorganisation, heirs, decided }) => [
      ask(ORG_STREAM, 'NoteReorganisationDone', {
        ...{ id: reorganisation, back: false, heirs },
        ...(decided === undefined ? {} : { decided }),
      }),
    ],
  }),
  reaction({
    name: 'notes-hand-back-done',
    of,
    on: 'HandBackCompleted',
    asks: ({ reorganisation }) => [
      ask(ORG_STREAM, 'NoteReorganisationDone', { id: reorganisation, back: true, heirs: [] }),
    ],
  }),
];

function setOf({ reorganisation }: Pick<HandOver, 'reorganisation'>): string {
  return reorganisationStream(reorganisation);
}
