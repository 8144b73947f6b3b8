/** Which keys a bundle names. */
import type { SigningKey } from '../ledger';

/** As they stood when the bundle's checkpoint was signed: a later key changes nothing, and none before one that begins anew. */
export function keysUnder(size: number, keys: readonly SigningKey[]): SigningKey[] {
  const until = keys.filter(({ from }) => from <= size);
  const used = until.slice(
    Math.max(
      0,
      until.findLastIndex(({ beginsAnew }) => beginsAnew),
    ),
  );
  return used.map((key, at) => (at === used.length - 1 ? { ...key, to: null } : key));
}
