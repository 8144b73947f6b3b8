/** A report asked for outside any cadence: the duty must be one that reports on request. */
import { accept, valueOf, type Decision } from '../kernel';
import { isLocalDate, officeDay } from '../local-date';
import { refuse, refuseBlank } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseImpossible } from './check-plan';
import type { DirectiveEvent, DirectiveState } from './types';

export function requestReport(
  state: DirectiveState,
  command: Of<'RequestReport'>,
): Decision<DirectiveEvent> {
  const { duty, dueDate, reason } = command.data;
  const refused = refuseCommand(state, command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  const known = state.duties[duty];
  if (known === undefined) return refuse('duty.unknown', { duty });
  const cadence = valueOf(known.cadence)?.kind ?? null;
  if (cadence !== 'onRequest') return refuse('duty.not-on-request', { duty, cadence });
  if (dueDate !== null) {
    if (!isLocalDate(dueDate)) return refuse('date.invalid', { date: dueDate, place: 'dueDate' });
    const opensAt = command.effectiveAt;
    if (dueDate < officeDay(opensAt)) {
      return refuse('due.before-opening', { dueDate, opensAt });
    }
  }
  const impossible = refuseImpossible(command);
  if (impossible) return impossible;
  // The day alone does not tell: an hour, a zone and the duty's own rule are known to planning.
  const dueAt = command.plan?.dueAt;
  if (dueAt !== undefined && dueAt <= command.effectiveAt) {
    return refuse('due.before-opening', { dueAt, opensAt: command.effectiveAt });
  }
  const request = state.requests + 1;
  return accept({ type: 'ReportRequested', data: { duty, request, dueDate, reason } });
}
