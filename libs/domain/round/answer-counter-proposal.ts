/** The obliged unit takes the date that was offered instead of its own, or declines: then the request is over. */
import { accept, type Decision } from '../kernel';
import { refuseUnlessObliged } from './entitlement';
import { extensionGranted, refuseUnlessLater } from './grant-extension';
import { findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { plannedSchedule } from './schedules';
import type { RoundEvent, RoundState } from './types';

export function answerCounterProposal(
  state: RoundState,
  command: CommandOf<'AnswerCounterProposal'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation } = found;
  const { unit, agree } = command.data;
  const refused = refuseUnlessObliged(obligation, command.actor, command.effectiveAt);
  if (refused) return refused;
  const request = obligation.extension;
  if (!request) return refuse('extension.not-asked', { unit });
  if (request.counterDate === null) return refuse('extension.no-counter-proposal', { unit });
  if (!agree) return accept<RoundEvent>({ type: 'CounterProposalDeclined', data: { unit } });
  const planned = plannedSchedule(command.plan);
  if (!planned.ok) return planned;
  const { schedule } = planned;
  const notLater = refuseUnlessLater(state, obligation, schedule);
  if (notLater) return notLater;
  return accept(extensionGranted(state, obligation, { schedule, reason: request.reason }));
}
