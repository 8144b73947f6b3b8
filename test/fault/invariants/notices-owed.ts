/** Whom every event of a round concerns, by the rules of who hears of what, from the ledger alone. */
import { storedEvent } from '../../../libs/contracts';
import {
  deciderOf,
  directiveStream,
  kindOfStream,
  parseRoundStream,
  type RoundEvent,
  type RoundState,
  type Stored,
} from '../../../libs/domain';
import { isMailedOfRound, mailItemsOf, type World } from '../../../libs/notify';
import { bookFrom } from '../../../libs/planning';
import { directiveState, stateOf, type Book } from '../../e2e/support/book';

const KINDS_OF_BOOK = new Set(['org', 'policy', 'calendar', 'bars']);

/** `about of entry for unit`; whoever has several contacts is owed one notice by all of them. */
export function noticesOwed(book: Book): ReadonlySet<string> {
  const rules = [...book.keys()].filter((it) => KINDS_OF_BOOK.has(kindOfStream(it) ?? ''));
  const { org, calendar } = bookFrom(rules.map((it) => [it, stateOf(book, it)]));
  const rounds = [...book.keys()].filter((it) => kindOfStream(it) === 'round');
  return new Set(
    rounds.flatMap((stream) => {
      const { directive: id } = parseRoundStream(stream)!;
      const directive = book.has(directiveStream(id)) ? directiveState(book, id) : null;
      return owedIn(book, stream, { org, calendar, directive });
    }),
  );
}

function owedIn(book: Book, stream: string, world: World): string[] {
  const decider = deciderOf(stream);
  let before = decider.initial as RoundState;
  return (book.get(stream) ?? []).flatMap(({ envelope }) => {
    const event = storedEvent(envelope) as Stored<RoundEvent> | null;
    if (event === null) return [];
    const after = decider.evolve(before, event) as RoundState;
    const change = { entry: envelope.id, stream, event, before, after };
    before = after;
    if (!isMailedOfRound(event.type)) return [];
    return mailItemsOf(change, world).map(
      ({ notice: { about, entry, unit } }) => `${about} of ${entry} for ${unit}`,
    );
  });
}
