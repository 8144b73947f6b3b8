/** A row of the table of reactions: which event of which streams asks which commands of others. */
import type { CommendationCommand, CommendationEvent } from '../commendation/types';
import type { DirectiveCommand, DirectiveEvent, TouchedShards } from '../directive/types';
import type { Event, Json } from '../kernel';
import type { ReviewCommand } from '../review/commands';
import type { ReviewEvent } from '../review/events';
import type { OrgCommand, OrgEvent } from '../org/types';
import type { ReorganisationCommand, ReorganisationEvent } from '../reorganisation/types';
import type { RoundCommand, RoundEvent } from '../round/types';
import type { SeriesCommand, SeriesEvent } from '../series/types';
import { roundStream, type StreamKind } from '../streams';
import type { SeenEvent } from './types';

type AnyEvent =
  | DirectiveEvent
  | RoundEvent
  | ReviewEvent
  | SeriesEvent
  | OrgEvent
  | ReorganisationEvent
  | CommendationEvent;
type AnyCommand =
  | DirectiveCommand
  | RoundCommand
  | ReviewCommand
  | SeriesCommand
  | OrgCommand
  | ReorganisationCommand
  | CommendationCommand;
export type Asked = { readonly stream: string; readonly type: string; readonly data: Json };

export type Reaction = {
  readonly name: string;
  readonly of: StreamKind;
  readonly on: string;
  readonly asks: (event: SeenEvent) => readonly Asked[];
};

type EventOf<K extends StreamKind> = K extends 'directive'
  ? DirectiveEvent
  : K extends 'round'
    ? RoundEvent
    : K extends 'review'
      ? ReviewEvent
      : K extends 'series'
        ? SeriesEvent
        : K extends 'org'
          ? OrgEvent
          : K extends 'reorganisation'
            ? ReorganisationEvent
            : K extends 'commendation'
              ? CommendationEvent
              : Event;

/** A row: events of `of` streams named `on` ask for what `asks` answers. */
export function reaction<K extends StreamKind, T extends EventOf<K>['type']>(row: {
  readonly name: string;
  readonly of: K;
  readonly on: T;
  readonly asks: (data: Extract<AnyEvent, { type: T }>['data'], stream: string) => readonly Asked[];
}): Reaction {
  const { name, of, on } = row;
  const asks = row.asks as (data: unknown, stream: string) => readonly Asked[];
  return { name, of, on, asks: ({ data, stream }) => asks(data, stream) };
}

export function ask<T extends AnyCommand['type']>(
  stream: string,
  type: T,
  data: Extract<AnyCommand, { type: T }>['data'],
): Asked {
  return { stream, type, data };
}

export function idOf(stream: string): string {
  return stream.replace(/^directive\//, '');
}

/** The same of each shard of rounds. */
export function eachShard(
  stream: string,
  type: 'SuspendRound' | 'CancelRound',
  { shards, reason }: { readonly shards: TouchedShards; readonly reason: string },
): readonly Asked[] {
  return shards.map((shard) => {
    const round = roundStream({ directive: idOf(stream), ...shard });
    return ask(round, type, { reason });
  });
}
