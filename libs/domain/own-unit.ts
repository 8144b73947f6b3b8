/**
 * Nobody judges his own unit, nor one that his unit took over from or that took over from it: a merger makes no stranger of
 * a judge. Who is of one line with the actor's unit stands on the command, as the organisation was when it came in.
 */
import type { Command } from './kernel';

/** What the way in attaches to a command by which a person judges a unit. */
export type KinPlan = { readonly kin?: readonly string[] };

/** The first of the units that is the actor's own, by itself or by succession; null when none is. */
export function ownAmong(
  { actor, plan }: Pick<Command, 'actor' | 'plan'>,
  units: readonly string[],
): string | null {
  if (actor.unit === null) return null;
  const own = [actor.unit, ...((plan as KinPlan | null | undefined)?.kin ?? [])];
  return units.find((unit) => own.includes(unit)) ?? null;
}
