/** Registers units in one go; a parent may come in the same batch, a ring of parents may not. */
import { accept, type Decision } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { isBlank, isPlainId } from '../spelling';
import { checkContacts } from './change-unit';
import { checkCycle, checkDate, checkUnit, unitOf } from './check';
import { ORG_FOLDS } from './evolve';
import { refuseFounding } from './remit';
import type { NewUnit, OrgCommand, OrgEvent, OrgState } from './types';

type RegisterUnits = Extract<OrgCommand, { type: 'RegisterUnits' }>;
export function registerUnits(state: OrgState, command: RegisterUnits): Decision<OrgEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  const { units } = command.data;
  if (units.length === 0) return refuse('unit.none-given');
  for (const [index, unit] of units.entries()) {
    const fault = checkNew(state, unit, units.slice(0, index));
    if (fault) return fault;
  }
  const event = { type: 'UnitsRegistered', data: { units } } as const;
  const after = ORG_FOLDS.UnitsRegistered(state, {
    ...event,
    at: command.effectiveAt,
    commandId: command.id,
    actor: command.actor,
  });
  for (const unit of units) {
    const fault = unit.parent === null ? null : checkParent(after, unit);
    if (fault) return fault;
  }
  return refuseFounding(after, command, units) ?? accept(event);
}

export function checkNew(
  state: OrgState,
  unit: NewUnit,
  before: readonly NewUnit[],
): Refusal | null {
  if (!isPlainId(unit.id)) return refuse('unit.bad-id', { unit: unit.id });
  if (unitOf(state, unit.id) || before.some(({ id }) => id === unit.id)) {
    return refuse('unit.duplicate', { unit: unit.id });
  }
  if (isBlank(unit.name.vi)) return refuse('unit.no-name', { unit: unit.id });
  return checkDate(unit.from, `${unit.id}.from`) ?? checkContacts(unit.id, unit.contacts);
}

export function checkParent(after: OrgState, unit: NewUnit): Refusal | null {
  return checkUnit(after, unit.parent!, unit.from) ?? checkCycle(after, unit.id, unit.from);
}
