/** Checks that several commands about units share: the unit is known and there, the date follows, no cycle arises. */
import type { LocalDate } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { isLocalDate } from '../local-date';
import { onDate } from './units';
import type { OrgState, Unit } from './types';

export function checkDate(date: LocalDate, place: string): Refusal | null {
  return isLocalDate(date) ? null : refuse('date.invalid', { date, place });
}

/** The refusal when `id` names no unit that is there on `on`. */
export function checkUnit(state: OrgState, id: string, on: LocalDate): Refusal | null {
  const unit = unitOf(state, id);
  if (unit === undefined) return refuse('unit.unknown', { unit: id });
  if (unit.ended !== null && unit.ended.on <= on) {
    return refuse('unit.ended', { unit: id, on: unit.ended.on, successors: unit.ended.successors });
  }
  const from = unit.names[0]!.from;
  return on < from ? refuse('unit.not-yet', { unit: id, on, from }) : null;
}

export function unitOf(state: OrgState, id: string): Unit | undefined {
  return Object.hasOwn(state.units, id) ? state.units[id] : undefined;
}

/**
 * Parents are dated, so a move is checked on its own day and on every later day on which any parent changes.
 * The path names every unit of the ring, its first one twice.
 */
export function checkCycle(state: OrgState, start: string, on: LocalDate): Refusal | null {
  const days = new Set([on]);
  for (const unit of Object.values(state.units)) {
    for (const { from } of unit.parents) if (from > on) days.add(from);
  }
  for (const day of [...days].sort()) {
    const path = ringFrom(state, start, day);
    if (path !== null) return refuse('unit.cycle', { path, on: day });
  }
  return null;
}

function ringFrom(state: OrgState, start: string, day: LocalDate): readonly string[] | null {
  const path = [start];
  for (let unit = parentOf(state, start, day); unit !== null; unit = parentOf(state, unit, day)) {
    const seen = path.indexOf(unit);
    path.push(unit);
    if (seen >= 0) return path.slice(seen);
  }
  return null;
}

function parentOf(state: OrgState, id: string, day: LocalDate): string | null {
  const unit = unitOf(state, id);
  return unit === undefined ? null : (onDate(unit.parents, day)[0] ?? null);
}
