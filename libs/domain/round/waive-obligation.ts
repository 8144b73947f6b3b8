/** The standing body or the issuer waives an obligation, with a reason; it stands outside the four buckets. */
import type { Decision } from '../kernel';
import { directedObligation } from './directing';
import type { CommandOf } from './obligation';
import { settle } from './settle';
import type { RoundEvent, RoundState } from './types';

export function waiveObligation(
  state: RoundState,
  command: CommandOf<'WaiveObligation'>,
): Decision<RoundEvent> {
  const found = directedObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  return settle(state, command, { type: 'ObligationWaived', data: { unit, reason } });
}
