/**
 * Questions to the organisation as of a date: a unit's name, parent and classes then, who is of a class, who is above.
 * A unit is there from its first date until the day it ended.
 */
import type { LocalDate, Text } from '../kernel';
import type { Dated, OrgState, Unit } from './types';

/** A unit as it was on one day. */
export type UnitOnDate = {
  readonly id: string;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly parent: string | null;
  readonly kind: string;
  readonly roleClasses: readonly string[];
};

/** Null when the unit did not exist on that day. */
export function unitAt(unit: Unit, date: LocalDate): UnitOnDate | null {
  const name = onDate(unit.names, date)[0];
  const kind = onDate(unit.kinds, date)[0];
  if (name === undefined || kind === undefined || hasEnded(unit, date)) return null;
  return {
    id: unit.id,
    name,
    aliases: onDate(unit.aliases, date),
    parent: onDate(unit.parents, date)[0] ?? null,
    kind,
    roleClasses: onDate(unit.roleClasses, date),
  };
}

/** Ids of the units of a role class on a day, in the order of their ids. */
export function unitsOfClass(org: OrgState, roleClass: string, date: LocalDate): readonly string[] {
  return Object.values(org.units)
    .filter((unit) => unitAt(unit, date)?.roleClasses.includes(roleClass) ?? false)
    .map((unit) => unit.id)
    .sort();
}

/** Whether the unit was of the class on any day from one until the other, both included. */
export function wasUnitOfClass(
  org: OrgState,
  unit: string,
  asked: { readonly roleClass: string; readonly from: LocalDate; readonly to: LocalDate },
): boolean {
  const { roleClasses = [], ended = null } = Object.hasOwn(org.units, unit) ? org.units[unit]! : {};
  if (ended !== null && ended.on <= asked.from) return false;
  return roleClasses.some(
    ({ value, from, to }) =>
      value === asked.roleClass && from <= asked.to && (to === null || asked.from < to),
  );
}

/** Whether any unit was of the class, on whatever day. */
export function wasOfClass(org: OrgState, roleClass: string): boolean {
  return Object.values(org.units).some(({ roleClasses }) =>
    roleClasses.some(({ value }) => value === roleClass),
  );
}

/** The unit to which lateness goes up on a day; null at the top, or when the superior itself had ended. */
export function superiorAt(org: OrgState, unit: string, date: LocalDate): string | null {
  const found = org.units[unit];
  const parent = found === undefined ? null : (unitAt(found, date)?.parent ?? null);
  const superior = parent === null ? undefined : org.units[parent];
  return superior !== undefined && unitAt(superior, date) !== null ? superior.id : null;
}

/** More ends in a row than there ever were reorganisations. */
const ENDS = 20;

/** Who acts for a unit on a day: itself while it is there, else its heir's heir; null when nobody is named. */
export function actingAt(org: OrgState, unit: string, date: LocalDate): string | null {
  let acting: string | null = unit;
  for (let n = 0; n < ENDS && acting !== null; n += 1) {
    const ended: Unit['ended'] = (org.units[acting] ?? null)?.ended ?? null;
    if (ended === null || date < ended.on) return acting;
    const [only, ...more]: readonly string[] = ended.successors;
    acting = ended.heir ?? (more.length === 0 ? (only ?? null) : null);
  }
  return null;
}

/** The units that have ended and for which one of these acts on a day, in the order of their ids. */
export function takenOverBy(
  org: OrgState,
  units: readonly string[],
  date: LocalDate,
): readonly { readonly unit: string; readonly by: string }[] {
  return Object.keys(org.units)
    .sort()
    .flatMap((unit) => {
      const by = hasEnded(org.units[unit]!, date) ? actingAt(org, unit, date) : null;
      return by !== null && units.includes(by) ? [{ unit, by }] : [];
    });
}

/**
 * Every body above a unit on a day, the nearest first. A unit that has ended was under them still, and a body that has ended
 * is followed by whoever took over from it.
 */
export function aboveOf(org: OrgState, unit: string, date: LocalDate): readonly string[] {
  const parentOf = (id: string) => {
    const { parents = [] } = Object.hasOwn(org.units, id) ? org.units[id]! : {};
    return (parents.filter(({ from }) => from <= date).at(-1) ?? parents[0])?.value ?? null;
  };
  const heirsOf = (id: string) => {
    const found = Object.hasOwn(org.units, id) ? org.units[id]! : null;
    return found !== null && hasEnded(found, date) ? found.ended!.successors : [];
  };
  const above: string[] = [];
  const todo = [parentOf(unit)];
  for (let one = todo.shift(); one !== undefined; one = todo.shift()) {
    if (one === null || one === unit || above.includes(one)) continue;
    above.push(one);
    todo.push(...heirsOf(one), parentOf(one));
  }
  return above;
}

/** Whoever the unit took over from and whoever took over from it by a day, however far back and on; in order of their ids. */
export function kinOf(org: OrgState, unit: string, date: LocalDate): readonly string[] {
  const ended = Object.values(org.units).filter((one) => hasEnded(one, date));
  const before = (of: string) =>
    ended.filter((one) => takersOf(one).includes(of)).map(({ id }) => id);
  const after = (of: string) => ended.filter(({ id }) => id === of).flatMap(takersOf);
  return [...new Set([...reached(unit, before), ...reached(unit, after)])].sort();
}

function takersOf({ ended }: Unit): readonly string[] {
  return ended === null ? [] : [...ended.successors, ...(ended.heir ? [ended.heir] : [])];
}

/** All but the first. A line that comes back to itself ends there. */
function reached(unit: string, next: (unit: string) => readonly string[]): readonly string[] {
  const seen = new Set([unit]);
  const todo = [unit];
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    for (const other of next(one)) {
      if (seen.has(other)) continue;
      seen.add(other);
      todo.push(other);
    }
  }
  seen.delete(unit);
  return [...seen];
}

/** The values that hold on a day. */
export function onDate<T>(dated: readonly Dated<T>[], date: LocalDate): readonly T[] {
  return dated
    .filter(({ from, to }) => from <= date && (to === null || date < to))
    .map(({ value }) => value);
}

function hasEnded(unit: Unit, date: LocalDate): boolean {
  return unit.ended !== null && unit.ended.on <= date;
}
