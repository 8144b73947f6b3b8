/**
 * What a review concluded. Each conclusion waits until somebody decides its owner and its date: then it becomes a duty of
 * the directive and runs like any other; or it is dropped, with a reason.
 */
import { refuseImpossible } from '../directive/check-plan';
import type { Duty } from '../duty/types';
import { accept, type Decision } from '../kernel';
import { isLocalDate, officeDay } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { isBlank, isPlainId } from '../spelling';
import { refuseCommand, type Of } from './check';
import type { ReviewEvent } from './events';
import type { ReviewState } from './state';

export function recordConclusions(
  state: ReviewState,
  command: Of<'RecordConclusions'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { conclusions } = command.data;
  if (conclusions.length === 0) return refuse('directive.field-empty', { field: 'conclusions' });
  for (const [index, { key, text }] of conclusions.entries()) {
    if (isBlank(key) || isBlank(text)) {
      return refuse('directive.field-empty', { field: `conclusions[${index}]` });
    }
    if (conclusions.findIndex((one) => one.key === key) < index) {
      return refuse('conclusion.twice', { key });
    }
  }
  return accept({ type: 'ConclusionsRecorded', data: command.data });
}

export function decideConclusion(
  state: ReviewState,
  command: Of<'DecideConclusion'>,
): Decision<ReviewEvent> {
  const { key, reason } = command.data;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(reason, 'reason') ??
    refuseSettled(state, key) ??
    refuseEnded(state, key) ??
    refuseImpossible(command);
  if (refused) return refused;
  const fault = refuseDecision(command);
  if (fault) return fault;
  const { directive } = state.called!.heading;
  const duty = dutyOf(state, command);
  return accept({ type: 'ConclusionDecided', data: { directive, key, duty, reason } });
}

export function dropConclusion(
  state: ReviewState,
  command: Of<'DropConclusion'>,
): Decision<ReviewEvent> {
  const { key, reason } = command.data;
  const refused =
    refuseCommand(state, command) ?? refuseBlank(reason, 'reason') ?? refuseSettled(state, key);
  return refused ?? accept({ type: 'ConclusionDropped', data: command.data });
}

/** `conclusion-6-2`: the second conclusion of the sixth review. */
function dutyOf(state: ReviewState, { data, actor, effectiveAt }: Of<'DecideConclusion'>): Duty {
  const { key, owner, to, due, title, reason } = data;
  const ordinal = state.conclusions.findIndex((one) => one.key === key) + 1;
  const decided = <T>(value: T) =>
    ({ grade: 'decided', value, by: actor, at: effectiveAt, reason }) as const;
  return {
    id: `conclusion-${state.called!.n}-${ordinal}`,
    kind: 'milestone',
    title,
    task: null,
    owes: decided(owner),
    to: decided(to),
    via: null,
    cadence: decided({ kind: 'once' }),
    due: decided({ kind: 'fixedDate', date: due }),
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  };
}

function refuseSettled({ conclusions }: ReviewState, key: string): Refusal | null {
  const found = conclusions.find((one) => one.key === key);
  if (found === undefined) {
    return refuse('conclusion.unknown', { key, keys: conclusions.map((one) => one.key) });
  }
  const { status, duty } = found;
  return status === 'waiting' ? null : refuse('conclusion.settled', { key, status, duty });
}

/** A directive that has ended takes no duty any more. */
function refuseEnded({ directiveEnded: how }: ReviewState, key: string): Refusal | null {
  return how === null ? null : refuse('conclusion.directive-ended', { key, how });
}

function refuseDecision({ data, effectiveAt }: Of<'DecideConclusion'>): Refusal | null {
  const { owner, to, due, title } = data;
  if (isBlank(title.vi)) return refuse('directive.field-empty', { field: 'title' });
  if (!isLocalDate(due)) return refuse('date.invalid', { date: due, place: 'due' });
  if (due < officeDay(effectiveAt)) return refuse('conclusion.overdue', { due });
  const owners = owner.kind === 'units' ? owner.units : owner.roleClasses;
  return refuseList(owners, 'owner') ?? refuseList(to, 'to');
}

function refuseList(list: readonly string[], field: string): Refusal | null {
  if (list.length === 0) return refuse('value.invalid', { field, problem: 'empty' });
  const bad = list.find((one, index) => !isPlainId(one) || list.indexOf(one) < index);
  return bad === undefined ? null : refuse('value.invalid', { field, problem: bad });
}
