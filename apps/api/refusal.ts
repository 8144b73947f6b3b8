/** A refusal on its way out of the door: thrown anywhere in a request, turned into problem+json once. */
import type { Fault, Params } from '../../libs/contracts';

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

export function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && (thrown as Partial<Refusal>).refusal === true;
}
