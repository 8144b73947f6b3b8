/**
 * The decision of the body, or of the one it let decide: whom it recognises and whom not, whole or not at all. After its
 * date it is taken and flagged; against a proposal it is possible, and said.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import {
  actingBodyOf,
  bodyOf,
  planOf,
  refuseByStatus,
  refuseCommand,
  refuseOwnUnit,
  refusePowerless,
  refuseTooEarly,
  refuseUnit,
  subjectOf,
  timelinessOf,
  under,
  type Of,
} from './check';
import { refuseHappened } from './dossier';
import { SUBJECT_KINDS } from './norm';
import type {
  AgainstItem,
  MissingDossier,
  RecognitionEvent,
  RecognitionState,
  UnderNorm,
} from './types';

export function decideRecognition(
  state: RecognitionState,
  command: Of<'DecideRecognition'>,
): Decision<RecognitionEvent> {
  const { noDossier: _named, ...ruling } = command.data;
  const { number, date, met, notMet } = ruling;
  const fault =
    refuseCommand(command) ??
    refuseOtherBody(state, command) ??
    refusePowerless(command) ??
    refuseBlank(number, 'number') ??
    refuseSubjects(state, command);
  if (fault) return fault;
  const { decisions } = planOf(command);
  const kinds = new Set(unitsOf(command).map((unit) => subjectOf(state, unit)!.kind));
  const proposed = (unit: string) => subjectOf(state, unit)!.proposal;
  const otherwise = [
    ...met.filter((unit) => proposed(unit) === 'notMet'),
    ...notMet.map(({ unit }) => unit).filter((unit) => proposed(unit) === 'met'),
  ];
  return accept({
    type: 'RecognitionDecided',
    data: {
      ...ruling,
      ...under(command),
      noDossier: missingDossiers(state, command),
      by: command.actor.unit!,
      timeliness: SUBJECT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
        kind,
        ...timelinessOf(
          date,
          decisions?.find((one) => one.kind === kind),
        ),
      })),
      otherwise: otherwise.length,
      ...againstChecklist(state, command),
    },
  });
}

/** Recognised though the dossier does not fulfil an item: possible, and said with the item's words. */
function againstChecklist(
  state: RecognitionState,
  command: Of<'DecideRecognition'>,
): { readonly against?: readonly AgainstItem[] } {
  const { words = {} } = planOf(command);
  const units = new Map<string, number>();
  for (const unit of command.data.met) {
    const { unfulfilled = [] } = subjectOf(state, unit)!;
    for (const item of unfulfilled) units.set(item, (units.get(item) ?? 0) + 1);
  }
  if (units.size === 0) return {};
  const said = (item: string) => (Object.hasOwn(words, item) ? words[item]! : null);
  return {
    against: [...units].map(([item, count]) => ({ item, text: said(item), units: count })),
  };
}

/** One level down and no further: whoever was let decide lets nobody else. */
export function delegateRecognition(
  state: RecognitionState,
  command: Of<'DelegateRecognition'>,
): Decision<RecognitionEvent> {
  const { to, reason } = command.data;
  const refused = refuseCommand(command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  const { authority } = bodyOf(command);
  if (command.actor.unit !== authority) return refuseUnit(command, [authority]);
  const { norm, delegation } = planOf(command);
  if (delegation?.allowed !== true) {
    return refuse('recognition.delegation-not-provided', { norm: norm.symbol });
  }
  if (state.delegatedTo !== null) {
    return refuse('recognition.already-delegated', { to: state.delegatedTo });
  }
  if (delegation.noLevel !== undefined) {
    return refuse('recognition.level-without-power', { ...delegation.noLevel, norm: norm.symbol });
  }
  if (!delegation.oneLevel) return refuse('recognition.not-one-level', { to, authority });
  return accept({
    type: 'RecognitionDelegated',
    data: { ...command.data, ...under(command) },
  });
}

export function revokeRecognition(
  state: RecognitionState,
  command: Of<'RevokeRecognition'>,
): Decision<RecognitionEvent> {
  const { unit, reason } = command.data;
  const fault =
    refuseCommand(command) ??
    refuseOtherBody(state, command) ??
    refuseOwnUnit(command, [unit], planOf(command).line) ??
    refuseBlank(reason, 'reason') ??
    refuseByStatus(state, unit, command.type) ??
    refuseTooEarly(state, unit, command.data.date);
  if (fault) return fault;
  const data: typeof command.data & UnderNorm = { ...command.data, ...under(command) };
  return accept({ type: 'RecognitionRevoked', data });
}

function refuseOtherBody(
  state: RecognitionState,
  command: Of<'DecideRecognition'> | Of<'RevokeRecognition'>,
): Refusal | null {
  const { delegatedTo } = state;
  const bodies = [actingBodyOf(command), ...(delegatedTo === null ? [] : [delegatedTo])];
  const { inherits = [] } = planOf(command);
  const takenOver = delegatedTo !== null && inherits.includes(delegatedTo);
  const may = takenOver || bodies.includes(command.actor.unit ?? '');
  return may ? null : refuseUnit(command, bodies);
}

function refuseSubjects(state: RecognitionState, command: Of<'DecideRecognition'>): Refusal | null {
  const { date, met, notMet } = command.data;
  const units = unitsOf(command);
  if (units.length === 0) return refuse('unit.none-given');
  const seen = new Set<string>();
  const twice = units.find((unit) => seen.size === seen.add(unit).size);
  if (twice !== undefined) return refuse('unit.named-twice', { unit: twice });
  const own = refuseOwnUnit(command, units, planOf(command).line);
  if (own) return own;
  for (const unit of met) {
    const fault =
      refuseByStatus(state, unit, 'DecideMet') ??
      refuseTooEarly(state, unit, date) ??
      refuseHappened(state, unit);
    if (fault) return fault;
  }
  for (const { unit, reason } of notMet) {
    const fault =
      refuseByStatus(state, unit, 'DecideNotMet') ??
      refuseTooEarly(state, unit, date) ??
      refuseBlank(reason, 'reason');
    if (fault) return fault;
  }
  return refuseAwaited(state, command);
}

function unitsOf({ data: { met, notMet, noDossier = [] } }: Of<'DecideRecognition'>): string[] {
  return [...met, ...notMet.map(({ unit }) => unit), ...noDossier];
}

/** A dossier is missing when its last day has passed; where our copy has no such day, when the body says so. */
function refuseAwaited(state: RecognitionState, command: Of<'DecideRecognition'>): Refusal | null {
  const { date, noDossier = [] } = command.data;
  for (const unit of noDossier) {
    const fault =
      refuseByStatus(state, unit, 'DecideNoDossier') ?? refuseTooEarly(state, unit, date);
    if (fault) return fault;
    const last = lastDayOf(state, command, unit);
    if (last !== null && date <= last) {
      return refuse('recognition.dossier-still-awaited', { unit, last });
    }
  }
  return null;
}

function missingDossiers(
  state: RecognitionState,
  command: Of<'DecideRecognition'>,
): MissingDossier[] {
  const { noDossier = [] } = command.data;
  return noDossier.map((unit) => ({
    unit,
    status: subjectOf(state, unit)!.status as MissingDossier['status'],
    last: lastDayOf(state, command, unit),
  }));
}

function lastDayOf(state: RecognitionState, command: Of<'DecideRecognition'>, unit: string) {
  const { kind } = subjectOf(state, unit)!;
  return planOf(command).decisions?.find((one) => one.kind === kind)?.assessedUntil ?? null;
}
