/** Organisational units with everything dated, folded by the organisation's own rules. */
import { orgDecider, type Dated, type OrgEvent, type Unit } from '../../domain';
import { projection } from '../projection';
import type { Projected } from '../projected';
import type { Rows } from '../row-writer';
import { searchForm } from '../search-form';

export const units = projection('units', ['units'], {
  UnitsRegistered: (rows, e) => fold(rows, e, []),
  UnitRenamed: (rows, e) => fold(rows, e, [e.data.unit]),
  AliasAdded: (rows, e) => fold(rows, e, [e.data.unit]),
  UnitMoved: (rows, e) => fold(rows, e, [e.data.unit]),
  RoleClassesChanged: (rows, e) => fold(rows, e, [e.data.unit]),
  ContactsSet: (rows, e) => fold(rows, e, [e.data.unit]),
  UnitsMerged: (rows, e) => fold(rows, e, [...e.data.units, e.data.into]),
  UnitSplit: (rows, e) => fold(rows, e, [e.data.unit]),
  UnitDissolved: (rows, e) => fold(rows, e, [e.data.unit]),
  UnitsReorganised: (rows, e) =>
    fold(
      rows,
      e,
      e.data.successions.map(({ from }) => from),
    ),
  // An heir that was decided after the change set.
  ReorganisationNotedDone: (rows, e) =>
    fold(
      rows,
      e,
      (e.data.decided ?? []).map(({ unit }) => unit),
    ),
  ReorganisationUndone: restore,
});

type Undone = Extract<OrgEvent, { type: 'ReorganisationUndone' }>;

async function fold(rows: Rows, e: Projected<OrgEvent>, touched: readonly string[]) {
  const found =
    touched.length === 0
      ? []
      : await rows.read<{ id: string; record: Unit }>(
          `SELECT unit_id AS id, record FROM read.units WHERE unit_id = ANY($1)`,
          [touched],
        );
  const before = { units: Object.fromEntries(found.map(({ id, record }) => [id, record])) };
  const after = orgDecider.evolve(before, { ...e, commandId: e.entry });
  rows.insert(
    'units',
    Object.values(after.units).map(rowOf),
    `(unit_id) DO UPDATE SET name = excluded.name, parent = excluded.parent, kind = excluded.kind,
       role_classes = excluded.role_classes, ended_on = excluded.ended_on, search = excluded.search,
       record = excluded.record`,
  );
}

/** Its rows alone do not hold the change set: each unit's end is taken back. */
async function restore(rows: Rows, e: Projected<Undone>) {
  const found = await rows.read<{ record: Unit }>(
    'SELECT record FROM read.units WHERE unit_id = ANY($1)',
    [e.data.restored],
  );
  for (const { record } of found) {
    const unit = { ...record, ended: null };
    rows.update('units', { ended_on: null, record: unit }, { unit_id: unit.id });
  }
}

function rowOf(unit: Unit) {
  const written = [
    unit.id,
    ...unit.names.flatMap(({ value }) => [value.vi, value.en]),
    ...unit.aliases.map(({ value }) => value),
  ];
  return {
    unit_id: unit.id,
    name: last(unit.names) ?? { vi: unit.id, en: unit.id },
    parent: last(unit.parents) ?? null,
    kind: last(unit.kinds) ?? null,
    role_classes: unit.roleClasses.filter(({ to }) => to === null).map(({ value }) => value),
    ended_on: unit.ended?.on ?? null,
    search: written.map(searchForm).join(' | '),
    record: unit,
  };
}

/** The value that holds without end, as far as is recorded. */
function last<Value>(dated: readonly Dated<Value>[]): Value | undefined {
  return (dated.findLast(({ to }) => to === null) ?? dated.at(-1))?.value;
}
