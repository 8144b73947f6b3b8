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

/** A key that signs no more was in use up to the last that it signed, which may be held by somebody and not on record. */
export function reachingTo(
  held: readonly { readonly size: number }[],
  keys: readonly SigningKey[],
): SigningKey[] {
  return keys.map((key, at) => {
    const next = keys[at + 1];
    if (next === undefined) return key;
    const signed = held.filter(({ size }) => size >= key.from && size < next.from);
    return { ...key, to: Math.max(key.to ?? key.from, ...signed.map(({ size }) => size)) };
  });
}
