/** The agency takes its report back before it is accepted; the obligation is open again. */
import { accept, type Decision } from '../kernel';
import { refuseUnlessObliged } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function withdrawReport(
  state: RoundState,
  command: CommandOf<'WithdrawReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  const refused = refuseUnlessObliged(found.obligation, command.actor, command.effectiveAt);
  if (refused) return refused;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  return accept<RoundEvent>({ type: 'ReportWithdrawn', data: { unit, reason } });
}
