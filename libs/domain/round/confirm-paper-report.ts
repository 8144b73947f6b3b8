/** A second person confirms the paper and the time it was received: from then on it counts as handed in then. */
import type { Decision } from '../kernel';
import { receivers, refuseUnlessEntitled } from './entitlement';
import { findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { settle } from './settle';
import { submissionEvents } from './submit-report';
import type { RoundEvent, RoundState, Submission } from './types';

export function confirmPaperReport(
  state: RoundState,
  command: CommandOf<'ConfirmPaperReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { unit } = command.data;
  const refused = refuseUnlessEntitled(receivers(heading), obligation, command);
  if (refused) return refused;
  const { paper } = obligation;
  if (!paper) return refuse('paper.not-entered', { unit });
  if (paper.claimedBy === command.actor.id) return refuse('paper.same-person', { unit });
  const submission: Submission = {
    ordinal: obligation.submissions.length + 1,
    effectiveAt: paper.claimedReceivedAt,
    receivedAt: command.receivedAt,
    by: obligation.owner,
    substituteFor: null,
    report: paper.report,
    channel: 'paper',
  };
  return settle(state, command, ...submissionEvents(state, heading, command, submission));
}
