/** The last day of the registration, and those of the decisions: the body hears who registered and who is undecided. */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { bodyOf, type Of } from './check';
import type { RecognitionEvent, RecognitionState } from './types';

export function wakeUp(state: RecognitionState, command: Of<'WakeUp'>): Decision<RecognitionEvent> {
  const next = state.deadlines[0];
  if (next === undefined || next.at > command.effectiveAt) return refuse('wake-up.nothing-due');
  const subjects = Object.entries(state.subjects)
    .filter(([, { kind }]) => next.kinds.includes(kind))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const undecided = subjects.filter(
    ([, { status }]) => status !== 'met' && status !== 'notMet' && status !== 'revoked',
  );
  return accept({
    type: 'RecognitionDeadlineReached',
    data: {
      ...bodyOf(command),
      ...next,
      registered: subjects.map(([unit]) => unit),
      undecided: undecided.map(([unit]) => unit),
    },
  });
}
