/**
 * Who may act for whom: the unit that owes now (or its substitute for a span) hands in and asks; whoever receives,
 * urges or issued judges. Nobody judges what it owes or handed in itself.
 */
import type { RoundHeading } from '../directive/types';
import type { Actor, Instant } from '../kernel';
import { refuse, type Refusal } from './rejections';
import type { Obligation, RoundCommandType } from './types';

/** The unit that acts for the obligation, and for whom it stands in; null when the actor is neither. */
export function actsFor(
  obligation: Obligation,
  actor: Actor,
  at: Instant,
): { readonly by: string; readonly substituteFor: string | null } | null {
  if (actor.unit === null) return null;
  if (actor.unit === obligation.owner) return { by: actor.unit, substituteFor: null };
  const substitute = obligation.substitute;
  if (substitute && substitute.by === actor.unit && substitute.from <= at && at <= substitute.to) {
    return { by: actor.unit, substituteFor: obligation.owner };
  }
  return null;
}

export function refuseUnlessObliged(
  obligation: Obligation,
  actor: Actor,
  at: Instant,
): Refusal | null {
  const waits = refuseHeirless(obligation);
  if (waits) return waits;
  if (actsFor(obligation, actor, at)) return null;
  return refuse('actor.not-obliged', { unit: obligation.owner, actorUnit: actor.unit });
}

/** Its owner has ended, and until somebody decides the heir nobody answers for it. */
export function refuseHeirless({ owner, blocked }: Obligation): Refusal | null {
  return blocked === null
    ? null
    : refuse('obligation.awaits-heir', { unit: owner, reorganisation: blocked });
}

/** Who receives, passes on, urges or issued: takes in paper, urges by telephone, accepts and returns. */
export function receivers(heading: RoundHeading): readonly string[] {
  const via = heading.via === null ? [] : [heading.via];
  return [...new Set([...heading.to, heading.standingBody, heading.issuer, ...via])];
}

/** Who judges a report: whoever receives, urges or issued. A channel only looks whether it is complete. */
export function judges(heading: RoundHeading): readonly string[] {
  return [...new Set([...heading.to, heading.standingBody, heading.issuer])];
}

/** Who directs: the standing body and the issuer. A channel (`via`) only receives. */
export function directors(heading: RoundHeading): readonly string[] {
  return [...new Set([heading.standingBody, heading.issuer])];
}

/** Refuses whoever is not among `entitled`, and whoever owes or answers for this obligation. */
export function refuseUnlessEntitled(
  entitled: readonly string[],
  obligation: Obligation,
  { actor, type }: { readonly actor: Actor; readonly type: RoundCommandType },
): Refusal | null {
  const own = [obligation.owner, obligation.submissions.at(-1)?.by];
  const allowed = entitled.filter((unit) => !own.includes(unit));
  if (actor.unit !== null && allowed.includes(actor.unit)) return null;
  return refuse('actor.not-entitled', {
    command: type,
    actorUnit: actor.unit,
    entitled: allowed,
  });
}

/** Refuses whoever does not direct the round: the system (a reaction), the standing body or the issuer. */
export function refuseUnlessDirecting(
  heading: RoundHeading,
  { actor, type }: { readonly actor: Actor; readonly type: RoundCommandType },
): Refusal | null {
  const entitled = directors(heading);
  if (actor.role === 'system' || (actor.unit !== null && entitled.includes(actor.unit)))
    return null;
  return refuse('actor.not-entitled', { command: type, actorUnit: actor.unit, entitled });
}
