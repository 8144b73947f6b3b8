/**
 * Whose people may do what concerns other units and has no directive that says it: a body does it for itself and for what
 * stands under it, the operator for everybody. Who stands above whom is a recorded fact: of the organisation where it
 * decides itself, else of the plan, as it was when the command came in.
 */
import type { Command } from './kernel';
import { refuse, type Refusal } from './refusals';
import { actsForNoUnit } from './rights';

/** What the way in attaches to a command that is asked in the name of a unit. */
export type Remit = {
  /** By unit that the command concerns: every body above it, the nearest first. */
  readonly above: { readonly [unit: string]: readonly string[] };
  /** Who issued the directive that the command names; absent where it names none. */
  readonly issuer?: string;
  /** By place that holds the personal value: the bodies whose it is. */
  readonly holders?: readonly (readonly string[])[];
};

export type RemitPlan = { readonly remit?: Remit };

/** A unit that a command concerns, and the bodies whose people may. */
export type Concerned = { readonly unit: string; readonly bodies: readonly string[] };

/** The refusal where somebody acts on a unit that is not in his body's hands; it names who may. */
export function refuseOutsideRemit(
  { type, actor }: Pick<Command, 'type' | 'actor'>,
  concerned: readonly Concerned[],
): Refusal | null {
  if (actsForNoUnit(actor)) return null;
  const other = concerned.find(({ bodies }) => !bodies.includes(actor.unit ?? ''));
  if (other === undefined) return null;
  const { unit: of, bodies } = other;
  const said = { command: type, unit: actor.unit, of };
  return bodies.length === 0
    ? refuse('actor.operator-only', said)
    : refuse('actor.not-in-remit', { ...said, bodies });
}

/** What concerns everybody is the operator's alone. */
export function refuseAllButOperator({
  type,
  actor,
}: Pick<Command, 'type' | 'actor'>): Refusal | null {
  if (actsForNoUnit(actor)) return null;
  return refuse('actor.operator-only', { command: type, unit: actor.unit, of: null });
}

export function remitOf({ plan }: Pick<Command, 'plan'>): Remit {
  return (plan as RemitPlan | null | undefined)?.remit ?? { above: {} };
}

/** The bodies above a unit by the plan; of a unit that the plan does not speak of, none. */
export function aboveIn({ above }: Remit, unit: string): readonly string[] {
  return Object.hasOwn(above, unit) ? above[unit]! : [];
}

/** The unit's own people, or those of a body above it. */
export const itselfOrAbove = (remit: Remit, unit: string): Concerned => ({
  unit,
  bodies: [unit, ...aboveIn(remit, unit)],
});

/** Nobody of the unit itself. */
export const onlyAbove = (remit: Remit, unit: string): Concerned => ({
  unit,
  bodies: aboveIn(remit, unit),
});
