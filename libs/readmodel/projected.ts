/** An entry as projections see it: the event with its place and times. Every event of every stream has one type name. */
import { isCommandEntry, shortType, type Envelope } from '../contracts';
import {
  kindOfStream,
  parseRoundStream,
  type AccessEvent,
  type Actor,
  type BarsEvent,
  type CalendarEvent,
  type CommendationEvent,
  type DeliveryEvent,
  type DirectiveEvent,
  type ErasureEvent,
  type HistoriesEvent,
  type Instant,
  type LossesEvent,
  type OrgEvent,
  type PolicyEvent,
  type ReviewEvent,
  type RecognitionEvent,
  type Rejection,
  type ReorganisationEvent,
  type RoundEvent,
  type SeriesEvent,
  type ShardRef,
} from '../domain';

/** What a projection needs of an entry of the ledger. */
export type ProjectedEntry = { readonly seq: number; readonly envelope: Envelope };

export type AnyEvent =
  | DirectiveEvent
  | RoundEvent
  | ReviewEvent
  | SeriesEvent
  | OrgEvent
  | PolicyEvent
  | CalendarEvent
  | DeliveryEvent
  | ReorganisationEvent
  | RecognitionEvent
  | CommendationEvent
  | BarsEvent
  | ErasureEvent
  | AccessEvent
  | HistoriesEvent
  | LossesEvent;

export type AnyEventType = AnyEvent['type'];

type Place = {
  readonly seq: number;
  readonly entry: string;
  readonly stream: string;
  /** Effective time, and the deployment's time of recording. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** The directive whose stream, or under whose stream, this is; empty for other streams. */
  readonly directive: string;
  /** The round's shard, for streams of rounds and of their deliveries. */
  readonly shard: ShardRef | null;
};

export type Projected<E extends AnyEvent = AnyEvent> = E & Place;
export type Refused = Place & {
  readonly type: string;
  readonly data: unknown;
  readonly rejection: Rejection;
};

/** The event of the entry, the refusal it records, or null for a command that was accepted. */
export function projectedOf(
  entry: ProjectedEntry,
): { kind: 'event'; event: Projected } | { kind: 'refusal'; refusal: Refused } | null {
  const { envelope } = entry;
  const place = placeOf(entry);
  if (!isCommandEntry(envelope)) {
    const event = { type: shortType(envelope.type), data: envelope.data.body, ...place };
    return { kind: 'event', event: event as unknown as Projected };
  }
  const { command, rejection } = envelope.data;
  if (!rejection) return null;
  return {
    kind: 'refusal',
    refusal: { type: command.type, data: command.data, rejection, ...place },
  };
}

function placeOf({ seq, envelope }: ProjectedEntry): Place {
  const stream = envelope.subject;
  const isDelivery = kindOfStream(stream) === 'delivery';
  return {
    seq,
    entry: envelope.id,
    stream,
    at: envelope.time,
    recordedAt: envelope.recordedat,
    actor: envelope.data.actor,
    directive: /^directive\/([^/]+)/.exec(stream)?.[1] ?? '',
    shard: parseRoundStream(isDelivery ? stream.slice(0, -'/delivery'.length) : stream),
  };
}

/** The shard of an event that only streams of rounds have. */
export function shardOf(event: {
  readonly shard: ShardRef | null;
  readonly entry: string;
}): ShardRef {
  if (event.shard === null) throw new Error(`entry ${event.entry} is not of a round's stream`);
  return event.shard;
}
