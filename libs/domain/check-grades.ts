/** Whether a graded value stands on what its grade claims: a quote and its place, a reason, or the one who decides. */
import type { Actor, Graded } from './kernel';
import { refuse, type Refusal } from './refusals';
import { isBlank } from './spelling';

export type GradedField = { readonly field: string; readonly graded: Graded<unknown> };

/**
 * A decision is made by whoever asks, never reported of somebody else; the system alone passes on what a person decided
 * in another stream.
 */
export function refuseGrade({ field, graded }: GradedField, actor: Actor): Refusal | null {
  const { grade } = graded;
  if (grade === 'notStated' || grade === 'notInCopy') return null;
  const grounds = grade === 'stated' ? [graded.quote, graded.place] : [graded.reason];
  if (grounds.some(isBlank)) return refuse('value.ungrounded', { field, grade });
  if (grade === 'decided' && graded.by.id !== actor.id && actor.role !== 'system') {
    return refuse('value.decided-by-another', { field, by: graded.by.id });
  }
  return null;
}

export function refuseGrades(fields: readonly GradedField[], actor: Actor): Refusal | null {
  for (const field of fields) {
    const refused = refuseGrade(field, actor);
    if (refused) return refused;
  }
  return null;
}

/** The fields of `after` that differ from `before`: only what is new needs its grounds checked again. */
export function changed(
  before: readonly GradedField[],
  after: readonly GradedField[],
): readonly GradedField[] {
  return after.filter(({ field, graded }) => {
    const earlier = before.find((one) => one.field === field);
    return earlier === undefined || !sameJson(earlier.graded, graded);
  });
}

/** Equality of plain JSON, whatever the order of its keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}
