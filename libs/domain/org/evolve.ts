/** What each event of the organisation does to its state: a change closes the value that held and starts the next. */
import type { Folding } from '../dispatch';
import type { LocalDate } from '../kernel';
import { endedBy, successorsOf } from './successions';
import { onDate } from './units';
import type {
  ChangeSet,
  Dated,
  DecidedHeir,
  NewUnit,
  OrgEvent,
  OrgState,
  Reorganised,
  Unit,
} from './types';

export const ORG_FOLDS: Folding<OrgState, OrgEvent> = {
  UnitsRegistered: (state, { data }) => ({
    ...state,
    units: {
      ...state.units,
      ...Object.fromEntries(data.units.map((unit) => [unit.id, begin(unit)])),
    },
  }),
  UnitRenamed: (state, { data }) =>
    change(state, data.unit, (unit) => ({
      ...unit,
      names: succeed(unit.names, data.name, data),
      aliases: data.alias === null ? unit.aliases : succeed(unit.aliases, data.alias, data),
    })),
  AliasAdded: (state, { data }) =>
    change(state, data.unit, (unit) => ({
      ...unit,
      aliases: [...unit.aliases, start(data.alias, data)],
    })),
  UnitMoved: (state, { data }) =>
    change(state, data.unit, (unit) => ({
      ...unit,
      parents: succeed(unit.parents, data.parent, data),
    })),
  RoleClassesChanged: (state, { data }) =>
    change(state, data.unit, (unit) => {
      const kept = onDate(unit.roleClasses, data.on).filter((one) =>
        data.roleClasses.includes(one),
      );
      const added = data.roleClasses.filter((one) => !kept.includes(one));
      const ended = unit.roleClasses.map((one) =>
        one.to === null && !kept.includes(one.value) ? { ...one, to: data.on } : one,
      );
      return { ...unit, roleClasses: [...ended, ...added.map((one) => start(one, data))] };
    }),
  ContactsSet: (state, { data }) =>
    change(state, data.unit, (unit) => ({ ...unit, contacts: data.contacts })),
  UnitsMerged: (state, { data }) =>
    data.units.reduce(
      (now, unit) => end(now, unit, 'merged', { ...data, successors: [data.into] }),
      state,
    ),
  UnitSplit: (state, { data }) =>
    end(state, data.unit, 'split', { ...data, successors: data.into }),
  UnitDissolved: (state, { data }) => end(state, data.unit, 'dissolved', data),
  UnitsReorganised: (state, { data }) => {
    const { id, title, on, changes, successions } = data;
    const ended = endedBy(changes);
    const heirs = successions.flatMap(({ to }) => (to === null ? [] : [to]));
    const takers = [...new Set([...changes.flatMap(successorsOf), ...heirs])];
    const ordinal = Object.keys(state.reorganisations ?? {}).length + 1;
    const known = { ordinal, title, on, ended, takers, status: 'open' } as const;
    return withSet(withHeirs(applied(state, data), data.heirs), id, known);
  },
  ReorganisationUndone: (state, { data }) => {
    const set = state.reorganisations?.[data.id];
    if (set === undefined) return state;
    const restored = data.restored.reduce(
      (now, unit) => change(now, unit, (one) => ({ ...one, ended: null })),
      state,
    );
    return withSet(restored, data.id, { ...set, status: 'undoing' });
  },
  ReorganisationNotedDone: (before, { data }) => {
    const state = withHeirs(before, data.decided ?? []);
    const set = state.reorganisations?.[data.id];
    if (set === undefined) return state;
    const takers = [...new Set([...set.takers, ...data.heirs])];
    const status = set.status === 'undoing' ? 'undone' : 'done';
    return withSet(state, data.id, { ...set, takers, status });
  },
};

/** The organisation after the change set: its new units are there, the old ones have ended. */
export function applied(state: OrgState, set: ChangeSet): OrgState {
  const founded = set.register.map((unit) => begin({ ...unit, from: set.on, source: set.source }));
  const units = { ...state.units, ...Object.fromEntries(founded.map((unit) => [unit.id, unit])) };
  return set.changes.reduce(
    (now, one) =>
      endedBy([one]).reduce(
        (so, unit) => end(so, unit, HOW[one.kind], { ...set, successors: successorsOf(one) }),
        now,
      ),
    { ...state, units } as OrgState,
  );
}

/** Named with the change set, or decided later, where the change alone does not say who takes over. */
function withHeirs(state: OrgState, heirs: readonly DecidedHeir[]): OrgState {
  return heirs.reduce(
    (now, { unit, heir }) =>
      change(now, unit, (one) => (one.ended ? { ...one, ended: { ...one.ended, heir } } : one)),
    state,
  );
}

const HOW = { merge: 'merged', split: 'split', dissolve: 'dissolved' } as const;

function withSet(state: OrgState, id: string, set: Reorganised): OrgState {
  return { ...state, reorganisations: { ...state.reorganisations, [id]: set } };
}

type Since = { readonly on: LocalDate; readonly source: string };

function begin(unit: NewUnit): Unit {
  const since = { on: unit.from, source: unit.source };
  return {
    id: unit.id,
    names: [start(unit.name, since)],
    aliases: unit.aliases.map((alias) => start(alias, since)),
    parents: [start(unit.parent, since)],
    kinds: [start(unit.kind, since)],
    roleClasses: unit.roleClasses.map((one) => start(one, since)),
    contacts: unit.contacts,
    ended: null,
  };
}

function start<T>(value: T, { on, source }: Since): Dated<T> {
  return { from: on, to: null, value, source };
}

/** Ends what still holds on that day and starts the new value. */
function succeed<T>(dated: readonly Dated<T>[], value: T, since: Since): readonly Dated<T>[] {
  const ended = dated.map((one) => (one.to === null ? { ...one, to: since.on } : one));
  return [...ended, start(value, since)];
}

function change(state: OrgState, id: string, how: (unit: Unit) => Unit): OrgState {
  const unit = state.units[id];
  return unit === undefined ? state : { ...state, units: { ...state.units, [id]: how(unit) } };
}

function end(
  state: OrgState,
  id: string,
  how: 'merged' | 'split' | 'dissolved',
  { on, source, successors }: Since & { readonly successors: readonly string[] },
): OrgState {
  return change(state, id, (unit) => ({ ...unit, ended: { on, how, successors, source } }));
}
