/**
 * A unit registers to strive for the standard. A day outside the norm's window is taken and flagged with both days; whom the
 * norm excludes is refused with the rule. Whatever date a unit gives itself, it is judged by the day of its entry; people of
 * the body enter what they received on paper, with the date of its receipt.
 */
import { accept, type Decision } from '../kernel';
import { officeDay } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import {
  bodyOf,
  planOf,
  refuseByStatus,
  refuseCommand,
  refuseFull,
  refuseMisfit,
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
    refuseMisfit(command) ??
    refuseByStatus(state, unit, command.type) ??
    refuseFull(state, command, 1);
  if (fault) return fault;
  const { registration } = planOf(command);
  const enteredOn = officeDay(command.effectiveAt);
  const ownStatement = command.actor.unit === unit && date < enteredOn;
  return accept({
    type: 'RecognitionRegistered',
    data: {
      ...command.data,
      ...under(command),
      enteredOn,
      ...(ownStatement ? { ownStatement } : {}),
      timeliness: timelinessOf(ownStatement ? enteredOn : date, registration),
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
