/** Changes of one unit: a new name, alias, parent, classes or contacts from a day on; the past stays as it was. */
import { accept, type Decision, type LocalDate } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { foldName, isBlank } from '../spelling';
import { checkCycle, checkDate, checkUnit, unitOf } from './check';
import { ORG_FOLDS } from './evolve';
import { refuseBelow, refuseStranger } from './remit';
import { onDate } from './units';
import type { Contact, Dated, OrgCommand, OrgEvent, OrgState, Unit } from './types';

type Of<T extends OrgCommand['type']> = Extract<OrgCommand, { type: T }>;
export function renameUnit(state: OrgState, command: Of<'RenameUnit'>): Decision<OrgEvent> {
  const { data } = command;
  const refused =
    checkChange(state, command, (unit) => unit.names) ??
    (data.alias === null
      ? null
      : checkFollows(data.unit, unitOf(state, data.unit)!.aliases, data.on));
  if (refused) return refused;
  if (isBlank(data.name.vi)) return refuse('unit.no-name', { unit: data.unit });
  return accept({ type: 'UnitRenamed', data });
}

export function addAlias(state: OrgState, command: Of<'AddAlias'>): Decision<OrgEvent> {
  const { data } = command;
  const refused = checkChange(state, command, () => []);
  if (refused) return refused;
  if (isBlank(data.alias)) return refuse('unit.no-name', { unit: data.unit });
  const held = onDate(unitOf(state, data.unit)!.aliases, data.on);
  if (held.some((alias) => foldName(alias) === foldName(data.alias))) {
    return refuse('unit.alias-held', { unit: data.unit, alias: data.alias });
  }
  return accept({ type: 'AliasAdded', data });
}

export function moveUnit(state: OrgState, command: Of<'MoveUnit'>): Decision<OrgEvent> {
  const { data } = command;
  const refused =
    checkChange(state, command, (unit) => unit.parents) ??
    (data.parent === null ? null : checkUnit(state, data.parent, data.on));
  if (refused) return refused;
  const event = { type: 'UnitMoved', data } as const;
  const stamp = { at: command.effectiveAt, commandId: command.id, actor: command.actor };
  const ring = checkCycle(ORG_FOLDS.UnitMoved(state, { ...event, ...stamp }), data.unit, data.on);
  return ring ?? accept(event);
}

export function changeRoleClasses(
  state: OrgState,
  command: Of<'ChangeRoleClasses'>,
): Decision<OrgEvent> {
  const { data } = command;
  const refused = checkChange(state, command, (unit) => unit.roleClasses);
  if (refused) return refused;
  if (new Set(data.roleClasses).size < data.roleClasses.length) {
    return refuse('unit.double-class', { unit: data.unit, roleClasses: data.roleClasses });
  }
  return accept({ type: 'RoleClassesChanged', data });
}

export function setContacts(state: OrgState, command: Of<'SetContacts'>): Decision<OrgEvent> {
  const { unit, contacts } = command.data;
  const refused = refuseActor(command);
  if (refused) return refused;
  if (!unitOf(state, unit)) return refuse('unit.unknown', { unit });
  const fault = refuseStranger(state, command, [unit]) ?? checkContacts(unit, contacts);
  return fault ?? accept({ type: 'ContactsSet', data: command.data });
}

/** An address is a token: the person behind it can be erased, the ledger cannot. */
export function checkContacts(unit: string, contacts: readonly Contact[]): Refusal | null {
  const bare = contacts.findIndex(({ email }) => !/^pii:[0-9a-f]{64}$/.test(email));
  return bare < 0
    ? null
    : refuse('contact.not-a-token', { unit, place: `contacts[${bare}].email` });
}

function checkChange(
  state: OrgState,
  command: Extract<OrgCommand, { data: { unit: string; on: LocalDate } }>,
  dated: (unit: Unit) => readonly Dated<unknown>[],
): Refusal | null {
  const { unit, on } = command.data;
  return (
    refuseActor(command) ??
    checkDate(on, 'on') ??
    checkUnit(state, unit, on) ??
    refuseBelow(state, command, [unit]) ??
    checkFollows(unit, dated(unitOf(state, unit)!), on)
  );
}

/** History is appended to: a change takes effect after the one before it. */
function checkFollows(
  unit: string,
  dated: readonly Dated<unknown>[],
  on: LocalDate,
): Refusal | null {
  const latest = dated.reduce((last, { from }) => (from > last ? from : last), '');
  return dated.length > 0 && on <= latest
    ? refuse('unit.date-not-after', { unit, on, latest })
    : null;
}
