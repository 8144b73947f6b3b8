/** Adds to the plan of an erasure the legal holds that stand against it when it comes in, whoever asks. */
import type { HeldDirective } from '../domain';

type Asked = { readonly type: string };

export function meetsHolds({ type }: Asked): boolean {
  return type === 'ErasePersonalValue';
}

/** The plan as it was made where none stands. */
export function withHolds(
  asked: Asked,
  made: unknown,
  { holds = [] }: { readonly holds?: readonly HeldDirective[] | undefined },
): unknown {
  if (holds.length === 0 || !meetsHolds(asked)) return made;
  return { ...((made ?? {}) as object), holds };
}
