/** Another unit answers for the obliged one for a span of time, by decision of the standing body or the issuer. */
import { accept, type Decision } from '../kernel';
import { directors, refuseUnlessEntitled } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function substituteUnit(
  state: RoundState,
  command: CommandOf<'SubstituteUnit'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { unit, by, from, to, reason } = command.data;
  const refused = refuseUnlessEntitled(directors(found.heading), found.obligation, command);
  if (refused) return refused;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  if (by === found.obligation.owner) return refuse('substitution.same-unit', { unit });
  if (from >= to) return refuse('substitution.empty-span', { unit, from, to });
  return accept<RoundEvent>({ type: 'UnitSubstituted', data: { unit, reason, by, from, to } });
}
