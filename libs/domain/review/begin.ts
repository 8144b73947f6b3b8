/** The beginning of a review and its cut-off: what its directive called, the self-assessments, time itself. */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import type { ReviewEvent } from './events';
import type { ReviewState } from './state';

/** Opened twice it is the same review: nothing is recorded again. */
export function openReview(state: ReviewState, command: Of<'OpenReview'>): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command);
  return refused ?? accept({ type: 'ReviewOpened', data: command.data });
}

export function beginSelfAssessment(
  state: ReviewState,
  command: Of<'BeginSelfAssessment'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command);
  return refused ?? accept({ type: 'SelfAssessmentBegan', data: command.data });
}

/** From here on nothing more goes into the pack, which is made from what the ledger holds. */
export function wakeUp(state: ReviewState, command: Of<'WakeUp'>): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { cutOff, heading } = state.called!;
  if (command.effectiveAt < cutOff) return refuse('wake-up.nothing-due');
  const { directive } = heading;
  return accept({ type: 'ReviewCutOffReached', data: { directive, cutOff } });
}
