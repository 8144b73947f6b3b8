/** The decider of numbering series: what a directive is numbered, once and for all. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import type { Decider } from '../kernel';
import { allotNumber } from './allot-number';
import type { SeriesCommand, SeriesEvent, SeriesState } from './types';

export const seriesDecider: Decider<SeriesState, SeriesCommand, SeriesEvent> = {
  kind: 'series',
  initial: { id: '', last: 0, taken: {} },
  decide: decideBy<SeriesState, SeriesCommand, SeriesEvent>({
    AllotNumber: allotNumber,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<SeriesState, SeriesEvent>('series', {
    NumberAllotted: (state, { data }) => ({
      id: data.series,
      last: data.how === 'allotted' || data.number === state.last + 1 ? data.number : state.last,
      taken: {
        ...state.taken,
        [data.number]: { directive: data.directive, symbol: data.symbol, how: data.how },
      },
    }),
    NumberRefused: (state) => state,
  }),
  nextWakeup: () => null,
};
