/**
 * Plays a random life of a round on the kernel's step, with the one reaction a round asks of itself (held
 * rungs are planned anew), and keeps whatever is given or made frozen: a mutation throws.
 */
import {
  stamp,
  step,
  type Command,
  type Decided,
  type Decider,
  type Instant,
  type Loaded,
} from '../../kernel';
import { roundDecider } from '../round';
import { rungKey } from '../schedules';
import type { RoundCommand, RoundEvent, RoundState } from '../types';
import { replansHeld } from './acts';
import { hour, type Life, type Waking } from './arbitraries';
import { rung, schedule, STREAM } from './fixture';

export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** The decider with all it is given and all it makes frozen: nothing is changed in place. */
export function frozenDecider(): Decider<RoundState, RoundCommand, RoundEvent> {
  const { kind, initial, nextWakeup } = roundDecider;
  return {
    ...{ kind, initial, nextWakeup },
    decide: (state, command) => frozen(roundDecider.decide(frozen(state), frozen(command))),
    evolve: (state, event) => frozen(roundDecider.evolve(frozen(state), frozen(event))),
  };
}

export type Played = {
  readonly loaded: Loaded<RoundState>;
  readonly decided: readonly Decided[];
};

export type Stepping = (before: Loaded<RoundState>, waiting: RoundCommand[], at: Instant) => Played;

export const inOneStep: Stepping = (before, waiting, at) =>
  step(frozenDecider(), before, { waiting, now: at }, STREAM);

/** After the last waking the engine wakes on, far apart, until the ladder is over. */
const AFTERWARDS = 12;

export function play(life: Life, stepping: Stepping = inOneStep): Played {
  let played = stepping(
    { state: roundDecider.initial, version: 0 },
    [life.opening],
    life.opening.effectiveAt,
  );
  let asked: RoundCommand[] = [];
  for (const { hours, waiting } of wakingsOf(life)) {
    const { loaded, decided } = stepping(played.loaded, [...waiting, ...asked], hour(hours));
    asked = reactions(loaded.state, decided, hours);
    played = { loaded, decided: [...played.decided, ...decided] };
  }
  return played;
}

function wakingsOf({ wakings }: Life): readonly Waking[] {
  const last = wakings.at(-1)!.hours;
  const after = Array.from({ length: AFTERWARDS }, (_, n) => ({
    hours: last + (n + 1) * 400,
    waiting: [],
  }));
  return [...wakings, ...after];
}

/** Held rungs come again, an hour apart, from the moment they were held. */
function reactions(state: RoundState, decided: readonly Decided[], hours: number): RoundCommand[] {
  return eventsOf(decided).flatMap((event, n) => {
    if (event.type !== 'RungsHeld') return [];
    const { schedule: from, rungs } = event.data;
    const planned = schedule({
      dueAt: state.schedules[from]!.dueAt,
      rungs: rungs.map((id, k) => rung(id, hour(hours + 1 + k), { kind: 'escalation' })),
    });
    const asks = replansHeld(from, rungs, { at: hour(hours), plan: planned });
    return [{ ...asks, id: `rx:${hours}:${n}` }];
  });
}

export function eventsOf(decided: readonly Decided[]): readonly RoundEvent[] {
  return decided.flatMap(({ decision }) =>
    decision.ok ? (decision.events as readonly RoundEvent[]) : [],
  );
}

/** Every state on the way, from the events alone. */
export function statesOf(decided: readonly Decided[]): readonly RoundState[] {
  const states: RoundState[] = [roundDecider.initial];
  for (const { command, decision } of decided) {
    if (!decision.ok) continue;
    for (const event of decision.events as readonly RoundEvent[]) {
      states.push(roundDecider.evolve(states.at(-1)!, stamp(event, command as Command)));
    }
  }
  return states;
}

/** The schedules each unit was ever on, as the events tell it. */
export function schedulesByUnit(
  events: readonly RoundEvent[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const moves = (units: readonly string[], to: string) =>
    units.forEach((unit) => found.set(unit, [...(found.get(unit) ?? []), to]));
  for (const { type, data } of events) {
    if (type === 'RoundOpened') {
      moves(
        data.units.map(({ unit }) => unit),
        data.schedule.id,
      );
    } else if (type === 'ExtensionGranted') moves([data.unit], data.schedule.id);
    else if (type === 'HeldRungsReplanned') moves(data.units, data.schedule.id);
    else if (type === 'RoundResumed' && data.schedule) moves(data.units, data.schedule.id);
  }
  return found;
}

/** Every rung of every schedule each unit was on: what must have one outcome in the end. */
export function owedOutcomes(events: readonly RoundEvent[], state: RoundState): readonly string[] {
  return [...schedulesByUnit(events)].flatMap(([unit, schedules]) =>
    schedules.flatMap((id) =>
      (state.schedules[id]?.rungs ?? []).map(({ id: name }) => `${unit} ${rungKey(id, name)}`),
    ),
  );
}
