/** The agency says, with a reason, that it does not owe this: pending until upheld, waived or not applicable. */
import { accept, type Decision } from '../kernel';
import { refuseHeirless } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function refuseObligation(
  state: RoundState,
  command: CommandOf<'RefuseObligation'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  // Only the unit itself: a substitute answers for it and cannot decline in its name.
  const { owner } = found.obligation;
  const waits = refuseHeirless(found.obligation);
  if (waits) return waits;
  if (command.actor.unit !== owner) {
    return refuse('actor.not-obliged', { unit: owner, actorUnit: command.actor.unit });
  }
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  return accept<RoundEvent>({ type: 'ObligationRefused', data: { unit, reason } });
}
