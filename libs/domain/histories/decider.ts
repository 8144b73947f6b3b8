/** The decider of engine histories: a run once, a build once, and the day through which all is on record never goes back. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision } from '../kernel';
import { refuseActor } from '../rights';
import type { HistoriesCommand, HistoriesEvent, HistoriesState, RunHistory } from './types';

type Of<T extends HistoriesCommand['type']> = Extract<HistoriesCommand, { type: T }>;

export const historiesDecider: Decider<HistoriesState, HistoriesCommand, HistoriesEvent> = {
  kind: 'histories',
  initial: { runs: {}, through: null, builds: {} },
  decide: decideBy<HistoriesState, HistoriesCommand, HistoriesEvent>({
    RecordHistories: recordHistories,
    RecordBuild: recordBuild,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<HistoriesState, HistoriesEvent>('histories', {
    HistoriesRecorded: (state, { data }) => ({
      ...state,
      runs: { ...state.runs, ...Object.fromEntries(data.runs.map(({ run }) => [run, true])) },
      through: data.through ?? state.through,
    }),
    BuildRecorded: (state, { data }) => ({
      ...state,
      builds: { ...state.builds, [data.queue]: data },
    }),
  }),
  nextWakeup: () => null,
};

/** What is all on record is accepted and changes nothing. */
function recordHistories(
  state: HistoriesState,
  command: Of<'RecordHistories'>,
): Decision<HistoriesEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  const fresh = new Map<string, RunHistory>();
  for (const one of command.data.runs) {
    if (!Object.hasOwn(state.runs, one.run) && !fresh.has(one.run)) fresh.set(one.run, one);
  }
  const { through: told } = command.data;
  const through = told !== null && (state.through === null || told > state.through) ? told : null;
  if (fresh.size === 0 && through === null) return accept();
  return accept({ type: 'HistoriesRecorded', data: { runs: [...fresh.values()], through } });
}

/** A queue is named by its bundle: one that is known says nothing new. */
function recordBuild(state: HistoriesState, command: Of<'RecordBuild'>): Decision<HistoriesEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  if (Object.hasOwn(state.builds, command.data.queue)) return accept();
  return accept({ type: 'BuildRecorded', data: command.data });
}
