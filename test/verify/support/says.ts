/** One entry of the ledger says something else, and everything is signed anew with the right keys. */
import { chained, loose, signed, type Loose } from './insider';
import type { Row } from './row';

type Change = (entry: Loose) => Loose;

export const at = (id: string): number => loose().findIndex((it) => it.id === id);
const changed = (id: string, change: Change): Loose[] =>
  loose().map((it) => (it.id === id ? change(structuredClone(it)) : it));

/** One entry says something else. */
export function says(what: string, id: string, change: Change, expected = 'decision'): Row {
  return {
    what,
    expected,
    make: async () => ({ zip: await signed(chained(changed(id, change))), sequence: at(id) + 1 }),
  };
}

export const ROUND = 'directive/d-07/round/ack/once/0';
