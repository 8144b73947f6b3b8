/**
 * A unit registers to strive for the standard. A day outside the norm's window is taken and flagged with both days;
 * whom the norm excludes is refused with the rule.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import {
  bodyOf,
  planOf,
  refuseByStatus,
  refuseCommand,
  refuseFull,
  refuseOwnUnit,
  refusePowerless,
  refuseStranger,
  timelinessOf,
  under,
  type Of,
} from './check';
import { toCome } from './call-for-registration';
import type { RecognitionEvent, RecognitionState } from './types';

export function registerForRecognition(
  state: RecognitionState,
  command: Of<'RegisterForRecognition'>,
): Decision<RecognitionEvent> {
  const { unit, reference, date } = command.data;
  const fault =
    refuseCommand(command) ??
    refuseStranger(state, command, unit) ??
    refuseAuthority(command) ??
    refusePowerless(command) ??
    refuseBlank(reference, 'reference') ??
    refuseExcluded(command) ??
    refuseByStatus(state, unit, command.type) ??
    refuseFull(state, command, 1);
  if (fault) return fault;
  const { registration } = planOf(command);
  return accept({
    type: 'RecognitionRegistered',
    data: {
      ...command.data,
      ...under(command),
      timeliness: timelinessOf(date, registration),
      deadlines: toCome(state, command),
    },
  });
}

/** The body that decides cannot be a subject before itself: a level above decides on it. */
function refuseAuthority(command: Of<'RegisterForRecognition'>): Refusal | null {
  const { authority } = bodyOf(command);
  return command.data.unit === authority ? refuseOwnUnit(command, [authority], [authority]) : null;
}

function refuseExcluded(command: Of<'RegisterForRecognition'>): Refusal | null {
  const { unit, kind, trait } = command.data;
  const { norm, kinds, excluded } = planOf(command);
  if (kinds && !kinds.includes(kind)) {
    return refuse('recognition.kind-not-covered', { unit, kind, norm: norm.symbol });
  }
  const rule = excluded?.find((one) => one.trait === trait);
  if (rule === undefined) return null;
  return refuse('recognition.excluded', { unit, trait, norm: norm.symbol, rule: rule.text.vi });
}
