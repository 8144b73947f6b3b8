/** The hashes of spans of the tree, as a proof needs them, out of the nodes that are kept. */
import { completeNodes, joined, type Hash, type Span } from '../audit';
import type { AuditTrail } from './audit-trail';

/** In the order asked; nodes are read a thousand at a time. */
export async function spanHashes(
  trail: Pick<AuditTrail, 'treeHashes'>,
  spans: readonly Span[],
): Promise<Hash[]> {
  const parts = spans.map(completeNodes);
  const nodes = parts.flat();
  const hashes: Hash[] = [];
  for (let at = 0; at < nodes.length; at += NODES_AT_ONCE) {
    hashes.push(...(await trail.treeHashes(nodes.slice(at, at + NODES_AT_ONCE))));
  }
  let next = 0;
  return parts.map(({ length }) => joined(hashes.slice(next, (next += length))));
}

const NODES_AT_ONCE = 1_000;
