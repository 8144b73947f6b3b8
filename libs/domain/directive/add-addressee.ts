/**
 * A late addressee joins the open rounds of duties owed by a class, those past their due time left out: nobody is late
 * before it began. Named owners stay as the text names them.
 */
import { accept, valueOf, type Decision } from '../kernel';
import { refuse, refuseBlank } from '../refusals';
import { isPlainId } from '../spelling';
import { refuseCommand, type Of } from './check';
import { refuseImpossible } from './check-plan';
import { openRounds } from './state';
import type { ConvenedRound, DirectiveEvent, DirectiveState } from './types';

export function addAddressee(
  state: DirectiveState,
  command: Of<'AddAddressee'>,
): Decision<DirectiveEvent> {
  const { unit, reason } = command.data;
  const refused = refuseCommand(state, command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  if (!isPlainId(unit)) return refuse('unit.bad-id', { unit });
  const named = state.draft!.addressees.some((one) => one.kind === 'unit' && one.unit === unit);
  if (named || state.lateAddressees.includes(unit)) return refuse('addressee.already', { unit });
  const impossible = refuseImpossible(command);
  if (impossible) return impossible;
  const overdue = command.plan?.overdue ?? [];
  const joins = openRounds(state)
    .filter((round) => joinable(state, round, unit))
    .filter((round) => !overdue.some((one) => isOf(round, one)))
    .map(({ duty, planned }) => ({ duty, period: planned }));
  return accept({ type: 'AddresseeAdded', data: { unit, reason, joins } });
}

function isOf(
  { duty, period }: ConvenedRound,
  one: { readonly duty: string; readonly period: string },
): boolean {
  return one.duty === duty && one.period === period;
}

function joinable(state: DirectiveState, { duty, shards }: ConvenedRound, unit: string): boolean {
  const owes = state.duties[duty] && valueOf(state.duties[duty].owes);
  return owes?.kind === 'class' && !shards.some(({ units }) => units.includes(unit));
}
