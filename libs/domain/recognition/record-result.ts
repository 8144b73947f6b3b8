/** Results and targets known from elsewhere: kept as they are told, each with how it is known. They decide nobody. */
import { refuseGrades } from '../check-grades';
import { accept, valueOf, type Decision } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { itselfOrAbove, refuseOutsideRemit, remitOf } from '../remit';
import { bodyOf, refuseCommand, under, type Of } from './check';
import { COMPARATORS, type Bound, type RecognitionShare } from './share';
import type { RecognitionEvent, RecognitionState } from './types';

export function recordResult(
  _state: RecognitionState,
  command: Of<'RecordRecognitionResult'>,
): Decision<RecognitionEvent> {
  const { result, by } = command.data;
  const share = valueOf(result);
  const fault =
    refuseCommand(command) ??
    refuseOthersYear(command) ??
    refuseGrades(
      [
        { field: 'result', graded: result },
        { field: 'by', graded: by },
      ],
      command.actor,
    ) ??
    (share === undefined ? null : refuseShare(share));
  if (fault) return fault;
  const data = { ...command.data, ...under(command) };
  return accept({ type: 'RecognitionResultRecorded', data });
}

export function setTarget(
  _state: RecognitionState,
  command: Of<'SetRecognitionTarget'>,
): Decision<RecognitionEvent> {
  const { target } = command.data;
  const bound = valueOf(target);
  const fault =
    refuseCommand(command) ??
    refuseOthersYear(command) ??
    refuseGrades([{ field: 'target', graded: target }], command.actor) ??
    (bound === undefined ? null : refuseBound(bound, 'target'));
  if (fault) return fault;
  return accept({ type: 'RecognitionTargetSet', data: { ...command.data, ...under(command) } });
}

/** The body's own people, those above it, or the operator: nobody else tells what it reached or strives for. */
function refuseOthersYear(
  command: Of<'RecordRecognitionResult'> | Of<'SetRecognitionTarget'>,
): Refusal | null {
  return refuseOutsideRemit(command, [itselfOrAbove(remitOf(command), bodyOf(command).authority)]);
}

/** Nothing of nothing is told as well: it has no value, and is not refused. */
function refuseShare(share: RecognitionShare): Refusal | null {
  if (share.kind === 'bound') return refuseBound(share, 'result');
  const { met, of } = share;
  const whole = Number.isInteger(met) && Number.isInteger(of) && met >= 0 && met <= of;
  return whole ? null : refuse('value.invalid', { field: 'result', problem: `${met}/${of}` });
}

function refuseBound({ comparator, basisPoints }: Bound, field: string): Refusal | null {
  const whole = Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints <= 10_000;
  if (whole && COMPARATORS.includes(comparator)) return null;
  return refuse('value.invalid', { field, problem: `${comparator} ${basisPoints}` });
}
