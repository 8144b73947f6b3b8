/**
 * What one stream's event means for other streams: the commands it asks for. Pure, so that a replayed event asks the
 * same; the asked commands take effect at the event's own time.
 */
import type { Instant, Json } from '../kernel';
import { kindOfStream } from '../streams';
import { REACTIONS } from './table';

/** An event as a reaction sees it: its entry's id, stream and short type (`RoundFellDue`). */
export type SeenEvent = {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly at: Instant;
};

/** A command that a reaction asks for; its id is derived from the entry, `reaction`, the stream and its index. */
export type AskedCommand = {
  readonly reaction: string;
  readonly stream: string;
  readonly type: string;
  readonly data: Json;
};

/** Commands in the order of the table, and of each reaction's own list. An event nobody reacts to asks for nothing. */
export function react(event: SeenEvent): readonly AskedCommand[] {
  const kind = kindOfStream(event.stream);
  return REACTIONS.filter(({ on, of }) => on === event.type && of === kind).flatMap((reaction) =>
    reaction.asks(event).map((asked) => ({ reaction: reaction.name, ...asked })),
  );
}
