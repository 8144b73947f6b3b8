/** What the entries of one batch ask of other streams: pure, so the same entries ask the same commands, ids included. */
import { reactionId, type Asked } from '../../libs/commands';
import { storedEvent } from '../../libs/contracts';
import { REACTOR, react, type AskedCommand, type SeenEvent } from '../../libs/domain';
import type { Entry } from '../../libs/ledger';

export type React = (event: SeenEvent) => readonly AskedCommand[];

/** Commands in the order of the entries given; a replayed entry has the same ids and so asks nothing twice. */
export function askedBy(entries: readonly Entry[], reaction: React = react): Asked[] {
  return entries.flatMap((entry) => {
    const event = storedEvent(entry.envelope);
    if (event === null) return [];
    const { id, stream } = entry;
    const asked = reaction({ id, stream, type: event.type, data: event.data, at: event.at });
    return asked.map(({ reaction: name, stream: target, type, data }, index) => ({
      id: reactionId(id, name, target, index),
      stream: target,
      type,
      data,
      actor: REACTOR,
      effectiveAt: event.at,
      causedBy: id,
    }));
  });
}

/** The order in which a drill reacts: it depends on the streams alone, not on who was first in the ledger. */
export function byStream(a: Entry, b: Entry): number {
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.version - b.version;
}
