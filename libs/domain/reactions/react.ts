/**
 * What one stream's event means for other streams: the commands it asks for. Pure, so that a replayed event asks the
 * same; the asked commands take effect at the event's own time.
 */
import { kindOfStream } from '../streams';
import { REACTIONS } from './table';
import type { AskedCommand, SeenEvent } from './types';

/** Commands in the order of the table, and of each reaction's own list. An event nobody reacts to asks for nothing. */
export function react(event: SeenEvent): readonly AskedCommand[] {
  const kind = kindOfStream(event.stream);
  return REACTIONS.filter(({ on, of }) => on === event.type && of === kind).flatMap((reaction) =>
    reaction.asks(event).map((asked) => ({ reaction: reaction.name, ...asked })),
  );
}
