/** What one entry comes to as mail: which streams people hear of, and what of the ledger each of them is read with. */
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
  isMailedOfRecognition,
  isMailedOfRound,
  mailItemsOf,
  recognitionItemsOf,
  type MailItem,
} from '../../libs/notify';
import type { PolicyBook } from '../../libs/planning';
import type { RoundFolds } from './round-folds';

type Items = Promise<readonly MailItem[]>;

export type Around = {
  readonly ledger: Ledger;
  readonly folds: RoundFolds;
  readonly present: Present;
};

export async function itemsOfEntry(entry: Entry, around: Around): Items {
  switch (kindOfStream(entry.stream)) {
    case 'round':
      return ofRound(entry, around);
    case 'commendation':
      return ofCommendation(entry, around);
    case 'recognition':
      return ofRecognition(entry, around);
    case 'directive':
      return ofDirective(entry, around);
    default:
      return [];
  }
}

async function ofRound(entry: Entry, { folds, present }: Around): Items {
  const shard = parseRoundStream(entry.stream)!;
  const event = storedEvent(entry.envelope);
  if (event === null || !isMailedOfRound(event.type)) {
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

/** Commendations are few and short: each is read as it stood after the entry. */
async function ofCommendation(entry: Entry, { ledger, present }: Around): Items {
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

/** Its events name whom they concern: the year itself need not be read. */
async function ofRecognition(entry: Entry, { present }: Around): Items {
  const event = storedEvent(entry.envelope) as Stored<RecognitionEvent> | null;
  if (event === null || !isMailedOfRecognition(event)) return [];
  const { org, calendar } = await present.book();
  const { id, stream } = entry;
  return recognitionItemsOf({ entry: id, stream, event }, { org, calendar });
}

async function ofDirective(entry: Entry, { present }: Around): Items {
  const event = storedEvent(entry.envelope) as Stored<DirectiveEvent> | null;
  if (event?.type !== 'ArchiveDue') return [];
  const { id, stream } = entry;
  const [{ org, calendar }, directive] = await Promise.all([
    present.book(),
    present.directive(stream),
  ]);
  return archiveItemsOf({ entry: id, stream, event }, { org, calendar, directive });
}

/** The rules, units and directives as they stand when a batch is read: all its entries lie before that. */
export type Present = {
  readonly book: () => Promise<PolicyBook>;
  readonly directive: (stream: string) => Promise<DirectiveState | null>;
};

/** Each is read once a batch, and only when an entry needs it. */
export function presentOf(readBook: Present['book'], readDirective: Present['directive']): Present {
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
