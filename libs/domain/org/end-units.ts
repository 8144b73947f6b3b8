/**
 * Merge, split and dissolution of units that no directive names: they end on a day and name their successors, and there is
 * nothing to hand on. Whoever owes, receives or urges anything ends by a reorganisation, which hands it on.
 */
import { refuseImpossible } from '../directive/check-plan';
import { accept, type Decision, type LocalDate } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { checkDate, checkUnit, unitOf } from './check';
import { refuseEnding } from './remit';
import type { OrgCommand, OrgEvent, OrgState } from './types';

type Of<T extends OrgCommand['type']> = Extract<OrgCommand, { type: T }>;
export function mergeUnits(state: OrgState, command: Of<'MergeUnits'>): Decision<OrgEvent> {
  const { units, into, on } = command.data;
  const refused =
    refuseActor(command) ??
    refuseImpossible(command) ??
    checkEnding(state, units, [into], on) ??
    refuseEnding(state, command, { ending: units, taking: [into] });
  return refused ?? accept({ type: 'UnitsMerged', data: command.data });
}

export function splitUnit(state: OrgState, command: Of<'SplitUnit'>): Decision<OrgEvent> {
  const { unit, into, on } = command.data;
  const refused =
    refuseActor(command) ??
    refuseImpossible(command) ??
    checkEnding(state, [unit], into, on) ??
    refuseEnding(state, command, { ending: [unit], taking: into });
  if (refused) return refused;
  if (into.length < 2) return refuse('unit.split-into-one', { unit, into });
  return accept({ type: 'UnitSplit', data: command.data });
}

export function dissolveUnit(state: OrgState, command: Of<'DissolveUnit'>): Decision<OrgEvent> {
  const { unit, successors, on } = command.data;
  const refused =
    refuseActor(command) ??
    refuseImpossible(command) ??
    checkEnding(state, [unit], successors, on) ??
    refuseEnding(state, command, { ending: [unit], taking: successors });
  return refused ?? accept({ type: 'UnitDissolved', data: command.data });
}

export function checkEnding(
  state: OrgState,
  ending: readonly string[],
  successors: readonly string[],
  on: LocalDate,
): Refusal | null {
  const badDate = checkDate(on, 'on');
  if (badDate) return badDate;
  if (ending.length === 0) return refuse('unit.none-given');
  const named = [...ending, ...successors];
  const twice = named.find((unit, index) => named.indexOf(unit) !== index);
  if (twice !== undefined) return refuse('unit.named-twice', { unit: twice });
  for (const unit of named) {
    const fault = checkUnit(state, unit, on);
    if (fault) return fault;
  }
  for (const unit of ending) {
    const { ended } = unitOf(state, unit)!;
    if (ended) return refuse('unit.ended', { unit, on: ended.on, successors: ended.successors });
  }
  return null;
}
