/**
 * Whether the units that a command names are known: a report owed to a unit that nobody registered could be accepted by
 * nobody. Deciders of a directive see no organisation, so the way in says it with the command.
 */
import {
  takersOf,
  unitAt,
  unitsOfClass,
  valueOf,
  type DecideValueData,
  type DirectiveDraft,
  type Duty,
  type LocalDate,
  type OrgState,
  type Who,
} from '../domain';
import type { Impossible } from './impossible';
import { endedOn } from './with-standing';

/** Undefined when all are known: then the command needs no plan. */
export function planUnits(units: readonly string[], org: OrgState): Impossible | undefined {
  const unknown = units.find((unit) => !Object.hasOwn(org.units, unit));
  return unknown === undefined
    ? undefined
    : { impossible: 'unit.unknown', params: { unit: unknown } };
}

/** The same of whoever is to do something from now on: a unit that has ended is refused with the name of its heir. */
export function planUnitsThere(
  units: readonly string[],
  org: OrgState,
  today: LocalDate,
): Impossible | undefined {
  const unknown = planUnits(units, org);
  if (unknown) return unknown;
  const ended = units.flatMap((unit) => endedOn(org, unit, today) ?? [])[0];
  if (ended === undefined) return undefined;
  const { unit, on } = ended;
  return { impossible: 'unit.ended', params: { unit, on, successors: takersOf(ended) } };
}

/** Whoever is to do something from now on by class: one that no unit is of any more, or ever was, gives it to nobody. */
export function planClassesThere(
  who: Who,
  org: OrgState,
  today: LocalDate,
): Impossible | undefined {
  if (who.kind !== 'class') return undefined;
  const { roleClasses, except = [] } = who;
  const empty = roleClasses.find((one) =>
    unitsOfClass(org, one, today).every((unit) => except.includes(unit)),
  );
  if (empty === undefined) return undefined;
  const classes = classesOn(org, today).join(', ');
  return { impossible: 'class.nobody', params: { roleClass: empty, on: today, classes } };
}

function classesOn(org: OrgState, date: LocalDate): readonly string[] {
  const all = Object.values(org.units).flatMap((unit) => unitAt(unit, date)?.roleClasses ?? []);
  return [...new Set(all)].sort();
}

export function unitsOfDraft(draft: DirectiveDraft, duties: readonly Duty[]): string[] {
  const monitor = valueOf(draft.monitoringBody);
  return [draft.issuer, ...(monitor ? [monitor] : []), ...duties.flatMap(unitsOfDuty)];
}

export function unitsOfDuty(duty: Duty): string[] {
  const via = duty.via === null ? undefined : valueOf(duty.via);
  return [...unitsOfWho(valueOf(duty.owes)), ...(valueOf(duty.to) ?? []), ...(via ? [via] : [])];
}

export function unitsOfDecision(data: DecideValueData): string[] {
  switch (data.field) {
    case 'owes':
      return unitsOfWho(data.value);
    case 'to':
      return [...data.value];
    case 'via':
    case 'monitoringBody':
      return [data.value];
    default:
      return [];
  }
}

export function unitsOfWho(who: Who | undefined): string[] {
  return who?.kind === 'units' ? [...who.units] : [];
}
