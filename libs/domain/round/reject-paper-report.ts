/** A paper that was entered is not confirmed: wrong unit, wrong time, unreadable. Nothing was handed in. */
import { accept, type Decision } from '../kernel';
import { receivers, refuseUnlessEntitled } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function rejectPaperReport(
  state: RoundState,
  command: CommandOf<'RejectPaperReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { unit, reason } = command.data;
  const refused = refuseUnlessEntitled(receivers(found.heading), found.obligation, command);
  if (refused) return refused;
  if (!found.obligation.paper) return refuse('paper.not-entered', { unit });
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  return accept<RoundEvent>({ type: 'PaperReportRejected', data: { unit, reason } });
}
