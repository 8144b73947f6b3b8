/** The standing body or the issuer upholds an obligation that was refused: it is owed again. */
import { accept, type Decision } from '../kernel';
import { directedObligation } from './directing';
import type { CommandOf } from './obligation';
import type { RoundEvent, RoundState } from './types';

export function upholdObligation(
  state: RoundState,
  command: CommandOf<'UpholdObligation'>,
): Decision<RoundEvent> {
  const found = directedObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  return accept<RoundEvent>({ type: 'ObligationUpheld', data: { unit, reason } });
}
