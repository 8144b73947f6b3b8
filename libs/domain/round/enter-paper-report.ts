/** The receiving office enters a report that came on paper, and claims when: nothing counts before it is confirmed. */
import { accept, type Decision } from '../kernel';
import { receivers, refuseUnlessEntitled } from './entitlement';
import { findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { refuseReport } from './submit-report';
import type { RoundEvent, RoundState } from './types';

export function enterPaperReport(
  state: RoundState,
  command: CommandOf<'EnterPaperReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { data, actor, effectiveAt } = command;
  const { unit, report, receivedOnPaperAt } = data;
  const refused =
    refuseUnlessEntitled(receivers(heading), obligation, command) ??
    refuseReport(heading, report, unit);
  if (refused) return refused;
  if (obligation.paper) {
    const { claimedReceivedAt } = obligation.paper;
    return refuse('paper.already-entered', { unit, receivedOnPaperAt: claimedReceivedAt });
  }
  if (receivedOnPaperAt > effectiveAt) {
    return refuse('paper.time-in-future', { unit, receivedOnPaperAt, enteredAt: effectiveAt });
  }
  if (state.openedAt !== null && receivedOnPaperAt < state.openedAt) {
    return refuse('paper.before-opening', { unit, receivedOnPaperAt, openedAt: state.openedAt });
  }
  return accept<RoundEvent>({
    type: 'PaperReportEntered',
    data: { unit, report, receivedOnPaperAt, claimedBy: actor.id },
  });
}
