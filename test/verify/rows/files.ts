/** Damage to the other files of a bundle by somebody who has no key. */
import { canonicalize, sha256Hex } from '../../../libs/audit';
import type { Row } from '../support/row';
import { all, d07 } from '../support/sound';
import { resealed, textOf, withFile, without, zipOf, type Files } from '../support/surgery';

type Listed = { readonly path: string };

const CONTENT = /^contents\//;
const DECIDERS = /^deciders\//;
const named = (files: Files, pattern: RegExp): string[] =>
  [...files.keys()].filter((it) => pattern.test(it));

export const FILE_ROWS: readonly Row[] = [
  ...['README.txt', 'index.html', 'index.pdf', 'keys.json', 'checkpoints.ndjson', 'heads.ndjson']
    .concat(['places.bin', 'contents.json'])
    .map((path): Row => ({
      what: `a byte of ${path} flipped`,
      expected: 'file-altered',
      runs: 5,
      async make(pick) {
        const files = await d07();
        const bytes = Buffer.from(files.get(path)!);
        bytes[pick(bytes.length)]! ^= 1 << pick(8);
        return { zip: zipOf(withFile(files, path, bytes)), file: path };
      },
    })),
  ...['README.txt', 'heads-proof.bin', 'entries.ndjson', 'index.pdf'].map((path): Row => ({
    what: `${path} missing`,
    expected: 'malformed',
    make: async () => ({ zip: resealed(without(await d07(), path)), file: path }),
  })),
  {
    what: 'a file that the manifest does not name',
    expected: 'malformed',
    async make() {
      const files = await d07();
      return { zip: zipOf(withFile(files, 'contents/x', 'x')), file: 'contents/x' };
    },
  },
  {
    what: 'a file that belongs to no bundle',
    expected: 'malformed',
    make: async () => ({ zip: resealed(withFile(await d07(), 'virus.exe', 'x')) }),
  },
  ...[
    ['the size of the entries', /^entries/, 'size'],
    ['the hash of the entries', /^entries/, 'sha256'],
    ['the size of a content', CONTENT, 'size'],
    ['the hash of the deciders', DECIDERS, 'sha256'],
  ].map(([what, pattern, key]): Row => ({
    what: `${what as string} told otherwise in the manifest`,
    expected: 'malformed',
    async make() {
      const files = await all();
      const manifest = JSON.parse(textOf(files, 'manifest.json')) as { files: Listed[] };
      const lie = key === 'size' ? { size: 1 } : { sha256: '0'.repeat(64) };
      const first = manifest.files.findIndex(({ path }) => (pattern as RegExp).test(path));
      const listed = manifest.files.map((it, at) => (at === first ? { ...it, ...lie } : it));
      const told = withFile(files, 'manifest.json', canonicalize({ ...manifest, files: listed }));
      return { zip: zipOf(told), file: 'manifest.json' };
    },
  })),
  {
    what: 'rules by which nothing was decided',
    expected: 'deciders',
    async make() {
      const file = `deciders/${sha256Hex('{}')}.json`;
      const files = await all();
      const before = withFile(without(files, 'manifest.json'), file, '{}');
      return {
        zip: resealed(withFile(before, 'manifest.json', textOf(files, 'manifest.json'))),
        file,
      };
    },
  },
  {
    what: 'a content altered',
    expected: 'content',
    runs: 5,
    async make(pick) {
      const files = await all();
      const names = named(files, CONTENT);
      const file = names[pick(names.length)]!;
      const bytes = Buffer.from(files.get(file)!);
      bytes[pick(bytes.length)]! ^= 1 << pick(8);
      return { zip: resealed(withFile(files, file, bytes)), file };
    },
  },
  {
    what: 'a content missing',
    expected: 'content',
    async make() {
      const files = await all();
      const [file = ''] = named(files, CONTENT);
      return { zip: resealed(without(files, file)), file };
    },
  },
  {
    what: 'a content that an entry names, in no list',
    expected: 'content',
    async make() {
      const files = await all();
      const [file = ''] = named(files, CONTENT);
      const rows = JSON.parse(textOf(files, 'contents.json')) as { sha256: string }[];
      const left = rows.filter(({ sha256 }) => `contents/${sha256}` !== file);
      const cut = withFile(without(files, file), 'contents.json', JSON.stringify(left));
      return { zip: resealed(cut), sequence: 31 };
    },
  },
  {
    what: 'a content said to be named by another entry',
    expected: 'content',
    async make() {
      const files = await all();
      const text = textOf(files, 'contents.json').replace('[31,32]', '[31,32,33]');
      return { zip: resealed(withFile(files, 'contents.json', text)) };
    },
  },
  {
    what: 'deciders altered',
    expected: 'deciders',
    async make() {
      const files = await all();
      const [file = ''] = named(files, DECIDERS);
      const text = textOf(files, file).replace('notStated', 'notstated');
      return { zip: resealed(withFile(files, file, text)), file };
    },
  },
  {
    what: 'deciders missing',
    expected: 'deciders',
    async make() {
      const files = await all();
      return { zip: resealed(without(files, named(files, DECIDERS)[0]!)), sequence: 1 };
    },
  },
  ...[
    ['keys.json', '"from":', '"from":1,"from":'],
    ['checkpoints.ndjson', '"note":', '"note":"x","note":'],
    ['contents.json', '"held":', '"held":false,"held":'],
  ].map(([path = '', key = '', twice = '']): Row => ({
    what: `a key twice in ${path}`,
    expected: 'malformed',
    async make() {
      const files = await d07();
      const text = textOf(files, path).replace(key, twice);
      return { zip: resealed(withFile(files, path, text)), file: path };
    },
  })),
];
