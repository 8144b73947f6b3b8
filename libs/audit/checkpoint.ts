/**
 * A checkpoint (c2sp.org/tlog-checkpoint): origin, size and root of the tree, and in a line of our own the number of
 * streams and the root over their heads. Whoever signs it says: this is all there was when it had that size. The first one
 * of a later key names that key, so that the key before has signed who comes after it.
 */
import type { Hash } from './merkle';
import { NotANote } from './signed-note';

export type Checkpoint = {
  /** `dondoc/{deployment}`: also the name of its key. */
  readonly origin: string;
  /** Entries. */
  readonly size: number;
  readonly root: Hash;
  readonly heads: { readonly size: number; readonly root: Hash };
  /** `name+id+base64` of the key that is brought in. */
  readonly nextKey?: string;
};

export const originOf = (deployment: string): string => `dondoc/${deployment}`;

/** The text that is signed. */
export function checkpointText({ origin, size, root, heads, nextKey }: Checkpoint): string {
  const key = nextKey === undefined ? '' : `key ${nextKey}\n`;
  return `${origin}\n${size}\n${base64(root)}\nheads ${heads.size} ${base64(heads.root)}\n${key}`;
}

/** @throws {@link NotANote} */
export function readCheckpoint(text: string): Checkpoint {
  const match =
    /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\nheads (0|[1-9]\d{0,15}) ([A-Za-z0-9+/]{43}=)\n(?:key (\S+)\n)?$/u.exec(
      text,
    );
  if (match === null) {
    throw new NotANote('not a checkpoint of a ledger: it has origin, size, root and heads');
  }
  const [, origin, size, root, headsSize, headsRoot, nextKey] = match as unknown as string[];
  return {
    origin: origin!,
    size: Number(size),
    root: Buffer.from(root!, 'base64'),
    heads: { size: Number(headsSize), root: Buffer.from(headsRoot!, 'base64') },
    ...(nextKey === undefined ? {} : { nextKey }),
  };
}

function base64(hash: Hash): string {
  return Buffer.from(hash).toString('base64');
}
