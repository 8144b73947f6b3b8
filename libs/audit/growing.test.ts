/** What grows step by step has at every moment the root of what is built at once. */
import fc from 'fast-check';
import { Frontier } from './frontier';
import { HeadsTree } from './heads-tree';
import { headHash, inStreamOrder } from './heads';
import { completeNodes, leafHash, rootOfLeaves, type Hash } from './merkle';

const hex = (hash: Hash) => Buffer.from(hash).toString('hex');

test('each leaf makes the nodes it completes, each once, and the root is that of all leaves', () => {
  const frontier = new Frontier();
  const leaves: Hash[] = [];
  const nodes = new Map<string, Hash>();
  for (let at = 0; at < 100; at += 1) {
    expect(hex(frontier.root())).toBe(hex(rootOfLeaves(leaves)));
    leaves.push(leafHash(`${at}`));
    for (const { level, index, hash } of frontier.append(leaves[at]!)) {
      expect(nodes.has(`${level}/${index}`)).toBe(false);
      nodes.set(`${level}/${index}`, hash);
    }
    const edge = completeNodes({ from: 0, to: at + 1 }).map((it) =>
      nodes.get(`${it.level}/${it.index}`)!,
    );
    expect(hex(new Frontier(at + 1, edge).root())).toBe(hex(frontier.root()));
  }
});

test('an edge that is not of the size is refused', () => {
  expect(() => new Frontier(3, [leafHash('a')])).toThrow(RangeError);
});

test('heads that move, and streams that come, give the root of the heads as they stand', () => {
  const move = fc.record({ stream: fc.integer({ min: 0, max: 30 }), look: fc.boolean() });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
      const tree = new HeadsTree();
      const versions = new Map<string, number>();
      for (const { stream: n, look } of moves) {
        const stream = `directive/d-${n}`;
        const version = (versions.get(stream) ?? 0) + 1;
        versions.set(stream, version);
        tree.set({ stream, version, leaf: leafHash(`${stream}@${version}`) });
        if (!look) continue;
        const sorted = [...versions].sort(([a], [b]) => inStreamOrder(a, b));
        const hashes = sorted.map(([it, at]) =>
          headHash({ stream: it, version: at, leaf: leafHash(`${it}@${at}`) }),
        );
        expect(hex(tree.root())).toBe(hex(rootOfLeaves(hashes)));
      }
    }),
  );
});
