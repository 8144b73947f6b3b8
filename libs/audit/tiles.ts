/**
 * Names of tiles (c2sp.org/tlog-tiles): 256 hashes of one level in a row, or the entries under 256 leaves; the last tile of a row
 * may be partial.
 */
export const TILE_WIDTH = 256;

/** Levels of the tree under one row of tiles: the nodes of every eighth level are kept, those between are hashed again. */
export const TILE_HEIGHT = 8;

export type Tile = {
  readonly what: 'hashes' | 'entries';
  /** Of hashes: counted in rows of tiles, so the nodes are those of level `8 * level`. */
  readonly level: number;
  readonly index: number;
  /** 1 to {@link TILE_WIDTH}. */
  readonly width: number;
};

/** `0/x001/234.p/5`, `entries/067`; null for any other path. */
export function readTile(path: string): Tile | null {
  const match =
    /^(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/u.exec(path);
  if (match === null) return null;
  const [, first, digits, partial] = match;
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const isShortest = !digits!.startsWith('x000/');
  if (!isShortest || (partial !== undefined && width >= TILE_WIDTH)) return null;
  return {
    what: first === 'entries' ? 'entries' : 'hashes',
    level: first === 'entries' ? 0 : Number(first),
    index: Number(digits!.replaceAll(/[x/]/gu, '')),
    width,
  };
}

/** How many of a tile there are in a tree of `size`: more than that is not signed yet. */
export function widthIn({ level, index }: Tile, size: number): number {
  const nodes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, nodes - index * TILE_WIDTH));
}

/** Each entry behind its length, two bytes, the larger first. */
export function entryBundle(entries: readonly string[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const bytes = Buffer.from(entry, 'utf8');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat(parts);
}
