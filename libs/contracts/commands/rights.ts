/** Who may ask for what, by role. Until identity exists a drill takes the role from a header and live takes nobody. */
import type { Role } from '../../domain';

export const RIGHTS = {
  'directive.draft': ['clerk', 'standingBody', 'leader'],
  'directive.decide': ['standingBody', 'leader'],
  'directive.issue': ['clerk', 'standingBody', 'leader'],
  'directive.manage': ['standingBody', 'leader'],
  'obligation.submit': ['clerk', 'focal', 'standingBody', 'leader'],
  'obligation.judge': ['standingBody', 'leader', 'focal'],
  'obligation.record': ['clerk', 'focal', 'standingBody', 'leader'],
  'round.manage': ['standingBody', 'leader'],
  'org.manage': ['operator', 'standingBody'],
  'policy.manage': ['operator', 'standingBody', 'leader'],
  'calendar.manage': ['operator', 'standingBody'],
  'content.put': ['clerk', 'focal', 'standingBody', 'leader', 'operator'],
  'drill.advance': ['operator'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof RIGHTS;

export function mayAsk(role: Role, right: Right): boolean {
  return (RIGHTS[right] as readonly Role[]).includes(role);
}
