/** Folding what was decided into a state: each command's entry counts one version, and so does each of its events. */
import type { Command, Event, Stored } from './command';
import type { Decided, Decider, Fold, Loaded } from './decider';

/** The state and version after `decided`, from the beginning or from what was folded before. */
export function foldAll<State>(
  decider: Decider<State>,
  decided: readonly Decided[],
  from: Loaded<State> = { state: decider.initial, version: 0 },
): Loaded<State> {
  const fold = foldFrom(decider, from);
  for (const one of decided) fold.add(one);
  return fold.loaded();
}

/** Puts the command's time, id and actor on an event: an event asks no clock. */
export function stamp<E extends Event>(event: E, command: Command): Stored<E> {
  return { ...event, at: command.effectiveAt, commandId: command.id, actor: command.actor };
}

export interface DecidedFold<State> {
  /** Changed in place by what is added next. */
  readonly state: State;
  readonly version: number;
  add(decided: Decided): void;
  /** What stands after the last: nothing is added any more. */
  loaded(): Loaded<State>;
}

export function foldFrom<State>(
  decider: Decider<State>,
  { state, version: from }: Loaded<State>,
): DecidedFold<State> {
  const fold = decider.folding?.(state) ?? evolving(decider, state);
  let version = from;
  return {
    get state() {
      return fold.state;
    },
    get version() {
      return version;
    },
    add({ command, decision }) {
      version += 1;
      if (!decision.ok) return;
      for (const event of decision.events) fold.add(stamp(event, command));
      version += decision.events.length;
    },
    loaded: () => ({ state: fold.state, version }),
  };
}

function evolving<State>(decider: Decider<State>, from: State): Fold<State> {
  let state = from;
  return {
    get state() {
      return state;
    },
    add(event) {
      state = decider.evolve(state, event);
    },
  };
}
