/**
 * The right edge of a growing tree: the complete subtrees it is made of, from left to right. Leaf after leaf it says which
 * nodes come into being, each once, and it knows the root at any moment.
 */
import { completeNodes, joined, nodeHash, type Hash, type TreeNode } from './merkle';

export type NewNode = TreeNode & { readonly hash: Hash };

export class Frontier {
  private readonly edge: Hash[];

  /** @param hashes of `completeNodes({ from: 0, to: size })` */
  constructor(
    private leaves = 0,
    hashes: readonly Hash[] = [],
  ) {
    if (hashes.length !== completeNodes({ from: 0, to: leaves }).length) {
      throw new RangeError(`${hashes.length} hashes are not the edge of a tree of ${leaves}`);
    }
    this.edge = [...hashes];
  }

  get size(): number {
    return this.leaves;
  }

  /** Answers the leaf and every subtree that it completes. */
  append(leaf: Hash): NewNode[] {
    const made: NewNode[] = [{ level: 0, index: this.leaves, hash: leaf }];
    let node = leaf;
    for (let [level, index] = [0, this.leaves]; index % 2 === 1; index = (index - 1) / 2) {
      node = nodeHash(this.edge.pop()!, node);
      level += 1;
      made.push({ level, index: (index - 1) / 2, hash: node });
    }
    this.edge.push(node);
    this.leaves += 1;
    return made;
  }

  root(): Hash {
    return joined(this.edge);
  }
}
