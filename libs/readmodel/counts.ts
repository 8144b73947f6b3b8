/** Obligations by standing as SQL and as an answer: each obligation is counted in exactly one place. */
import { STANDINGS, type Standing } from '../domain';
import type { Counts } from './rows';

/** The standing of row `o` of read.obligations at the instant in `place`, e.g. `$1`. */
export const standingSql = (place: string, row = 'o'): string =>
  `read.standing(${row}.status, ${row}.round_status, ${row}.due_at, ${row}.decides_at, ${place})`;

export type StandingCount = { readonly standing: Standing; readonly count: number };

export function countsOf(found: readonly StandingCount[]): Counts {
  const counts = Object.fromEntries(STANDINGS.map((it) => [it, 0])) as Record<Standing, number>;
  for (const { standing, count } of found) counts[standing] += count;
  return { ...counts, total: found.reduce((sum, { count }) => sum + count, 0) };
}
