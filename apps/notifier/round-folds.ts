/**
 * Rounds as they stood around each entry, folded with their decider from the entries that pass; what is not at hand is
 * read from the ledger up to the entry before. Invariant: `before` and `after` never hold anything later than the entry.
 */
import { storedEvent } from '../../libs/contracts';
import {
  deciderOf,
  type Event,
  type DirectiveState,
  type Loaded,
  type RoundEvent,
  type RoundState,
  type Stored,
} from '../../libs/domain';
import type { Entry, Ledger } from '../../libs/ledger';
import type { RoundChange } from '../../libs/notify';

/** Rounds kept at hand; the one used longest ago is let go first. */
const KEPT = 200;

export class RoundFolds {
  private readonly held = new Map<string, Loaded<unknown>>();

  constructor(private readonly ledger: Ledger) {}

  /** The round around an event of it. */
  async around(entry: Entry, event: Stored<Event>): Promise<RoundChange> {
    const before = await this.before(entry);
    const after = deciderOf(entry.stream).evolve(before.state, event);
    this.keep(entry.stream, { state: after, version: entry.version });
    return {
      entry: entry.id,
      stream: entry.stream,
      event: event as Stored<RoundEvent>,
      before: before.state as RoundState,
      after: after as RoundState,
    };
  }

  /** Moves a round that is at hand on; another one is left where it is. */
  pass(entry: Entry): void {
    const held = this.held.get(entry.stream);
    if (held === undefined || held.version !== entry.version - 1) return;
    const event = storedEvent(entry.envelope);
    const state = event ? deciderOf(entry.stream).evolve(held.state, event) : held.state;
    this.keep(entry.stream, { state, version: entry.version });
  }

  /** A stream as it stands in the ledger now; null when it has no entry. */
  async present(stream: string): Promise<DirectiveState | null> {
    const held = this.held.get(stream) ?? start(stream);
    const tail = await this.ledger.entriesOfStream(stream, held.version + 1);
    const loaded = fold(held, tail);
    this.keep(stream, loaded);
    return loaded.version === 0 ? null : (loaded.state as DirectiveState);
  }

  private async before(entry: Entry): Promise<Loaded<unknown>> {
    const held = this.held.get(entry.stream);
    if (held?.version === entry.version - 1) return held;
    if (entry.version === 1) return start(entry.stream);
    const earlier = await this.ledger.entriesOfStream(entry.stream, 1, entry.version - 1);
    return fold(start(entry.stream), earlier);
  }

  private keep(stream: string, loaded: Loaded<unknown>): void {
    this.held.delete(stream);
    this.held.set(stream, loaded);
    if (this.held.size <= KEPT) return;
    const [oldest] = this.held.keys();
    this.held.delete(oldest!);
  }
}

function start(stream: string): Loaded<unknown> {
  return { state: deciderOf(stream).initial, version: 0 };
}

function fold(from: Loaded<unknown>, entries: readonly Entry[]): Loaded<unknown> {
  let { state, version } = from;
  for (const entry of entries) {
    const event = storedEvent(entry.envelope);
    if (event) state = deciderOf(entry.stream).evolve(state, event);
    version = entry.version;
  }
  return { state, version };
}
