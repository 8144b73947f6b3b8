/**
 * A refusal on its way out of a door: thrown anywhere in a request, said once by the door itself, as problem+json or as
 * the reason of a dead letter.
 */
import { MESSAGES, type Fault, type Params } from '../contracts';
import { ENTRY_LIMIT_BYTES } from '../ledger';

export type Refusal = Error & {
  readonly refusal: true;
  readonly code: string;
  readonly params: Params;
  readonly faults?: readonly Fault[];
  readonly commandId?: string;
};

type More = { readonly faults?: readonly Fault[]; readonly commandId?: string };

export function refusal(code: string, params: Params = {}, more: More = {}): Refusal {
  return Object.assign(new Error(code), { refusal: true as const, code, params, ...more });
}

export function refusalOfFaults(faults: readonly Fault[]): Refusal {
  const { code, params } = faults[0]!;
  return refusal(code, params, { faults });
}

/** What was thrown as far as the sender is at fault; null for a part that is away and for a mistake of ours. */
export function refusalOf(thrown: unknown): Refusal | null {
  if (isRefusal(thrown)) return thrown;
  const { code, params } = Object(thrown) as { code?: unknown; params?: Params };
  if (code === 'entry.too-large') return refusal(code, { limit: ENTRY_LIMIT_BYTES });
  return typeof code === 'string' && Object.hasOwn(MESSAGES, code) ? refusal(code, params) : null;
}

function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && (thrown as Partial<Refusal>).refusal === true;
}
