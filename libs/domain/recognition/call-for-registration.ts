/**
 * The body begins its year and calls upon units to register. From then on its last days are kept, also when nobody
 * registers; who was not called is not known to be missing.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import {
  bodyOf,
  planOf,
  refuseCommand,
  refuseFull,
  refuseMisfit,
  refuseOutside,
  refuseOwnUnit,
  refusePowerless,
  under,
  type Of,
} from './check';
import type { RecognitionDeadline } from './plan';
import { deadlineKey, type RecognitionEvent, type RecognitionState } from './types';

export function callForRegistration(
  state: RecognitionState,
  command: Of<'CallForRegistration'>,
): Decision<RecognitionEvent> {
  const fault =
    refuseCommand(command) ??
    refuseOutside(command, planOf(command).line) ??
    refusePowerless(command) ??
    refuseBlank(command.data.reference, 'reference') ??
    refuseUnits(command) ??
    refuseMisfit(command) ??
    refuseFull(state, command, command.data.units.length);
  if (fault) return fault;
  const deadlines = toCome(state, command);
  return accept({
    type: 'RegistrationCalled',
    data: { ...command.data, ...under(command), deadlines },
  });
}

function refuseUnits(command: Of<'CallForRegistration'>): Refusal | null {
  const { units } = command.data;
  if (units.length === 0) return refuse('unit.none-given');
  const named = units.map(({ unit }) => unit);
  const twice = named.find((unit, index) => named.indexOf(unit) < index);
  if (twice !== undefined) return refuse('unit.named-twice', { unit: twice });
  const { authority } = bodyOf(command);
  if (named.includes(authority)) return refuseOwnUnit(command, [authority], [authority]);
  const { kinds, norm } = planOf(command);
  const other = kinds && units.find(({ kind }) => !kinds.includes(kind));
  if (!other) return null;
  return refuse('recognition.kind-not-covered', { ...other, norm: norm.symbol });
}

/** Those of the plan that are neither past nor known already. */
export function toCome(
  state: RecognitionState,
  command: Of<'CallForRegistration'> | Of<'RegisterForRecognition'>,
): RecognitionDeadline[] {
  const { deadlines = [] } = planOf(command);
  const known = new Set([...state.reached, ...state.deadlines.map(deadlineKey)]);
  return deadlines.filter((one) => one.at > command.effectiveAt && !known.has(deadlineKey(one)));
}
