/**
 * The chain of a stream: every entry names the hash of the one before it, the first names 64 zeros.
 * A removed, inserted, altered or reordered entry breaks it.
 */
import { sha256Hex } from './hash';

export const CHAIN_START = '0'.repeat(64);

/** The hash of an entry's canonical bytes: what the stream's next entry carries as `prevhash`. */
export function entryHash(bytes: Uint8Array | string): string {
  return sha256Hex(bytes);
}

export type Link = { readonly bytes: string; readonly prevhash: string; readonly version: number };

/** The version at which a whole stream's chain breaks, or null when it holds. */
export function brokenAt(links: readonly Link[]): number | null {
  let previous = CHAIN_START;
  let version = 1;
  for (const link of links) {
    if (link.version !== version || link.prevhash !== previous) return version;
    previous = entryHash(link.bytes);
    version += 1;
  }
  return null;
}
