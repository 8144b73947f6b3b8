/** Which bars hold for units on a day: their own, and those of whoever they took over from. */
import { barsOn, takenOverBy, type Bar, type LocalDate } from '../domain';
import type { PolicyBook } from './policy-book';

/** A bar goes with its unit to whoever took it over: no reorganisation lifts one, a person does. */
export function barsOfEither(
  { bars = { bars: {} }, org }: PolicyBook,
  units: readonly string[],
  days: readonly LocalDate[],
): readonly Bar[] {
  const all = days.flatMap((day) => {
    const before = takenOverBy(org, units, day).map(({ unit }) => unit);
    return barsOn(bars, [...units, ...before], day);
  });
  return all.filter(({ id }, index) => all.findIndex((bar) => bar.id === id) === index);
}
