/** The tree against RFC 6962's own recursive definition, and its proofs against every kind of lie. */
import fc from 'fast-check';
import {
  completeNodes,
  consistencySpans,
  emptyRoot,
  isConsistent,
  joined,
  leafHash,
  nodeHash,
  rootOfLeaves,
  same,
  setSpans,
  splitOf,
  type Hash,
  type Span,
} from './merkle';

const hex = (hash: Hash) => Buffer.from(hash).toString('hex');
const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => leafHash(`${at}`));

/** MTH(D[n]) as section 2.1 writes it. */
function mth(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0]!;
  const cut = splitOf(leaves.length);
  return nodeHash(mth(leaves.slice(0, cut)), mth(leaves.slice(cut)));
}

const over = (leaves: readonly Hash[], { from, to }: Span) => mth(leaves.slice(from, to));
const size = fc.integer({ min: 1, max: 70 });

test('the vectors of the Certificate Transparency code base', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
  const leaves = inputs.map((it) => leafHash(Buffer.from(it, 'hex')));
  expect(hex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex(leaves[0]!)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(hex(rootOfLeaves(leaves))).toBe(
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  );
});

test('rows from below give the root of the definition', () => {
  for (let count = 0; count < 70; count += 1) {
    expect(hex(rootOfLeaves(leavesOf(count)))).toBe(hex(mth(leavesOf(count))));
  }
});

test('a span is joined out of its complete subtrees', () => {
  fc.assert(
    fc.property(size, (count) => {
      const leaves = leavesOf(count);
      for (const span of setSpans([count - 1], count)) {
        const parts = completeNodes(span).map(({ level, index }) =>
          over(leaves, { from: index * 2 ** level, to: (index + 1) * 2 ** level }),
        );
        expect(hex(joined(parts))).toBe(hex(over(leaves, span)));
      }
    }),
  );
});

test('every smaller tree is proven to be the beginning of a larger one', () => {
  for (let newer = 1; newer < 40; newer += 1) {
    const leaves = leavesOf(newer);
    const root = mth(leaves);
    for (let older = 0; older <= newer; older += 1) {
      const begin = { size: older, root: mth(leaves.slice(0, older)) };
      const proof = consistencySpans(older, newer).map((span) => over(leaves, span));
      expect(isConsistent(begin, { size: newer, root }, proof)).toBe(true);
      expect(proof.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(newer) + 1));
    }
  }
});

test('the sizes of the RFC 6962 section 2.1.3 example', () => {
  const spansOf = (older: number) =>
    consistencySpans(older, 7).map(({ from, to }) => `${from}-${to}`);
  expect(spansOf(3)).toEqual(['2-3', '3-4', '0-2', '4-7']);
  expect(spansOf(4)).toEqual(['4-7']);
  expect(spansOf(6)).toEqual(['4-6', '6-7', '0-4']);
});

test('an altered, longer or shorter proof, or another root, is found', () => {
  fc.assert(
    fc.property(size, size, fc.nat(), (a, b, pick) => {
      const [older, newer] = a < b ? [a, b] : [b, a];
      fc.pre(older < newer);
      const leaves = leavesOf(newer);
      const begin = { size: older, root: mth(leaves.slice(0, older)) };
      const end = { size: newer, root: mth(leaves) };
      const proof = consistencySpans(older, newer).map((span) => over(leaves, span));
      const at = pick % proof.length;
      expect(isConsistent(begin, end, proof.with(at, leafHash('lie')))).toBe(false);
      expect(isConsistent(begin, end, proof.toSpliced(at, 1))).toBe(false);
      expect(isConsistent(begin, end, [...proof, leafHash('more')])).toBe(false);
      expect(isConsistent({ ...begin, root: leafHash('lie') }, end, proof)).toBe(false);
      expect(isConsistent(begin, { ...end, root: leafHash('lie') }, proof)).toBe(false);
    }),
  );
});

test('a set proof and its leaves cover the tree once, from left to right', () => {
  fc.assert(
    fc.property(size, fc.uniqueArray(fc.nat(69)), (count, picked) => {
      const places = picked.filter((it) => it < count).toSorted((a, b) => a - b);
      const spans = setSpans(places, count);
      const all = [...spans, ...places.map((from) => ({ from, to: from + 1 }))];
      all.sort((a, b) => a.from - b.from);
      expect(all[0]?.from).toBe(0);
      expect(all.at(-1)?.to).toBe(count);
      for (const [at, span] of all.entries()) expect(span.from).toBe(all[at - 1]?.to ?? 0);
    }),
  );
});

test('hashes are compared by their bytes', () => {
  expect(same(leafHash('a'), leafHash('a'))).toBe(true);
  expect(same(leafHash('a'), leafHash('b'))).toBe(false);
});
