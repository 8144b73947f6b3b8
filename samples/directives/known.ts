/** How the values of a sample are known, written short: stated with quote and place, or not stated. */
import type { Graded, ParentLink, Task } from '../../libs/domain';

export const notStated = { grade: 'notStated' } as const;

/** Makes `stated` and `parent` for one source. */
export function knownFrom(source: string) {
  const stated = <T>(value: T, quote: string, place: string): Graded<T> => ({
    grade: 'stated',
    value,
    quote,
    place,
    source,
  });
  const parent = (
    [symbol, issuer, date]: readonly [string, string, string],
    quote: string,
    place: string,
  ): ParentLink => ({
    relation: 'cites',
    symbol,
    issuer,
    date: stated(date, quote, place),
    basis: 'stated',
    quote,
  });
  return { stated, parent };
}

/** A task of whose lead and coordinators the text is silent. */
export function task(key: string, text: string): Task {
  return { key, text, lead: notStated, coordinators: notStated, verbs: [] };
}
