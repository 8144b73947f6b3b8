/**
 * Facts arrive late, also after the directive has ended: each is recorded as it is known, with its source. Nothing of
 * what was decided before is changed by them.
 */
import { refuseGrades, sameJson, type GradedField } from '../check-grades';
import { accept, valueOf, type Decision, type Graded } from '../kernel';
import { isLocalDate, isLocalMonth } from '../local-date';
import { refuse, type Refusal } from '../refusals';
import { isBlank } from '../spelling';
import { refuseCommand, type Of } from './check';
import { refuseImpossible } from './check-plan';
import type { DirectiveEvent, DirectiveState, Occurrence, Result, Source } from './types';

type Recording =
  | Of<'RecordConference'>
  | Of<'RecordInspection'>
  | Of<'RecordResult'>
  | Of<'RecordPraise'>
  | Of<'RecordJointInstrumentReview'>;

export function recordConference(
  state: DirectiveState,
  command: Of<'RecordConference'>,
): Decision<DirectiveEvent> {
  const { title, participants } = command.data;
  const fault =
    refuseOccurrence(state, command, { participants }) ?? refuseTitle(title.vi, 'title');
  return fault ?? accept({ type: 'ConferenceHeld', data: command.data });
}

export function recordInspection(
  state: DirectiveState,
  command: Of<'RecordInspection'>,
): Decision<DirectiveEvent> {
  const { duty, title, inspected, report } = command.data;
  const fault =
    refuseOccurrence(state, command, { inspected, report }) ?? refuseTitle(title.vi, 'title');
  if (fault) return fault;
  if (duty !== null && !Object.hasOwn(state.duties, duty)) return refuse('duty.unknown', { duty });
  const handed = valueOf(report);
  if (handed && !isLocalDate(handed.date)) return invalid('report', handed.date);
  const when = valueOf(command.data.when);
  if (handed && when !== undefined && handed.date < when) {
    return refuse('inspection.report-too-early', { date: handed.date, when });
  }
  return accept({ type: 'InspectionHeld', data: command.data });
}

export function recordResult(
  state: DirectiveState,
  command: Of<'RecordResult'>,
): Decision<DirectiveEvent> {
  const { result } = command.data;
  const fault =
    refuseOccurrence(state, command, {}) ??
    refuseTitle(result.title.vi, 'result.title') ??
    refuseResult(result);
  return fault ?? accept({ type: 'ResultRecorded', data: command.data });
}

export function recordJointInstrumentReview(
  state: DirectiveState,
  command: Of<'RecordJointInstrumentReview'>,
): Decision<DirectiveEvent> {
  const { title, instrument, outcome } = command.data;
  const fault =
    refuseOccurrence(state, command, { instrument, outcome }) ?? refuseTitle(title.vi, 'title');
  return fault ?? accept({ type: 'JointInstrumentReviewed', data: command.data });
}

/** Praise without a certificate: who was praised by whom and for what, as it is known. */
export function recordPraise(
  state: DirectiveState,
  command: Of<'RecordPraise'>,
): Decision<DirectiveEvent> {
  const { title, praised } = command.data;
  const fault = refuseOccurrence(state, command, { praised }) ?? refuseTitle(title.vi, 'title');
  return fault ?? accept({ type: 'UnitPraised', data: command.data });
}

/** The directive with the source that told of it, when it is one not seen before. */
export function withSource(state: DirectiveState, { source }: Occurrence): DirectiveState {
  const draft = state.draft!;
  if (source === null || knownSource(state, source) !== undefined) return state;
  return { ...state, draft: { ...draft, sources: [...draft.sources, source] } };
}

function refuseOccurrence(
  state: DirectiveState,
  command: Recording,
  more: { readonly [field: string]: Graded<unknown> },
): Refusal | null {
  const refused = refuseCommand(state, command) ?? refuseImpossible(command);
  if (refused) return refused;
  const { when, where, by, source } = command.data;
  const fields: readonly GradedField[] = Object.entries({ when, where, by, ...more }).map(
    ([field, graded]) => ({ field, graded }),
  );
  const ungrounded = refuseGrades(fields, command.actor);
  if (ungrounded) return ungrounded;
  const day = valueOf(when);
  if (day !== undefined && !isLocalDate(day) && !isLocalMonth(day)) return invalid('when', day);
  const known = source === null ? undefined : knownSource(state, source);
  if (known === undefined || sameJson(known, source)) return null;
  return refuse('source.differs', { source: known.id, title: known.title });
}

function refuseResult(result: Result['result']): Refusal | null {
  if (result.kind === 'instrument') return refuseTitle(result.symbol, 'result.symbol');
  const { reached, of } = result;
  const whole = Number.isInteger(reached) && Number.isInteger(of) && reached >= 0 && of >= 1;
  return whole && reached <= of ? null : invalid('result', `${reached}/${of}`);
}

function refuseTitle(text: string, field: string): Refusal | null {
  return isBlank(text) ? refuse('directive.field-empty', { field }) : null;
}

function knownSource(state: DirectiveState, { id }: Source): Source | undefined {
  return state.draft!.sources.find((one) => one.id === id);
}

function invalid(field: string, problem: string): Refusal {
  return refuse('value.invalid', { field, problem });
}
