/** An error of form is corrected by a letter; the number stays the one of the series (Decree 30/2020 Art 18). */
import { accept, type Decision } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { parseSymbol } from './symbol';
import type { DirectiveEvent, DirectiveState } from './types';

export function correctDirective(
  state: DirectiveState,
  command: Of<'CorrectDirective'>,
): Decision<DirectiveEvent> {
  const { data } = command;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseBlank(data.document, 'document') ??
    refuseBlank(data.value, 'value') ??
    refuseCorrection(state, data);
  return refused ?? accept({ type: 'DirectiveCorrected', data });
}

function refuseCorrection(
  state: DirectiveState,
  { field, value }: Of<'CorrectDirective'>['data'],
): Refusal | null {
  if (field === 'date' && !isLocalDate(value)) return refuse('date.invalid', { date: value });
  if (field !== 'symbol') return null;
  const read = parseSymbol(value);
  if (read.kind !== 'symbol') return refuse('symbol.unreadable', { symbol: value });
  const { number } = state.issue!;
  if (number !== null && read.number !== number) {
    return refuse('symbol.number-differs', { number, given: read.number });
  }
  return null;
}
