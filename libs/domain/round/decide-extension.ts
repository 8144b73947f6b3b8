/** Somebody else than the asker grants, denies or counters a request for more time. */
import { accept, type Decision } from '../kernel';
import { receivers, refuseUnlessEntitled } from './entitlement';
import { extensionGranted, refuseUnlessLater } from './grant-extension';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { plannedSchedule } from './schedules';
import type { RoundEvent, RoundState } from './types';

export function decideExtension(
  state: RoundState,
  command: CommandOf<'DecideExtension'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { data, actor } = command;
  const { unit, reason, decision, date } = data;
  const request = obligation.extension;
  if (!request) return refuse('extension.not-asked', { unit });
  const own = [obligation.owner, obligation.substitute?.by];
  if (actor.id === request.by || (actor.unit !== null && own.includes(actor.unit))) {
    return refuse('extension.same-actor', { unit });
  }
  const refused = refuseUnlessEntitled(receivers(heading), obligation, command);
  if (refused) return refused;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  if (decision === 'deny') {
    return accept<RoundEvent>({ type: 'ExtensionDenied', data: { unit, reason } });
  }
  if (decision === 'grant' && date !== null && date !== request.proposedDate) {
    return refuse('extension.other-date', { unit, date, proposedDate: request.proposedDate });
  }
  if (decision === 'counter' && date === null) return refuse('extension.date-missing', { unit });
  const planned = plannedSchedule(command.plan);
  if (!planned.ok) return planned;
  const { schedule } = planned;
  const notLater = refuseUnlessLater(state, obligation, schedule);
  if (notLater) return notLater;
  if (decision === 'counter' && date !== null) {
    return accept<RoundEvent>({ type: 'ExtensionCountered', data: { unit, reason, date } });
  }
  return accept(extensionGranted(state, obligation, { schedule, reason }));
}
