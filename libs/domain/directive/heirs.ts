/**
 * Who acts for a unit that a directive names and that has ended. The text keeps the old name for ever; what follows
 * from it (who owes, receives, urges) goes by the heir, and by the heir's heir.
 */
import type { Stored } from '../kernel';
import type { ActingHeir, DirectiveEvent, DirectiveState, ExpectedUnit } from './types';

type HandOverAsked = Stored<Extract<DirectiveEvent, { type: 'HandOverAsked' }>>;

type Named = Pick<ActingHeir, 'from' | 'to'>;

/** The unit and everyone who took over from it, one after the other. */
export function lineageOf(heirs: readonly Named[], unit: string): readonly string[] {
  const path = [unit];
  for (const { from, to } of heirs) {
    if (from === path.at(-1) && !path.includes(to)) path.push(to);
  }
  return path;
}

/** Who acts for it now; itself when nobody took over. */
export function actingUnit(heirs: readonly Named[], unit: string): string {
  return lineageOf(heirs, unit).at(-1)!;
}

export function superiorsOf(units: readonly ExpectedUnit[]): readonly string[] {
  return [...new Set(units.flatMap(({ superior }) => (superior === null ? [] : [superior])))];
}

export function foldHandOver(state: DirectiveState, { data }: HandOverAsked): DirectiveState {
  const { successions, rounds: _rounds, ...handOver } = data;
  const { reorganisation, pass, back } = handOver;
  const before = state.handOvers[reorganisation] ?? { passes: [], back: false };
  const known = before.passes.some((one) => one.pass === pass);
  const passes = known ? before.passes : [...before.passes, handOver];
  const handOvers = {
    ...state.handOvers,
    [reorganisation]: { passes, back: before.back || back },
  };
  if (back) {
    const heirs = state.heirs.filter((one) => one.reorganisation !== reorganisation);
    return { ...state, heirs, handOvers };
  }
  const added = known ? [] : successions.flatMap((one) => heirOf(reorganisation, one));
  return { ...state, heirs: [...state.heirs, ...added], handOvers };
}

function heirOf(
  reorganisation: string,
  { from, to, superior }: HandOverAsked['data']['successions'][number],
): readonly ActingHeir[] {
  return to === null ? [] : [{ reorganisation, from, to, superior }];
}
