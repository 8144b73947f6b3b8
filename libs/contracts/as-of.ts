/**
 * As of when something is asked, as people and programs write it: an instant, a local time or day of Việt Nam (UTC+7),
 * or an entry of the ledger. A day alone means all of it: what was known at its end.
 */
import type { Instant } from '../domain';

export type AskedAsOf = { readonly seq: number } | { readonly instant: Instant };

const SEQ = /^@([1-9]\d{0,14})$/;
const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|\+07:00)$/;

/** Null when it is none of the forms, or no day of the calendar. */
export function asOfOf(text: string): AskedAsOf | null {
  const seq = SEQ.exec(text);
  if (seq) return { seq: Number(seq[1]) };
  const local = LOCAL.exec(text);
  const date = local?.[1] ?? INSTANT.exec(text)?.[1];
  if (date === undefined || !exists(date)) return null;
  // A minute written means its beginning, a day its last moment.
  const time = local?.[2] === undefined ? '23:59:59.999' : `${local[2]}:00.000`;
  const at = Date.parse(local ? `${date}T${time}+07:00` : text);
  return Number.isNaN(at) ? null : { instant: new Date(at).toISOString() };
}

/** Date.parse takes 30 February for 2 March. */
function exists(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
