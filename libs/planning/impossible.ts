/** What stands on a command in place of its plan when no dates can be computed, and which error says so. */
/** A stable code with its values. */
export type Impossible = {
  readonly impossible: string;
  readonly params: { readonly [name: string]: string };
};

/** A refusal of the calendar becomes part of the command; anything else is our own fault and goes on. */
export function impossibleOf(error: unknown): Impossible | null {
  if (typeof error !== 'object' || error === null) return null;
  if (!('code' in error) || !('place' in error)) return null;
  return { impossible: String(error.code), params: { place: String(error.place) } };
}
