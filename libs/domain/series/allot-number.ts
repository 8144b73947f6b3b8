/**
 * Gives a directive the next number of its series, or lets it keep the one its text states unless another has it.
 * A directive that asks again gets the number it has.
 */
import { accept, type Decision } from '../kernel';
import { refuseActor } from '../rights';
import { writeSymbol } from '../directive/symbol';
import type { SeriesCommand, SeriesEvent, SeriesState } from './types';

type AllotNumber = Extract<SeriesCommand, { type: 'AllotNumber' }>;

export function allotNumber(state: SeriesState, command: AllotNumber): Decision<SeriesEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  const { directive, number: stated, symbolPattern } = command.data;
  const series = command.stream.replace(/^series\//, '');
  const held = numberHeldBy(state, directive, stated);
  if (held !== null) {
    const { symbol, how } = state.taken[held]!;
    return accept({
      type: 'NumberAllotted',
      data: { directive, series, number: held, symbol, how },
    });
  }
  const number = stated ?? nextNumber(state);
  const symbol = command.data.stated ?? writeSymbol(symbolPattern, number);
  const holder = state.taken[number];
  if (holder !== undefined) {
    const data = {
      directive,
      symbol,
      code: 'series.number-taken',
      takenBy: holder.directive,
    } as const;
    return accept({ type: 'NumberRefused', data });
  }
  const how = stated === null ? 'allotted' : 'stated';
  return accept({ type: 'NumberAllotted', data: { directive, series, number, symbol, how } });
}

/** The lowest number above the last one allotted that no text has stated. */
function nextNumber(state: SeriesState): number {
  let number = state.last + 1;
  while (state.taken[number] !== undefined) number += 1;
  return number;
}

function numberHeldBy(state: SeriesState, directive: string, stated: number | null): number | null {
  if (stated !== null) return state.taken[stated]?.directive === directive ? stated : null;
  const held = Object.keys(state.taken).find(
    (number) => state.taken[number]!.directive === directive,
  );
  return held === undefined ? null : Number(held);
}
