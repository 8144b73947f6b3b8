/**
 * The rules and units in force, read from the ledger's own streams: what planning needs and nothing else decides.
 * Kept up to date by reading only what was appended since the last look.
 */
import { deciderOf, type Decider, type Loaded } from '../domain';
import { storedEvent } from '../contracts';
import type { Entry, Ledger } from '../ledger';
import { BOOK_STREAMS, bookFrom, type PolicyBook } from '../planning';

const PAGE = 1000;

/** A reader of the policy book; each call answers the ledger's present. */
export function createPolicyBookReader(ledger: Ledger): () => Promise<PolicyBook> {
  const streams = new Map<string, Loaded<unknown>>();
  let read = 0;
  let book: PolicyBook | null = null;
  let reading: Promise<PolicyBook> | null = null;

  async function refresh(): Promise<PolicyBook> {
    let changed = book === null;
    for (;;) {
      const entries = await ledger.entriesOfPrefixes(BOOK_STREAMS, { afterSeq: read, limit: PAGE });
      for (const entry of entries) fold(entry);
      read = entries.at(-1)?.seq ?? read;
      changed ||= entries.length > 0;
      if (entries.length < PAGE) break;
    }
    if (changed || book === null)
      book = bookFrom([...streams].map(([stream, { state }]) => [stream, state]));
    return book;
  }

  function fold(entry: Entry): void {
    const decider = deciderOf(entry.stream);
    const loaded = streams.get(entry.stream) ?? { state: decider.initial, version: 0 };
    streams.set(entry.stream, {
      state: evolveEntry(decider, loaded.state, entry),
      version: entry.version,
    });
  }

  return () => {
    reading ??= refresh().finally(() => (reading = null));
    return reading;
  };
}

function evolveEntry(decider: Decider<unknown>, state: unknown, entry: Entry): unknown {
  const event = storedEvent(entry.envelope);
  return event === null ? state : decider.evolve(state, event);
}
