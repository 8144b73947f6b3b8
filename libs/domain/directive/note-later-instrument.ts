/**
 * Puts a later instrument on record. The directive's own force changes by its own commands alone, so that what is stated
 * to replace it is sent there for as long as it can be superseded.
 */
import { refuseGrade } from '../check-grades';
import { accept, valueOf, type Decision } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { foldName, isBlank } from '../spelling';
import { refuseCommand, type Of } from './check';
import { refuseImpossible } from './check-plan';
import { laterKey, type LaterInstrument } from './later-instrument';
import { directiveLifecycle } from './lifecycle';
import { sameSymbol } from './symbol';
import type { DirectiveEvent, DirectiveState, ParentLink } from './types';

export function noteLaterInstrument(
  state: DirectiveState,
  command: Of<'NoteLaterInstrument'>,
): Decision<DirectiveEvent> {
  const { data, actor } = command;
  const { relation, reason } = data;
  const refused =
    refuseCommand(state, command) ??
    refuseImpossible(command) ??
    refuseBlank(reason, 'reason') ??
    refuseInstrument(data) ??
    refuseGrade({ field: 'relation', graded: relation }, actor);
  if (refused) return refused;
  if (valueOf(relation) === undefined) return invalid('relation', 'empty');
  const parent = data.about === null ? null : parentOf(state, data.about);
  if (parent === undefined) return refuseAbout(state, data.about!);
  const note = { ...data, about: parent === null ? null : parent.symbol };
  const fault = refuseOwnForce(state, note) ?? refuseEarlier(state, note, parent);
  return fault ?? refuseRepeat(state, note) ?? accept({ type: 'LaterInstrumentNoted', data: note });
}

function refuseInstrument({ instrument, effectiveOn }: LaterInstrument): Refusal | null {
  const { symbol, issuer, date } = instrument;
  const blank =
    refuseEmpty(symbol, 'instrument.symbol') ?? refuseEmpty(issuer, 'instrument.issuer');
  if (blank) return blank;
  if (!isLocalDate(date)) return invalid('instrument.date', date);
  if (effectiveOn === null) return null;
  if (!isLocalDate(effectiveOn)) return invalid('effectiveOn', effectiveOn);
  return effectiveOn < date
    ? refuse('instrument.effective-too-early', { effectiveOn, date })
    : null;
}

function parentOf(state: DirectiveState, about: string): ParentLink | undefined {
  return state.draft!.parents.find(({ symbol }) => sameWriting(symbol, about));
}

function refuseAbout(state: DirectiveState, about: string): Refusal {
  const cited = state.draft!.parents.map(({ symbol }) => symbol);
  if (cited.length === 0) return refuse('instrument.none-cited', { about });
  return refuse('instrument.not-cited', { about, cited });
}

/** A directive that has ended cannot be superseded any more: what replaces it then is only told. */
function refuseOwnForce(state: DirectiveState, note: LaterInstrument): Refusal | null {
  const { about, relation, instrument } = note;
  const sure = relation.grade === 'stated' || relation.grade === 'decided';
  if (about !== null || !sure || relation.value !== 'replaces') return null;
  if (directiveLifecycle.next(state.status, 'SupersedeDirective') === null) return null;
  return refuse('instrument.supersedes', { symbol: instrument.symbol });
}

/** Later than what it is about, and not that itself. A parent of an unknown date refuses nothing. */
function refuseEarlier(
  state: DirectiveState,
  { instrument: { symbol, date } }: LaterInstrument,
  parent: ParentLink | null,
): Refusal | null {
  const of = parent?.symbol ?? state.issue!.symbol ?? state.id;
  const since = parent === null ? state.issue!.date : valueOf(parent.date);
  const itself = sameWriting(symbol, of) && (since === undefined || since === date);
  if (!itself && (since === undefined || since <= date)) return null;
  return refuse('instrument.not-later', { symbol, date, of, since: since ?? null });
}

/** A newer word on the relation, or on the day from which it holds, is a new note; the same again is none. */
function refuseRepeat(state: DirectiveState, note: LaterInstrument): Refusal | null {
  const key = laterKey(note);
  const known = state.laterInstruments.find((one) => laterKey(one) === key);
  const same =
    known !== undefined &&
    known.relation.grade === note.relation.grade &&
    valueOf(known.relation) === valueOf(note.relation) &&
    known.effectiveOn === note.effectiveOn;
  if (!same) return null;
  return refuse('instrument.noted-already', {
    symbol: note.instrument.symbol,
    about: note.about ?? state.issue!.symbol ?? state.id,
    relation: valueOf(note.relation)!,
    grade: note.relation.grade,
  });
}

function sameWriting(a: string, b: string): boolean {
  return sameSymbol(a, b) || foldName(a) === foldName(b);
}

function refuseEmpty(text: string, field: string): Refusal | null {
  return isBlank(text) ? refuse('directive.field-empty', { field }) : null;
}

function invalid(field: string, problem: string): Refusal {
  return refuse('value.invalid', { field, problem });
}
