/** The checks of decisions and plans that a row of the matrix needs. */
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
  // Plans.
  [
    'equal(first.plan, recorded) ? counted(first, asked)',
    'true ? counted(first, asked)',
    'a due time planned a day later',
  ],
  [
    'equal(first.plan, recorded) ? counted(first, asked)',
    'equal(first.plan?.schedule?.dueAt, recorded?.schedule?.dueAt) ? counted(first, asked)',
    'a rung planned an hour later',
  ],
  ['it.recordedat >= since', 'true', 'a plan by rules of long before'],
  [
    'if (!rules.needsPlan(planned)) return { plan: undefined',
    'if (!rules.needsPlan(planned)) return { plan: recorded',
    'a plan on a command that needs none',
  ],
  [
    'recorded === undefined && !rules.needsPlan(plannable(commandOf(entry)))',
    'recorded === undefined',
    'a plan left out',
  ],
  ['late <= WITHIN_MS', 'true', 'a due time counted from an hour before the request'],
  ['late > 0 &&', '', 'a due time counted from after the request'],
  ['effectiveAt === receivedAt ?', 'true ?', 'a plan as of another instant than its own'],
];
