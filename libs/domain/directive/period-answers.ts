/** Which report below answers a period above: the last one within it. A year is answered by its second half, not by its first. */
import { dayNumber } from '../local-date';
import type { PlannedPeriod } from './types';

/** A round without dates is answered by what is asked once, under the same name. */
export function answersPeriod(above: PlannedPeriod, below: PlannedPeriod): boolean {
  if (above.id === below.id) return true;
  if (above.from === null || above.to === null || below.from === null || below.to === null) {
    return false;
  }
  if (below.to < above.from || above.to < below.to) return false;
  const [from, to] = [dayNumber(below.from), dayNumber(below.to)];
  const days = to - from + 1;
  // Months and halves differ by a few days; weeks do not.
  const slack = days < SHORTEST_MONTH ? 0 : Math.floor(days / 8);
  return to + days > dayNumber(above.to) + slack;
}

const SHORTEST_MONTH = 28;
