/** Checks of plans that a row of the matrix needs. */
import type { Check } from './row';

export const PLAN_CHECKS: readonly Check[] = [
  [
    'if (equal(first.plan, recorded)) return counted',
    'if (true) return counted',
    'a due time planned a day later',
  ],
  [
    'if (equal(first.plan, recorded)) return counted',
    'if (equal(first.plan?.schedule?.dueAt, recorded?.schedule?.dueAt)) return counted',
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
  [
    'at === 0 && effectiveAt === receivedAt',
    'at === 0',
    'a plan as of another instant than its own',
  ],
];
