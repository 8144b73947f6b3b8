/** The standing body or the issuer upholds an obligation that was refused: it is owed again. */
import { accept, type Decision } from '../kernel';
import { directors, refuseUnlessEntitled } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function upholdObligation(
  state: RoundState,
  command: CommandOf<'UpholdObligation'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  const refused = refuseUnlessEntitled(directors(found.heading), found.obligation, command);
  if (refused) return refused;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  return accept<RoundEvent>({ type: 'ObligationUpheld', data: { unit, reason } });
}
