/** How the values of a sample are known, written short: stated with quote and place, or not stated. */
import type { Graded, ParentLink, Task } from '../../libs/domain';

export const notStated = { grade: 'notStated' } as const;

/** A place of the text and what it says there, to the letter; `…` stands for what is left out. */
type Cited = readonly [quote: string, place: string];

/** Makes `stated` and `parent` for one source. */
export function knownFrom(source: string) {
  const stated = <T>(value: T, quote: string, place: string): Graded<T> => ({
    grade: 'stated',
    value,
    quote,
    place,
    source,
  });
  /** An instrument by symbol, issuer and date, with every place that cites it; the first that dates it proves the date. */
  const parent = (
    [symbol, issuer, date]: readonly [string, string, string],
    [first, ...more]: readonly [Cited, ...Cited[]],
    dated: Cited = first,
  ): ParentLink => ({
    relation: 'cites',
    symbol,
    issuer,
    date: stated(date, ...dated),
    basis: 'stated',
    quote: first[0],
    citations: [first, ...more].map(([quote, place]) => ({ quote, place })),
  });
  return { stated, parent };
}

/** A task of whose lead and coordinators the text is silent. */
export function task(key: string, text: string): Task {
  return { key, text, lead: notStated, coordinators: notStated, verbs: [] };
}
