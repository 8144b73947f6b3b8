/** A stream played in tests: each asked command is decided and folded, and what it caused can be looked at. */
import {
  foldAll,
  type Actor,
  type Command,
  type Decider,
  type Decision,
  type Event,
} from '../kernel';

export type Asking = {
  readonly at?: string;
  readonly by?: Actor;
  readonly plan?: unknown;
};

export const SYSTEM: Actor = { id: 'reactor', role: 'system', unit: null };
export const OPERATOR: Actor = { id: 'op-1', role: 'operator', unit: null };

export class Scene<State, C extends Command, E extends Event> {
  state: State;
  at: string;
  private count = 0;

  constructor(
    private readonly decider: Decider<State, C, E>,
    private readonly stream: string,
    private readonly usual: { readonly at: string; readonly by: Actor },
  ) {
    this.state = decider.initial;
    this.at = usual.at;
  }

  ask<T extends C['type']>(
    type: T,
    data: Extract<C, { type: T }>['data'],
    { at = this.at, by = this.usual.by, plan }: Asking = {},
  ): Decision<E> {
    this.count += 1;
    this.at = at;
    const command = {
      id: `c${this.count}`,
      stream: this.stream,
      type,
      data,
      actor: by,
      receivedAt: at,
      effectiveAt: at,
      ...(plan === undefined ? {} : { plan }),
    } as unknown as C;
    const decision = this.decider.decide(this.state, command);
    const loaded = { state: this.state, version: 0 };
    this.state = foldAll(
      this.decider as unknown as Decider<State>,
      [
        {
          command,
          decision,
        },
      ],
      loaded,
    ).state;
    return decision;
  }

  get nextWakeup(): string | null {
    return this.decider.nextWakeup(this.state);
  }
}

/** The one event of an accepted command, or all of them; a refusal fails the test with its code. */
export function eventsOf<E extends Event>(decision: Decision<E>): readonly E[] {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
  return decision.events;
}

export function codeOf(decision: Decision<Event>): string {
  return decision.ok ? 'accepted' : decision.rejection.code;
}

export function typesOf(decision: Decision<Event>): readonly string[] {
  return eventsOf(decision).map(({ type }) => type);
}
