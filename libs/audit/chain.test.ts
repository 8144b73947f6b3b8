/** The chain holds for what was appended and breaks for whatever was removed, inserted, altered or reordered. */
import fc from 'fast-check';
import { CHAIN_START, brokenAt, entryHash, type Link } from './chain';
import { sha256Hex } from './hash';

function chained(texts: readonly string[]): Link[] {
  let prevhash = CHAIN_START;
  return texts.map((text, index) => {
    const bytes = JSON.stringify({ text, prevhash, version: index + 1 });
    const link = { bytes, prevhash, version: index + 1 };
    prevhash = entryHash(bytes);
    return link;
  });
}

const texts = fc.array(fc.string(), { minLength: 2, maxLength: 12 });

test('the hash of nothing and of "abc" are those of FIPS 180-4', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex(Buffer.from('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('text is hashed as UTF-8', () => {
  expect(sha256Hex('đôn đốc')).toBe(sha256Hex(Buffer.from('đôn đốc', 'utf8')));
});

test('a chain as it was written holds', () => {
  fc.assert(fc.property(texts, (all) => expect(brokenAt(chained(all))).toBeNull()));
});

test('an altered entry breaks the chain at the entry after it', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (all, pick) => {
      const links = chained(all);
      const at = pick % (links.length - 1);
      links[at] = { ...links[at]!, bytes: `${links[at]!.bytes} ` };
      expect(brokenAt(links)).toBe(at + 2);
    }),
  );
});

test('a removed or a doubled entry breaks the chain where it happened', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (all, pick) => {
      const links = chained(all);
      const at = pick % (links.length - 1);
      expect(brokenAt(links.toSpliced(at, 1))).toBe(at + 1);
      expect(brokenAt(links.toSpliced(at, 0, links[at]!))).toBe(at + 2);
    }),
  );
});

test('two entries that changed places break the chain', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (all, pick) => {
      const links = chained(all);
      const at = pick % (links.length - 1);
      [links[at], links[at + 1]] = [links[at + 1]!, links[at]!];
      expect(brokenAt(links)).toBe(at + 1);
    }),
  );
});
