/** Nothing asked is lost or done twice: receipts, log and ledger say the same. */
import { askedBy } from '../../../apps/reactor/asked';
import { shortType } from '../../../libs/contracts';
import type { RoundEvent } from '../../../libs/domain';
import { bookOf, decidedIn } from './book-of';
import type { Law } from './laws';
import type { Snapshot } from './snapshot';

export const commandLaws: { readonly [law: string]: Law } = {
  'every receipt is kept': ({ receipts, log }) => {
    const logged = new Map(log.map((it) => [it.id, it]));
    return receipts.flatMap(({ commandId, receivedAt, stream, key }) => {
      const found = logged.get(commandId);
      if (found === undefined) return [`${commandId} (${key}) has a receipt and is not in the log`];
      return found.receivedAt === receivedAt && found.stream === stream
        ? []
        : [`${commandId} was received ${receivedAt}, the log says ${found.receivedAt}`];
    });
  },

  'everything asked is decided once, in the ledger as the log says': (snapshot) => {
    const entries = commandEntries(snapshot);
    return snapshot.log.flatMap(({ id, stream, accepted, seq, version, events }) => {
      if (accepted === null) return [`${id} in ${stream} is undecided`];
      const found = entries.get(id) ?? [];
      if (found.length !== 1) return [`${id} in ${stream} has ${found.length} entries`];
      const entry = found[0]!;
      const same =
        entry.stream === stream &&
        entry.seq === seq &&
        entry.version === version &&
        entry.events.join() === (events ?? []).join();
      return same ? [] : [`the outcome of ${id} in the log is not that of the ledger`];
    });
  },

  'a report is handed in when our door took it, whenever it was decided': (snapshot) => {
    const { receipts, clockWasSet } = snapshot;
    const takenAt = new Map(receipts.map((it) => [it.commandId, it.receivedAt]));
    const set = new Set(clockWasSet);
    const book = bookOf(snapshot);
    return [...book.keys()].flatMap((stream) =>
      decidedIn(book, stream).flatMap(({ command, decision }) => {
        const taken = takenAt.get(command.id);
        // There the clock was behind what had been taken: a tray does not wait for it.
        if (taken === undefined || !decision.ok || set.has(stream)) return [];
        return (decision.events as readonly RoundEvent[]).flatMap((event) => {
          if (event.type !== 'ReportSubmitted') return [];
          const { effectiveAt } = event.data.submission;
          return effectiveAt === taken
            ? []
            : [`${command.id} was taken ${taken} and counts from ${effectiveAt}`];
        });
      }),
    );
  },

  'nothing is decided that was not asked': (snapshot) => {
    const asked = new Set(snapshot.log.map(({ id }) => id));
    return [...commandEntries(snapshot)].flatMap(([id, entries]) =>
      asked.has(id) || id.startsWith('wake:') ? [] : [`${id} in ${entries[0]?.stream}`],
    );
  },

  'what an event means for another stream is asked there': ({ lines, log }) => {
    const asked = new Set(log.map(({ id }) => id));
    const entries = lines.map((line) => ({ ...line, id: line.envelope.id }));
    return askedBy(entries)
      .filter(({ id }) => !asked.has(id))
      .map(({ id, type, causedBy }) => `${id} (${type}), which ${causedBy} asks for`);
  },

  'what was erased is kept nowhere': ({ lines, personal }) => {
    const kept = new Set(personal);
    return lines
      .filter(({ type }) => shortType(type) === 'PersonalValueErased')
      .map(({ envelope }) => (envelope.data as unknown as { body: { token: string } }).body.token)
      .filter((token) => kept.has(token));
  },

  'no event is without its consumers': ({ cursors, lines }) => {
    const head = lines.at(-1)?.seq ?? 0;
    return Object.entries(cursors).flatMap(([consumer, seq]) =>
      seq === head ? [] : [`${consumer} stands at ${seq} of ${head}`],
    );
  },

  'no process ends by an error that nobody handled': ({ unforeseen }) => unforeseen,

  'no process ends by itself but for a part that was taken from it': ({ ended }) => ended,

  'every bad message is in the dead letters, at most as often as it was sent, and no other': ({
    deadLetters,
    badMessages,
  }) => {
    const times = (list: readonly string[], of: string) => list.filter((it) => it === of).length;
    return [...new Set([...badMessages, ...deadLetters])].flatMap((sha256) => {
      const [sent, there] = [times(badMessages, sha256), times(deadLetters, sha256)];
      return there <= sent && there > 0
        ? []
        : [`${sha256} was sent ${sent} times and is there ${there} times`];
    });
  },
};

type CommandEntry = {
  readonly stream: string;
  readonly seq: number;
  readonly version: number;
  readonly events: readonly string[];
};

/** The entries of every command, by its id: more than one is one too many. */
function commandEntries(snapshot: Snapshot): ReadonlyMap<string, readonly CommandEntry[]> {
  const entries = new Map<string, CommandEntry[]>();
  const book = bookOf(snapshot);
  for (const [stream, lines] of book) {
    let place = 0;
    for (const { command, decision } of decidedIn(book, stream)) {
      const { seq, version } = lines[place]!;
      const events = decision.ok ? decision.events.map(({ type }) => type) : [];
      const entry = { stream, seq, version, events };
      entries.set(command.id, [...(entries.get(command.id) ?? []), entry]);
      place += 1 + events.length;
    }
  }
  return entries;
}
