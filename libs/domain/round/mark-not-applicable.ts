/** The standing body or the issuer finds that the unit is not among those obliged; it stands outside the four buckets. */
import type { Decision } from '../kernel';
import { directedObligation } from './directing';
import type { CommandOf } from './obligation';
import { settle } from './settle';
import type { RoundEvent, RoundState } from './types';

export function markNotApplicable(
  state: RoundState,
  command: CommandOf<'MarkNotApplicable'>,
): Decision<RoundEvent> {
  const found = directedObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  return settle(state, command, { type: 'ObligationNotApplicable', data: { unit, reason } });
}
