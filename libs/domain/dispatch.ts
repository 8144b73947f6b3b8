/**
 * Dispatch tables for deciders: one function per command, one per event. A command that a decider does not know is
 * refused and recorded; an event it does not know means a foreign or newer ledger, and nothing is folded over it.
 */
import { type Command, type Decision, type Event, type Stored } from './kernel';
import { refuse, type Refusal } from './refusals';

export type Deciding<State, C extends Command, E extends Event> = {
  readonly [T in C['type']]: (state: State, command: Extract<C, { type: T }>) => Decision<E>;
};

export type Folding<State, E extends Event> = {
  readonly [T in E['type']]: (state: State, event: Stored<Extract<E, { type: T }>>) => State;
};

export function decideBy<State, C extends Command, E extends Event>(
  table: Deciding<State, C, E>,
): (state: State, command: C) => Decision<E> {
  return (state, command) => {
    const type = command.type as C['type'];
    if (!Object.hasOwn(table, type)) return refuse('command.unknown', { command: type });
    return table[type](state, command as Extract<C, { type: typeof type }>);
  };
}

export function evolveBy<State, E extends Event>(
  kind: string,
  table: Folding<State, E>,
): (state: State, event: Stored<E>) => State {
  return (state, event) => {
    const type = event.type as E['type'];
    if (!Object.hasOwn(table, type)) {
      throw new Error(
        `A ${kind} stream holds an event ${type} that these deciders do not know; use the deciders that wrote it.`,
      );
    }
    return table[type](state, event as Stored<Extract<E, { type: typeof type }>>);
  };
}

/** A stream without deadlines of its own never wakes: a wake-up sent to it has nothing to do. */
export function nothingDue(): Refusal {
  return refuse('wake-up.nothing-due');
}
