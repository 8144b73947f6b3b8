/**
 * What an obligation would be had a change set not touched it. The other sets stay: each is made once more on what held
 * before the one undone, and one that would have found nothing to change leaves no trace.
 */
import type { Inheritance, Obligation } from './types';

type Owed = Pick<Obligation, 'owner' | 'superior' | 'inherited'>;

/** Null when the set did not touch it. */
export function withoutSet(one: Owed, reorganisation: string): Owed | null {
  const { inherited } = one;
  const first = inherited.findIndex((found) => found.reorganisation === reorganisation);
  if (first === -1) return null;
  let { owner, superior } = inherited[first]!;
  const kept: Inheritance[] = inherited.slice(0, first);
  for (let n = first; n < inherited.length; n += 1) {
    const found = inherited[n]!;
    const made = inherited[n + 1] ?? one;
    const handedOn = made.owner !== found.owner;
    const touches = handedOn ? found.owner === owner : found.superior === superior;
    if (found.reorganisation === reorganisation || !touches) continue;
    kept.push({ reorganisation: found.reorganisation, owner, superior });
    ({ superior } = made);
    if (handedOn) ({ owner } = made);
  }
  return { owner, superior, inherited: kept };
}
