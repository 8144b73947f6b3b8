/**
 * The conference of a review, as it is known: date, place, who held it and who came, each with its grade. A review may be
 * called when its conference is over; that it came before the data closed is said.
 */
import { refuseGrades } from '../check-grades';
import { refuseImpossible } from '../directive/check-plan';
import { accept, valueOf, type Decision } from '../kernel';
import { isLocalDate, isLocalMonth, officeDay } from '../local-date';
import { refuse } from '../refusals';
import { isBlank } from '../spelling';
import { refuseCommand, type Of } from './check';
import type { ReviewEvent } from './events';
import type { ReviewState } from './state';

export function holdConference(
  state: ReviewState,
  command: Of<'HoldReviewConference'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command) ?? refuseImpossible(command);
  if (refused) return refused;
  const { title, when, where, by, attendance } = command.data;
  const graded = Object.entries({ when, where, by, attendance });
  const ungrounded = refuseGrades(
    graded.map(([field, value]) => ({ field, graded: value })),
    command.actor,
  );
  if (ungrounded) return ungrounded;
  if (isBlank(title.vi)) return refuse('directive.field-empty', { field: 'title' });
  const day = valueOf(when);
  if (day !== undefined && !isLocalDate(day) && !isLocalMonth(day)) return invalid('when', day);
  const delegates = valueOf(attendance)?.delegates ?? 0;
  if (!Number.isSafeInteger(delegates) || delegates < 0) {
    return invalid('attendance', String(delegates));
  }
  const { cutOff } = state.called!;
  const isEarly = day !== undefined && day < officeDay(cutOff).slice(0, day.length);
  const noted = isEarly ? { ...command.data, beforeCutOff: cutOff } : command.data;
  return accept({ type: 'ReviewConferenceHeld', data: noted });
}

function invalid(field: string, problem: string) {
  return refuse('value.invalid', { field, problem });
}
