/**
 * The tree over the ledger, and over the heads of its streams: RFC 6962 section 2.1 (the same as RFC 9162). Leaves are counted
 * from 0; a span `[from, to)` of the tree is what one of its nodes stands over. A proof is a list of spans: which ones is
 * computed here, their hashes come from wherever nodes are kept.
 */
import { hash } from 'node:crypto';

/** 32 bytes. */
export type Hash = Uint8Array;

/** Leaves `[from, to)`. */
export type Span = { readonly from: number; readonly to: number };

/** A complete subtree: the `index`-th of those over 2^level leaves. */
export type TreeNode = { readonly level: number; readonly index: number };

const LEAF = Uint8Array.of(0);
/** Type and two hashes, written over for each node. */
const node = Buffer.alloc(65, 1);

export function leafHash(bytes: Uint8Array | string): Hash {
  const leaf = typeof bytes === 'string' ? `\u0000${bytes}` : Buffer.concat([LEAF, bytes]);
  return hash('sha256', leaf, 'buffer');
}

export function nodeHash(left: Hash, right: Hash): Hash {
  node.set(left, 1);
  node.set(right, 33);
  return hash('sha256', node, 'buffer');
}

/** The root of a tree without leaves. */
export function emptyRoot(): Hash {
  return hash('sha256', '', 'buffer');
}

/** How many leaves stand left of a node over `count` leaves: the largest power of two below it. */
export function splitOf(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

/** The complete subtrees that a span is made of, from left to right, each smaller than the one before. */
export function completeNodes({ from, to }: Span): TreeNode[] {
  const nodes: TreeNode[] = [];
  let start = from;
  while (start < to) {
    const level = levelWithin(to - start);
    nodes.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return nodes;
}

/** Of the largest complete subtree among `count` leaves. */
function levelWithin(count: number): number {
  let level = 0;
  while (2 ** (level + 1) <= count) level += 1;
  return level;
}

/** The hash of a span out of those of {@link completeNodes}. */
export function joined(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot();
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** Each leaf hash is given once, in order; answers the root over all of them. */
export function rootOfLeaves(leaves: readonly Hash[]): Hash {
  let row = leaves;
  if (row.length === 0) return emptyRoot();
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) above.push(nodeHash(row[at]!, row[at + 1]!));
    if (row.length % 2 === 1) above.push(row.at(-1)!);
    row = above;
  }
  return row[0]!;
}

/**
 * What proves that a tree of `older` leaves is the beginning of one of `newer` (RFC 6962 section 2.1.2).
 * @throws RangeError unless 0 <= older <= newer
 */
export function consistencySpans(older: number, newer: number): Span[] {
  if (older < 0 || older > newer) throw new RangeError(`no tree of ${newer} begins with ${older}`);
  if (older === 0 || older === newer) return [];
  return spansWithin(older, { from: 0, to: newer }, true);
}

function spansWithin(older: number, { from, to }: Span, isKnown: boolean): Span[] {
  if (older === to - from) return isKnown ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  return older <= middle - from
    ? [...spansWithin(older, { from, to: middle }, isKnown), { from: middle, to }]
    : [...spansWithin(older - (middle - from), { from: middle, to }, false), { from, to: middle }];
}

/** Whether `proof`, the hashes of {@link consistencySpans}, leads from one root to the other. */
export function isConsistent(
  older: { readonly size: number; readonly root: Hash },
  newer: { readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && same(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && same(older.root, emptyRoot());
  const rest = [...proof];
  const roots = climb(older.size, { from: 0, to: newer.size }, { rest, known: older.root });
  return (
    rest.length === 0 && roots !== null && same(roots[0], older.root) && same(roots[1], newer.root)
  );
}

/** The roots of both trees over a span, out of the proof; null when it is too short. */
function climb(
  older: number,
  { from, to }: Span,
  { rest, known }: { rest: Hash[]; known: Hash | null },
): [older: Hash, newer: Hash] | null {
  if (older === to - from) {
    const hash = known ?? rest.shift();
    return hash === undefined ? null : [hash, hash];
  }
  const middle = from + splitOf(to - from);
  const onLeft = older <= middle - from;
  const below = onLeft
    ? climb(older, { from, to: middle }, { rest, known })
    : climb(older - (middle - from), { from: middle, to }, { rest, known: null });
  const beside = rest.shift();
  if (below === null || beside === undefined) return null;
  return onLeft
    ? [below[0], nodeHash(below[1], beside)]
    : [nodeHash(beside, below[0]), nodeHash(beside, below[1])];
}

/**
 * What proves that leaves stand at their places in a tree of `size`: the spans without any of them, from left to right.
 * Of one leaf it holds the same nodes as an inclusion proof, from left to right instead of from below.
 * @param leaves places in rising order
 */
export function setSpans(leaves: readonly number[], size: number): Span[] {
  const spans: Span[] = [];
  const walk = (span: Span, first: number, last: number): void => {
    if (first === last) {
      spans.push(span);
      return;
    }
    if (span.to - span.from === 1) return;
    const middle = span.from + splitOf(span.to - span.from);
    const cut = firstFrom(leaves, middle, { first, last });
    walk({ from: span.from, to: middle }, first, cut);
    walk({ from: middle, to: span.to }, cut, last);
  };
  if (size > 0) walk({ from: 0, to: size }, 0, leaves.length);
  return spans;
}

/** Where in `leaves[first, last)` the first one at or behind `place` stands. */
function firstFrom(
  leaves: readonly number[],
  place: number,
  { first, last }: { first: number; last: number },
): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (leaves[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function same(a: Hash, b: Hash): boolean {
  return Buffer.compare(a, b) === 0;
}
