/** The standing body or the issuer waives an obligation, with a reason; it stands outside the four buckets. */
import type { Decision } from '../kernel';
import { directors, refuseUnlessEntitled } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { settle } from './settle';
import type { RoundEvent, RoundState } from './types';

export function waiveObligation(
  state: RoundState,
  command: CommandOf<'WaiveObligation'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  const refused = refuseUnlessEntitled(directors(found.heading), found.obligation, command);
  if (refused) return refused;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  return settle(state, command, { type: 'ObligationWaived', data: { unit, reason } });
}
