/**
 * Shares of a whole and targets for them, in integers: 38 of 40 is 9,500 hundredths of a percent, and a target of more
 * than 95 % is not reached by it. Nothing here divides into fractions.
 */
import type { Comparator } from '../indicator/types';

export const COMPARATORS: readonly Comparator[] = ['>', '>=', '=', '<=', '<'];

/** `> 95 %` is `{comparator: '>', basisPoints: 9500}`: hundredths of a percent. */
export type Bound = { readonly comparator: Comparator; readonly basisPoints: number };

/** So many of so many; or only a bound, when a source says no more. */
export type RecognitionShare =
  | { readonly kind: 'ratio'; readonly met: number; readonly of: number }
  | ({ readonly kind: 'bound' } & Bound);

const WHOLE = 10_000;

/** Hundredths of a percent, rounded half up; null of nothing: there is no value then. */
export function basisPointsOf(met: number, of: number): number | null {
  if (of === 0) return null;
  const doubled = 2 * met * WHOLE + of;
  return (doubled - (doubled % (2 * of))) / (2 * of);
}

/** Whether `met` of `of` reaches the target; null of nothing. */
export function reaches(met: number, of: number, target: Bound): boolean | null {
  if (of === 0) return null;
  const [left, right] = [met * WHOLE, target.basisPoints * of];
  switch (target.comparator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '=':
      return left === right;
    case '<=':
      return left <= right;
    case '<':
      return left < right;
  }
}

/** Whether what a source says settles the target: null where it leaves it open ("trên 95%" says nothing of 97 %). */
export function settles(share: RecognitionShare, target: Bound): boolean | null {
  if (share.kind === 'ratio') return reaches(share.met, share.of, target);
  const range = rangeOf(share);
  if (within(range, rangeOf(target))) return true;
  return apart(range, rangeOf(target)) ? false : null;
}

/** In halves of a basis point, so that "above 9500" and "from 9501 on" differ: a range from `low` to `high`. */
type Range = { readonly low: number; readonly high: number };

function rangeOf({ comparator, basisPoints }: Bound): Range {
  const at = 2 * basisPoints;
  switch (comparator) {
    case '>':
      return { low: at + 1, high: 2 * WHOLE };
    case '>=':
      return { low: at, high: 2 * WHOLE };
    case '=':
      return { low: at, high: at };
    case '<=':
      return { low: 0, high: at };
    case '<':
      return { low: 0, high: at - 1 };
  }
}

function within(inner: Range, outer: Range): boolean {
  return outer.low <= inner.low && inner.high <= outer.high;
}

function apart(a: Range, b: Range): boolean {
  return a.high < b.low || b.high < a.low;
}
