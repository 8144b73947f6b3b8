/** Whose people may change the organisation: those of a body above the unit, decided on the organisation itself. */
import type { Command } from '../kernel';
import { officeDay } from '../local-date';
import type { Refusal } from '../refusals';
import { refuseOutsideRemit } from '../remit';
import { aboveOf } from './units';
import type { NewUnit, OrgState } from './types';

type Asked = Pick<Command, 'type' | 'actor' | 'effectiveAt'>;

/** A unit is named, moved and ended by those above it, never by itself. */
export function refuseBelow(
  state: OrgState,
  command: Asked,
  units: readonly string[],
): Refusal | null {
  const concerned = units.map((unit) => ({
    unit,
    bodies: aboveOf(state, unit, officeDay(command.effectiveAt)),
  }));
  return refuseOutsideRemit(command, concerned);
}

/** Who acts is of the unit itself or of a body above it: of its own contacts, and of what others' change would load onto it. */
export function refuseStranger(
  state: OrgState,
  command: Asked,
  units: readonly string[],
): Refusal | null {
  const concerned = units.map((unit) => ({
    unit,
    bodies: [unit, ...aboveOf(state, unit, officeDay(command.effectiveAt))],
  }));
  return refuseOutsideRemit(command, concerned);
}

/** Who decides an end has power over whoever ends, and over whoever takes over: nobody loads debts onto a stranger. */
export function refuseEnding(
  state: OrgState,
  command: Asked,
  { ending, taking }: { readonly ending: readonly string[]; readonly taking: readonly string[] },
): Refusal | null {
  return refuseBelow(state, command, ending) ?? refuseStranger(state, command, taking);
}

/** New units stand under the body whose people register them, or further down. `after`: with them in it. */
export function refuseFounding(
  after: OrgState,
  command: Asked,
  units: readonly Pick<NewUnit, 'id'>[],
): Refusal | null {
  return refuseBelow(
    after,
    command,
    units.map(({ id }) => id),
  );
}
