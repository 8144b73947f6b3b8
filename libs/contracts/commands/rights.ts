/**
 * What roles a door lets pass at all. Whose people may act (the issuer's, the monitoring body's, the obliged unit's) is
 * the deciders' to say, with a recorded refusal. Until identity exists a drill takes the role from a header.
 */
import type { Role } from '../../domain';

export const RIGHTS = {
  'directive.draft': ['clerk', 'standingBody', 'leader', 'operator'],
  'directive.decide': ['clerk', 'standingBody', 'leader'],
  'directive.issue': ['clerk', 'leader'],
  'directive.manage': ['clerk', 'standingBody', 'leader'],
  'obligation.submit': ['clerk', 'focal', 'standingBody', 'leader'],
  'obligation.judge': ['clerk', 'focal', 'standingBody', 'leader'],
  'obligation.record': ['clerk', 'focal', 'standingBody', 'leader'],
  'round.manage': ['clerk', 'standingBody', 'leader'],
  'org.manage': ['clerk', 'standingBody', 'leader', 'operator'],
  'policy.manage': ['clerk', 'standingBody', 'leader', 'operator'],
  'calendar.manage': ['operator'],
  'recognition.hand-in': ['clerk', 'focal', 'standingBody', 'leader'],
  'recognition.appraise': ['standingBody'],
  'recognition.decide': ['clerk', 'leader'],
  'recognition.record': ['clerk', 'standingBody', 'leader'],
  'recognition.tell': ['clerk', 'standingBody', 'leader', 'operator'],
  'commendation.nominate': ['clerk', 'focal', 'standingBody', 'leader'],
  'commendation.judge': ['clerk', 'standingBody', 'leader'],
  'commendation.record': ['clerk', 'standingBody', 'leader', 'operator'],
  'commendation.decide': ['leader'],
  'personal.erase': ['clerk', 'leader', 'operator'],
  'content.put': ['clerk', 'focal', 'standingBody', 'leader', 'operator'],
  'drill.advance': ['operator'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof RIGHTS;

/** Roles a person may act in: the system's is never taken from outside. */
export const PERSONS = ['clerk', 'focal', 'standingBody', 'leader', 'auditor', 'operator'] as const;

export function rolesOf(right: Right): readonly Role[] {
  return RIGHTS[right];
}

export function mayAsk(role: Role, right: Right): boolean {
  return rolesOf(right).includes(role);
}
