/** What proves a bundle from its checkpoint: places and heads with their set proofs, and how each checkpoint follows the one before. */
import {
  consistencySpans,
  headHash,
  inStreamOrder,
  rootOfLeaves,
  setSpans,
  splitOf,
  type Hash,
  type Head,
  type Span,
} from '../audit';
import { spanHashes } from '../ledger';
import type { HeldCheckpoint } from './held';
import type { EvidenceSource } from './source';
import { endOfDay, type Survey } from './survey';
import type { Settled } from './settle';

const PLACE_BYTES = 40;
const HASH_BYTES = 32;
const LEAVES_AT_ONCE = 4_096;
const SPANS_AT_ONCE = 1_024;

/** Lines of `places.bin`: the sequence, then its leaf as it stands in the tree. */
export async function* places(
  { source, sequences }: Settled,
  { first, last, missing }: Survey,
): AsyncGenerator<Buffer> {
  const all = sequences ?? { length: last - first + 1 };
  for (let from = 0; from < all.length; from += LEAVES_AT_ONCE) {
    const to = Math.min(all.length, from + LEAVES_AT_ONCE);
    const some = sequences?.slice(from, to) ?? span(first + from, first + to - 1);
    const there = some.filter((seq) => !missing.has(seq));
    const leaves = await source.treeHashes(there.map((seq) => ({ level: 0, index: seq - 1 })));
    yield lines(leaves, (at) => there[at]!);
  }
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function lines(leaves: readonly Hash[], sequenceOf: (at: number) => number): Buffer {
  const bytes = Buffer.alloc(leaves.length * PLACE_BYTES);
  for (const [at, leaf] of leaves.entries()) {
    bytes.writeBigUInt64BE(BigInt(sequenceOf(at)), at * PLACE_BYTES);
    bytes.set(leaf, at * PLACE_BYTES + PLACE_BYTES - HASH_BYTES);
  }
  return bytes;
}

/** The set proof of those places. */
export async function* treeProof(
  { source, checkpoint, sequences }: Settled,
  { first, last }: Survey,
): AsyncGenerator<Buffer> {
  const spans =
    sequences === null
      ? spansBeside({ from: first - 1, to: last }, checkpoint.size)
      : setSpans(
          sequences.map((seq) => seq - 1),
          checkpoint.size,
        );
  for (let from = 0; from < spans.length; from += SPANS_AT_ONCE) {
    yield Buffer.concat(await spanHashes(source, spans.slice(from, from + SPANS_AT_ONCE)));
  }
}

/** As `setSpans` of all places of `inside`, of which no list is made. */
export function spansBeside(inside: Span, size: number): Span[] {
  const spans: Span[] = [];
  const walk = (span: Span): void => {
    if (span.to <= inside.from || span.from >= inside.to) spans.push(span);
    else if (span.from < inside.from || span.to > inside.to) {
      const middle = span.from + splitOf(span.to - span.from);
      walk({ from: span.from, to: middle });
      walk({ from: middle, to: span.to });
    }
  };
  if (size > 0) walk({ from: 0, to: size });
  return spans;
}

export type HeadsInScope = {
  /** Places among all heads, rising. */
  readonly places: readonly number[];
  readonly heads: readonly Head[];
  /** The set proof of the places. */
  readonly proof: readonly Hash[];
};

/** The heads of all streams in scope, and on both sides of each prefix the next one, which shows that there are no others. */
export function headsInScope(all: readonly Head[], prefixes: readonly string[]): HeadsInScope {
  const places = [...new Set(prefixes.flatMap((prefix) => around(all, prefix)))].sort(
    (a, b) => a - b,
  );
  const leaves = all.map(headHash);
  const spans = setSpans(places, all.length);
  return {
    places,
    heads: places.map((place) => all[place]!),
    proof: spans.map(({ from, to }) => rootOfLeaves(leaves.slice(from, to))),
  };
}

/** Places of the streams under a prefix with their neighbours; of a prefix without streams those between which it would lie. */
function around(all: readonly Head[], prefix: string): number[] {
  if (prefix === '') return all.map((_head, place) => place);
  const from = placeOf(all, prefix);
  let to = from;
  while (to < all.length && isUnder(all[to]!.stream, prefix)) to += 1;
  const found: number[] = [];
  for (let place = Math.max(0, from - 1); place <= Math.min(to, all.length - 1); place += 1) {
    found.push(place);
  }
  return found;
}

function isUnder(stream: string, prefix: string): boolean {
  return stream === prefix || stream.startsWith(`${prefix}/`);
}

/** The first place whose stream is the prefix or stands behind it. */
function placeOf(all: readonly Head[], prefix: string): number {
  const found = all.findIndex(({ stream }) => inStreamOrder(stream, prefix) >= 0);
  return found === -1 ? all.length : found;
}

/**
 * Checkpoints of the bundle, sizes rising: the last of each day on which one of its entries was recorded, the first of each
 * key, those that the asker holds, and the one it stands on.
 */
export async function checkpointsOf(
  { source, stored, keys, held }: Settled,
  { days }: Survey,
): Promise<HeldCheckpoint[]> {
  const ofDays = await source.checkpointsBefore(days.map(endOfDay));
  const ofKeys = await Promise.all(keys.map(({ from }) => source.checkpointOver(from)));
  const bySize = new Map<number, HeldCheckpoint>([[stored.size, stored]]);
  const first = keys[0]?.from ?? 0;
  for (const one of [...held, ...ofDays, ...ofKeys]) {
    if (one !== null && one.size >= first && one.size < stored.size) bySize.set(one.size, one);
  }
  return [...bySize.values()].sort((a, b) => a.size - b.size);
}

/** The hashes that lead from the tree of the older size to that of the newer. */
export function consistency(
  source: EvidenceSource,
  { older, newer }: { older: number; newer: number },
): Promise<Hash[]> {
  return spanHashes(source, consistencySpans(older, newer));
}
