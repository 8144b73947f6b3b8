/** Proofs of ranges and of heads: what is told of a span is told of each of its places, and no stream hides between two heads. */
import fc from 'fast-check';
import { inStreamOrder, leafHash, setSpans, type Head } from '../audit';
import { namedContents } from './named-contents';
import { keysUnder } from './keys-under';
import { headsInScope, spansBeside } from './proofs';

test('a range is proven by the spans that its places one by one are proven by', () => {
  const range = fc
    .tuple(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat())
    .map(([size, a, b]) => ({
      size,
      from: Math.min(a % size, b % size),
      last: Math.max(a % size, b % size),
    }));
  fc.assert(
    fc.property(range, ({ size, from, last }) => {
      const places = Array.from({ length: last - from + 1 }, (_, at) => from + at);
      expect(spansBeside({ from, to: last + 1 }, size)).toEqual(setSpans(places, size));
    }),
  );
});

const head = (stream: string): Head => ({ stream, version: 1, leaf: leafHash(stream) });
const part = fc.stringMatching(/^[a-c-]{1,2}$/);
const stream = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

test('of each prefix all heads are there, and next to them those that show that there are no others', () => {
  const some = fc.uniqueArray(stream, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      some,
      fc.uniqueArray(stream, { minLength: 1, maxLength: 3 }),
      (streams, prefixes) => {
        const all = streams.map(head).sort((a, b) => inStreamOrder(a.stream, b.stream));
        const { places, heads } = headsInScope(all, prefixes);
        expect(heads).toEqual(places.map((place) => all[place]));
        for (const prefix of prefixes) {
          const under = (it: string) => it === prefix || it.startsWith(`${prefix}/`);
          const before = all.filter(
            (it) => !under(it.stream) && inStreamOrder(it.stream, prefix) < 0,
          );
          const first = before.length;
          const count = all.filter((it) => under(it.stream)).length;
          for (let place = first - 1; place <= first + count; place += 1) {
            if (place >= 0 && place < all.length) expect(places).toContain(place);
          }
        }
      },
    ),
  );
});

test('of everything all heads are there and nothing is left to prove; of nothing the root alone', () => {
  const all = ['a', 'a/b', 'c'].map(head);
  expect(headsInScope(all, [''])).toMatchObject({ places: [0, 1, 2], proof: [] });
  const none = headsInScope(all, []);
  expect([none.places, none.proof.length]).toEqual([[], 1]);
});

test('a key is told as it stood then', () => {
  const keys = [
    { key: 'a', from: 1, to: 20 },
    { key: 'b', from: 26, to: null },
  ];
  expect(keysUnder(30, keys)).toEqual(keys);
  expect(keysUnder(25, keys)).toEqual([{ key: 'a', from: 1, to: null }]);
});

test('a key that begins anew after a loss stands without those before it', () => {
  const anew = { key: 'b', from: 26, to: 40, beginsAnew: true as const };
  const keys = [{ key: 'a', from: 1, to: 20 }, anew, { key: 'c', from: 41, to: null }];
  expect(keysUnder(50, keys).map(({ key }) => key)).toEqual(['b', 'c']);
  expect(keysUnder(25, keys).map(({ key }) => key)).toEqual(['a']);
});

test('contents are named under sha256, wherever that stands', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((it) => it.repeat(64));
  const data = {
    report: { contentSha256: a, files: [{ sha256: b }, { sha256: b }], digest: c },
    draft: [{ sources: [{ sha256: null }, { sha256: 'none' }, { sha256: `pii:${c}` }] }],
  };
  expect(namedContents(data)).toEqual([a, b]);
  expect(namedContents(null)).toEqual([]);
});
