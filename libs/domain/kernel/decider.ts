/**
 * A decider: the rules of one kind of stream, as pure functions over plain JSON.
 * Laws: `evolve` never throws on what `decide` returned, never mutates, and state is JSON.
 */
import type { Command, Decision, Event, Stored } from './command';
import type { Instant } from './instant';

export interface Decider<State, C extends Command = Command, E extends Event = Event> {
  /** The kind of stream, as it stands in event types: `round`, `directive` … */
  readonly kind: string;
  readonly initial: State;
  decide(state: State, command: C): Decision<E>;
  evolve(state: State, event: Stored<E>): State;
  /** The next moment at which time itself is a command; null when none. */
  nextWakeup(state: State): Instant | null;
  /** As `evolve`, for many events in a row; absent where `evolve` copies little. */
  folding?(from: State): Fold<State, E>;
}

/** Folds event after event into one state, which the next event may change in place: keep it only after the last. */
export interface Fold<State, E extends Event = Event> {
  readonly state: State;
  add(event: Stored<E>): void;
}

/**
 * Time itself as a command. `effectiveAt` is the instant that fell due, `receivedAt` the deployment's
 * instant when it was seen: the difference is how late the engine woke.
 */
export type WakeUp = Command<'WakeUp', Record<string, never>>;

/** A stream's state with its version: the number of entries folded (commands and events alike). */
export type Loaded<State> = { readonly state: State; readonly version: number };

/** One decided command with what it caused, in the order the ledger records it. */
export type Decided<E extends Event = Event> = {
  readonly command: Command;
  readonly decision: Decision<E>;
};
