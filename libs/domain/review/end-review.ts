/** A review that is not held any more, and what the end of the directive means for it. */
import { accept, type Decision } from '../kernel';
import { refuseBlank } from '../refusals';
import { refuseCommand, type Of } from './check';
import type { ReviewEvent } from './events';
import { reviewLifecycle } from './lifecycle';
import type { ReviewState } from './state';

export function cancelReview(
  state: ReviewState,
  command: Of<'CancelReview'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command) ?? refuseBlank(command.data.reason, 'reason');
  return refused ?? accept({ type: 'ReviewCancelled', data: command.data });
}

/**
 * Before its cut-off a review is cancelled with its directive; later it goes on, and opens no duty any more: the conclusions
 * that still wait for owner and date are told.
 */
export function noteDirectiveEnded(
  state: ReviewState,
  command: Of<'NoteDirectiveEnded'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  if (state.directiveEnded !== null) return accept();
  const { how, reason } = command.data;
  const waiting = state.conclusions.filter(({ status }) => status === 'waiting');
  const noted: ReviewEvent = {
    type: 'DirectiveEndNoted',
    data: {
      how,
      reason,
      ...(waiting.length === 0 ? {} : { waiting: waiting.map(({ key, text }) => ({ key, text })) }),
    },
  };
  const cancels =
    state.status !== 'cancelled' &&
    reviewLifecycle.next(state.status, command.type) === 'cancelled';
  if (!cancels) return accept<ReviewEvent>(noted);
  return accept<ReviewEvent>(noted, { type: 'ReviewCancelled', data: { reason } });
}
