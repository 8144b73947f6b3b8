/** The checks of decisions that a row of the matrix needs. */
import type { Check } from './row';

export const DECISION_CHECKS: readonly Check[] = [
  [
    'due.type !== event.type || !equal(due.data, event.data)',
    'false',
    'a policy altered after it was adopted',
  ],
  ['!equal(due.data, event.data)', 'false', 'an event with another value'],
  [
    'return equal(decision.rejection, entry.data.rejection) ? null',
    'return true ? null',
    'a refusal for another reason',
  ],
  [
    "decision.ok !== (entry.data.outcome === 'accepted')",
    'false',
    'a refusal turned into an acceptance',
  ],
  [
    "due === undefined) return 'more'",
    'due === undefined) return null',
    'an event more than the rules give',
  ],
  [
    "if (life.pending.length > 0) return faultOf('fewer', life.sequence);",
    '',
    'an event in the middle of a stream left out, everything after it numbered anew',
  ],
  ['isWakeUp && !isDue(entry, dueAt)', 'false', 'a wake-up at another instant'],
  ["actor.role === 'system' &&", '', 'a wake-up asked by a person'],
  [
    '!isWakeUp && dueAt !== null && dueAt < command.effectiveAt',
    'false',
    'a command that passes a wake-up due before it',
  ],
];
