/**
 * The heads of all streams in one order, so that a proof can show a gap: whoever proves two heads that stand side by side proves
 * that no stream lies between them. A stream and all under it stand together.
 */
import { canonicalize } from './canonical-json';
import { leafHash, type Hash } from './merkle';

export type Head = {
  readonly stream: string;
  /** Of its last entry. */
  readonly version: number;
  /** The leaf of its last entry. */
  readonly leaf: Hash;
};

/** By UTF-8 bytes, where a slash comes before any other character. */
export function inStreamOrder(a: string, b: string): number {
  return Buffer.compare(orderKey(a), orderKey(b));
}

function orderKey(stream: string): Buffer {
  return Buffer.from(stream.replaceAll('/', '\u0000'), 'utf8');
}

/** `["directive/d-07",12,"4f…"]`: what the leaf of a head is made of. */
export function headText({ stream, version, leaf }: Head): string {
  return canonicalize([stream, version, Buffer.from(leaf).toString('hex')]);
}

export function headHash(head: Head): Hash {
  return leafHash(headText(head));
}
