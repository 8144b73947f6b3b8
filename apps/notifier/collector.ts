/**
 * Reads the entries and writes down who is to hear of them. Invariant: an entry's items and the notifier's cursor move
 * in one transaction, so every entry is turned into mail once, whatever the bus delivers again.
 */
import type { Pool } from 'pg';
import type { BatchHandler } from '../../libs/bus';
import { createPolicyBookReader } from '../../libs/commands';
import { storedEvent } from '../../libs/contracts';
import {
  deciderOf,
  directiveStream,
  kindOfStream,
  parseRoundStream,
  type CommendationEvent,
  type CommendationState,
  type DirectiveEvent,
  type DirectiveState,
  type RecognitionEvent,
  type Stored,
} from '../../libs/domain';
import type { Entry, Ledger } from '../../libs/ledger';
import {
  archiveItemsOf,
  commendationItemsOf,
  isMailed,
  isMailedOfRecognition,
  mailItemsOf,
  recognitionItemsOf,
  type MailItem,
} from '../../libs/notify';
import type { PolicyBook } from '../../libs/planning';
import { insertItems } from './mail-items-store';
import { RoundFolds } from './round-folds';

export const NOTIFIER_CONSUMER = 'notifier';

export type CollectorSettings = {
  readonly ledger: Ledger;
  readonly pool: Pool;
  /** Called after items were committed. */
  readonly collected: () => void;
};

export function createCollector({ ledger, pool, collected }: CollectorSettings): BatchHandler {
  const folds = new RoundFolds(ledger);
  const readBook = createPolicyBookReader(ledger);

  async function itemsOf(entry: Entry, present: Present): Promise<readonly MailItem[]> {
    switch (kindOfStream(entry.stream)) {
      case 'commendation':
        return itemsOfCommendation(entry, present);
      case 'recognition':
        return itemsOfRecognition(entry, present);
      case 'directive':
        return itemsOfDirective(entry, present);
      case 'round':
        return itemsOfRound(entry, present);
      default:
        return [];
    }
  }

  async function itemsOfRound(entry: Entry, present: Present): Promise<readonly MailItem[]> {
    const shard = parseRoundStream(entry.stream)!;
    const event = storedEvent(entry.envelope);
    if (event === null || !isMailed(event.type)) {
      folds.pass(entry);
      return [];
    }
    const change = await folds.around(entry, event);
    const [{ org, calendar }, directive] = await Promise.all([
      present.book(),
      present.directive(directiveStream(shard.directive)),
    ]);
    return mailItemsOf(change, { org, calendar, directive });
  }

  /** Its events name whom they concern: the year itself need not be read. */
  async function itemsOfRecognition(entry: Entry, present: Present): Promise<readonly MailItem[]> {
    const event = storedEvent(entry.envelope) as Stored<RecognitionEvent> | null;
    if (event === null || !isMailedOfRecognition(event)) return [];
    const { org, calendar } = await present.book();
    const { id, stream } = entry;
    return recognitionItemsOf({ entry: id, stream, event }, { org, calendar });
  }

  async function itemsOfDirective(entry: Entry, present: Present): Promise<readonly MailItem[]> {
    const event = storedEvent(entry.envelope) as Stored<DirectiveEvent> | null;
    if (event?.type !== 'ArchiveDue') return [];
    const { id, stream } = entry;
    const [{ org, calendar }, directive] = await Promise.all([
      present.book(),
      present.directive(stream),
    ]);
    return archiveItemsOf({ entry: id, stream, event }, { org, calendar, directive });
  }

  /** Commendations are few and short: each is read as it stood after the entry. */
  async function itemsOfCommendation(entry: Entry, present: Present): Promise<readonly MailItem[]> {
    const event = storedEvent(entry.envelope) as Stored<CommendationEvent> | null;
    if (event === null) return [];
    const earlier = await ledger.entriesOfStream(entry.stream, 1, entry.version);
    const decider = deciderOf(entry.stream);
    const events = earlier.flatMap((it) => storedEvent(it.envelope) ?? []);
    const after = events.reduce(decider.evolve, decider.initial) as CommendationState;
    const { org, calendar } = await present.book();
    const { id, stream } = entry;
    return commendationItemsOf({ entry: id, stream, event, after }, { org, calendar });
  }

  return async (entries) => {
    const last = entries.at(-1);
    if (last === undefined) return;
    const items: MailItem[] = [];
    const present = presentOf(readBook, (stream) => folds.present(stream));
    for (const entry of entries) items.push(...(await itemsOf(entry, present)));
    if (items.length === 0) {
      await ledger.moveCursor(null, NOTIFIER_CONSUMER, last.seq);
      return;
    }
    await insertItems(pool, items, (tx) => ledger.moveCursor(tx, NOTIFIER_CONSUMER, last.seq));
    collected();
  };
}

/** The rules, units and directives as they stand when a batch is read: all its entries lie before that. */
type Present = {
  readonly book: () => Promise<PolicyBook>;
  readonly directive: (stream: string) => Promise<DirectiveState | null>;
};

/** Each is read once a batch, and only when an entry needs it. */
function presentOf(readBook: Present['book'], readDirective: Present['directive']): Present {
  let book: Promise<PolicyBook> | null = null;
  const directives = new Map<string, Promise<DirectiveState | null>>();
  return {
    book: () => (book ??= readBook()),
    directive(stream) {
      const found = directives.get(stream) ?? readDirective(stream);
      directives.set(stream, found);
      return found;
    },
  };
}
