/** The root that a set proof gives, as docs/evidence-format.md tells it; null when hashes are missing or left over. */
import { leafHash, nodeHash, splitOf, type Hash } from '../../libs/audit';

export type Proven = {
  readonly size: number;
  /** Leaf hashes by place. */
  readonly leaves: ReadonlyMap<number, Hash>;
  readonly proof: readonly Hash[];
};

export function rootOfSet({ size, leaves, proof }: Proven): Hash | null {
  const rest = [...proof];
  const places = [...leaves.keys()];
  const walk = (from: number, to: number): Hash | null => {
    if (!places.some((place) => place >= from && place < to)) return rest.shift() ?? null;
    if (to - from === 1) return leaves.get(from)!;
    const middle = from + splitOf(to - from);
    const [left, right] = [walk(from, middle), walk(middle, to)];
    return left && right && nodeHash(left, right);
  };
  const root = walk(0, size);
  return rest.length === 0 ? root : null;
}

export function hashesIn(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / 32 }, (_, at) =>
    bytes.subarray(at * 32, at * 32 + 32),
  );
}

/** Sequence and leaf of each line of `places.bin`. */
export function placesIn(bytes: Buffer): { seq: number; leaf: Buffer }[] {
  return Array.from({ length: bytes.length / 40 }, (_, at) => ({
    seq: Number(bytes.readBigUInt64BE(at * 40)),
    leaf: bytes.subarray(at * 40 + 8, at * 40 + 40),
  }));
}

/** Leaves of a bundle's entries at the places of their sequences. */
export function leavesOf(sequences: readonly number[], entries: readonly string[]) {
  return new Map(sequences.map((seq, at) => [seq - 1, leafHash(entries[at]!)]));
}
