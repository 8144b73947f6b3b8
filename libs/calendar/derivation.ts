/**
 * Why a date is what it is, as data: each step says which rule of which source led from what to what.
 * The sentence is rendered from the steps, never stored.
 */

export type StepParam = string | number | boolean | null | readonly StepParam[] | { readonly [name: string]: StepParam };

export type DerivationStep = {
  /** A code such as `due.workingDaysAfter`, `roll.forward`, `hour`. */
  readonly rule: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly params?: { readonly [name: string]: StepParam };
};
