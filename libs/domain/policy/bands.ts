/** In which band of a threshold policy a rate lies: compared in whole numbers, so that exactly 70 % is not below 70. */
import type { Ratio } from '../form/types';
import type { PolicyValue } from './types';

export type Band = Extract<PolicyValue, { kind: 'thresholds' }>['bands'][number];

/** The first band the rate is below, in percent; null when it is below none, or when nothing was owed. */
export function bandOf(bands: readonly Band[], { part, of }: Ratio): Band | null {
  if (of === 0) return null;
  return bands.find(({ below }) => part * 100 < below * of) ?? null;
}
