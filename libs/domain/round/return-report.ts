/** The receiver sends a report back for revision: it counts as unfinished until one is accepted. */
import { accept, type Decision } from '../kernel';
import { receivers, refuseUnlessEntitled } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function returnReport(
  state: RoundState,
  command: CommandOf<'ReturnReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { unit, reason } = command.data;
  const refused = refuseUnlessEntitled(receivers(heading), obligation, command);
  if (refused) return refused;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  const submission = obligation.submissions.at(-1)!.ordinal;
  return accept<RoundEvent>({ type: 'ReportReturned', data: { unit, reason, submission } });
}
