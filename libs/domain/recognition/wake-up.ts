/**
 * The last day of the registration, and those of the decisions: the body hears who registered, then who is undecided. A
 * list that would not fit an entry is cut, and says how many more there are.
 */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { bodyOf, type Of } from './check';
import type { RecognitionEvent, RecognitionState } from './types';

/** Ids of 64 characters each: a third of what an entry may hold. */
const NAMED_AT_MOST = 300;

export function wakeUp(state: RecognitionState, command: Of<'WakeUp'>): Decision<RecognitionEvent> {
  const next = state.deadlines[0];
  if (next === undefined || next.at > command.effectiveAt) return refuse('wake-up.nothing-due');
  const subjects = Object.entries(state.subjects)
    .filter(([, { kind }]) => next.kinds.includes(kind))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const undecided = subjects.filter(
    ([, { status }]) => status !== 'met' && status !== 'notMet' && status !== 'revoked',
  );
  const body = bodyOf(command);
  const named = (next.what === 'registrationEnds' ? subjects : undecided).map(([unit]) => unit);
  return accept({
    type: 'RecognitionDeadlineReached',
    data: {
      ...body,
      ...next,
      registered: subjects.length,
      undecided: undecided.length,
      units: named.slice(0, NAMED_AT_MOST),
      more: Math.max(0, named.length - NAMED_AT_MOST),
      told: [body.authority, ...(state.delegatedTo === null ? [] : [state.delegatedTo])],
    },
  });
}
