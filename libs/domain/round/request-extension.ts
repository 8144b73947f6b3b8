/** Only the obliged unit asks for more time: one open request, for a due time later than the present one. */
import { accept, type Decision } from '../kernel';
import { refuseUnlessObliged } from './entitlement';
import { refuseUnlessLater } from './grant-extension';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { plannedSchedule } from './schedules';
import type { RoundEvent, RoundState } from './types';

/** From this extension on a request is flagged: whoever decides sees that it is not the first. */
export const FLAGGED_FROM = 3;

export function requestExtension(
  state: RoundState,
  command: CommandOf<'RequestExtension'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation } = found;
  const { data, actor, effectiveAt } = command;
  const refused = refuseUnlessObliged(obligation, actor, effectiveAt);
  if (refused) return refused;
  if (blank(data.reason)) return refuse('reason.missing', { command: command.type });
  if (obligation.extension) {
    const { proposedDate, requestedAt } = obligation.extension;
    return refuse('extension.already-asked', { unit: data.unit, proposedDate, requestedAt });
  }
  const planned = plannedSchedule(command.plan);
  if (!planned.ok) return planned;
  const notLater = refuseUnlessLater(state, obligation, planned.schedule);
  if (notLater) return notLater;
  const ordinal = obligation.extensions + 1;
  const request = {
    proposedDate: data.proposedDate,
    reason: data.reason,
    by: actor.id,
    requestedAt: effectiveAt,
    ordinal,
    counterDate: null,
  };
  return accept<RoundEvent>({
    type: 'ExtensionRequested',
    data: { unit: data.unit, request, flagged: ordinal >= FLAGGED_FROM },
  });
}
