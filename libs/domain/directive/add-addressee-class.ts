/**
 * A whole class of units joins the addressees after the issue: it owes what the directive's classes owe, in the rounds
 * that open from then on. Open rounds keep whom they have: their obligations go on by succession, unit by unit.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank } from '../refusals';
import { isPlainId } from '../spelling';
import { refuseCommand, type Of } from './check';
import type { DirectiveEvent, DirectiveState } from './types';

export function addAddresseeClass(
  state: DirectiveState,
  command: Of<'AddAddresseeClass'>,
): Decision<DirectiveEvent> {
  const { roleClass, name, reason } = command.data;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(reason, 'reason') ??
    refuseBlank(name.vi, 'name.vi') ??
    refuseBlank(name.en, 'name.en');
  if (refused) return refused;
  if (!isPlainId(roleClass)) {
    return refuse('value.invalid', { field: 'roleClass', problem: roleClass });
  }
  const named = state.draft!.addressees.some(
    (one) => one.kind === 'class' && one.roleClass === roleClass,
  );
  const added = state.lateClasses.some((one) => one.roleClass === roleClass);
  if (named || added) return refuse('addressee.class-already', { roleClass });
  return accept({ type: 'AddresseeClassAdded', data: { roleClass, name, reason } });
}
