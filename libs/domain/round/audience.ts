/** Whom a rung reaches for one obligation: a person of the unit, its superior, or the issuer. */
import type { RoundHeading } from '../directive/types';
import type { Obligation, PlannedRung, RoundState } from './types';

/** A stable name of whom the rung reaches; null when there is nobody (no superior is known). */
export function audienceOf(
  audience: PlannedRung['audience'],
  { owner, superior }: Pick<Obligation, 'owner' | 'superior'>,
  heading: Pick<RoundHeading, 'issuer'>,
): string | null {
  switch (audience) {
    case 'focal':
      return `focal:${owner}`;
    case 'head':
      return `head:${owner}`;
    case 'superior':
      return superior === null ? null : `unit:${superior}`;
    case 'issuer':
      return `unit:${heading.issuer}`;
  }
}

/**
 * Whether the rung would go to those whom the last issued one reached, under another name: the superior is
 * the issuer. A ladder that names the same audience twice (two reminders to the focal person) means it.
 * Whom it reached then counts, not whom it would reach now: a change set may lie between the two.
 */
export function reachesSameAsLast(
  rung: PlannedRung,
  obligation: Obligation,
  state: RoundState,
): boolean {
  const last = lastIssued(obligation, state);
  if (!last || !state.heading || last.audience === rung.audience) return false;
  const { lastAudience = audienceOf(last.audience, obligation, state.heading) } = obligation;
  return lastAudience === audienceOf(rung.audience, obligation, state.heading);
}

function lastIssued({ lastRung }: Obligation, state: RoundState): PlannedRung | undefined {
  if (lastRung === null) return undefined;
  const slash = lastRung.indexOf('/');
  const schedule = state.schedules[lastRung.slice(0, slash)];
  return schedule?.rungs.find((rung) => rung.id === lastRung.slice(slash + 1));
}
