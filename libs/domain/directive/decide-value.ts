/** A person decides a value that the text does not give. What the text states is never overwritten by a decision. */
import { refuseDuty } from '../duty/check-duty';
import type { Duty } from '../duty/types';
import { accept, type Actor, type Decision, type Graded, type Instant } from '../kernel';
import { officeDay } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { isPlainId } from '../spelling';
import { refuseCommand, type Of } from './check';
import { refuseImpossible, warningsOf } from './check-plan';
import { plansAsked } from './state';
import type { DecideValueData, DirectiveEvent, DirectiveState } from './types';

type OfDuty = Extract<DecideValueData, { duty: string }>;

export function decideValue(
  state: DirectiveState,
  command: Of<'DecideValue'>,
): Decision<DirectiveEvent> {
  const { data, actor } = command;
  const refused = refuseCommand(state, command) ?? refuseBlank(data.reason, 'reason');
  if (refused) return refused;
  const impossible = refuseImpossible(command);
  if (impossible) return impossible;
  const by = { id: actor.id, role: actor.role, unit: actor.unit };
  const fault =
    data.duty === null
      ? refuseMonitor(state, data.value)
      : refuseForDuty(state, data, { by: actor, at: command.effectiveAt });
  if (fault) return fault;
  const replan = data.duty === null ? [] : plansAsked(state, [data.duty]);
  const warned = warningsOf(command.plan);
  return accept({ type: 'ValueDecided', data: { ...data, by, replan, ...warned } });
}

type Decided = { readonly by: Actor; readonly at: Instant };

/** The duty with the decided value in its place. */
export function dutyWith(duty: Duty, data: OfDuty, { by, at }: Decided): Duty {
  const how = { grade: 'decided', by, at, reason: data.reason } as const;
  return { ...duty, [data.field]: { ...how, value: data.value } };
}

function refuseMonitor(state: DirectiveState, value: string): Refusal | null {
  const { monitoringBody } = state.draft!;
  if (monitoringBody.grade === 'stated') return stated(null, 'monitoringBody', monitoringBody);
  return isPlainId(value)
    ? null
    : refuse('value.invalid', { duty: null, field: 'monitoringBody', problem: 'unit' });
}

function refuseForDuty(state: DirectiveState, data: OfDuty, decided: Decided): Refusal | null {
  const duty = state.duties[data.duty];
  if (duty === undefined) return refuse('duty.unknown', { duty: data.duty });
  const present = duty[data.field];
  if (present?.grade === 'stated') return stated(data.duty, data.field, present);
  const after = dutyWith(duty, data, decided);
  return (
    refuseDuty(after, { draft: state.draft!, actor: decided.by, before: duty }) ??
    refusePast(state, data, decided.at)
  );
}

/** In force, a day that has passed would open no round and nobody would be told why. */
function refusePast(state: DirectiveState, data: OfDuty, at: Instant): Refusal | null {
  if (state.status !== 'issued' || data.field !== 'due' || data.value.kind !== 'fixedDate') {
    return null;
  }
  const { date } = data.value;
  return date < officeDay(at) ? refuse('due.before-opening', { dueDate: date, opensAt: at }) : null;
}

function stated(
  duty: string | null,
  field: string,
  { quote, place }: Extract<Graded<unknown>, { grade: 'stated' }>,
): Refusal {
  return refuse('value.stated', { duty, field, quote, place });
}
