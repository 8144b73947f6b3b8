/** Damage by somebody who has the zip and no key: to its bytes, its entries, its proofs and its files. */
import { canonicalize, leafHash } from '../../../libs/audit';
import { ALL, bundleOf, D07, loose, played } from './insider';
import type { Row } from './row';
import {
  filesOf,
  linesIn,
  only,
  onlyHeads,
  placesIn,
  resealed,
  textOf,
  withFile,
  withLines,
  without,
  withPlaces,
  zipOf,
  type Files,
} from './surgery';

const cached = new Map<string, Promise<Files>>();
function filesOfScope(scope: typeof ALL | typeof D07): Promise<Files> {
  const made = cached.get(scope.kind) ?? bundleOf(played, scope).then(filesOf);
  cached.set(scope.kind, made);
  return made;
}
const all = () => filesOfScope(ALL);
let whole: Promise<Buffer> | null = null;
const wholeOf = () => (whole ??= bundleOf(played));
const d07 = () => filesOfScope(D07);

const swapped = <T>(items: readonly T[], a: number, b: number): T[] =>
  items.map((it, at) => (at === a ? items[b]! : at === b ? items[a]! : it));

const sequencesOf = (files: Files): number[] => placesIn(files).map(({ sequence }) => sequence);

/** As it stands in the bundle, with one value changed and canonical again. */
function alteredLine(line: string): string {
  const entry = JSON.parse(line) as { data: { [name: string]: unknown } };
  return canonicalize({
    ...entry,
    data: { ...entry.data, actor: { id: 'x', role: 'leader', unit: null } },
  });
}

async function alteredStream(stream: string) {
  const files = await all();
  const lines = linesIn(files);
  const at = loose().findIndex(({ subject }) => subject === stream);
  const zip = resealed(withLines(files, lines.with(at, alteredLine(lines[at]!))));
  return { zip, sequence: at + 1 };
}

/** Of the entries alone: the leaves stay as they were. */
const LINES: readonly Row[] = [
  {
    what: 'any byte of the entries flipped',
    expected: 'altered-entry',
    runs: 150,
    async make(pick) {
      const files = await all();
      const entries = files.get('entries.ndjson')!;
      const at = pick(entries.length);
      const sequence = entries.subarray(0, at).filter((it) => it === 10).length + 1;
      const zip = Buffer.from(await wholeOf());
      zip[zip.indexOf(entries) + at]! ^= 1 << pick(8);
      return { zip, sequence };
    },
  },
  {
    what: 'any byte of the entries flipped, checksums made to fit',
    expected: 'altered-entry',
    runs: 20,
    async make(pick) {
      const files = await all();
      const bytes = Buffer.from(files.get('entries.ndjson')!);
      const at = pick(bytes.length);
      const sequence = bytes.subarray(0, at).filter((it) => it === 10).length + 1;
      bytes[at]! ^= 1 << pick(8);
      return { zip: resealed(withFile(files, 'entries.ndjson', bytes)), sequence };
    },
  },
  {
    what: 'an entry altered, canonical again',
    expected: 'altered-entry',
    runs: 10,
    async make(pick) {
      const files = await d07();
      const lines = linesIn(files);
      const at = pick(lines.length);
      const zip = resealed(withLines(files, lines.with(at, alteredLine(lines[at]!))));
      return { zip, sequence: placesIn(files)[at]!.sequence };
    },
  },
  {
    what: 'a calendar altered',
    expected: 'altered-entry',
    make: () => alteredStream('calendar/vn'),
  },
  {
    what: 'a policy altered',
    expected: 'altered-entry',
    make: () => alteredStream('policy/due-hour/default'),
  },
  {
    what: 'an entry dropped',
    expected: 'dropped',
    runs: 10,
    async make(pick) {
      const files = await all();
      const lines = linesIn(files);
      const at = pick(lines.length);
      return { zip: resealed(withLines(files, lines.toSpliced(at, 1))), sequence: at + 1 };
    },
  },
  {
    what: 'an entry duplicated',
    expected: 'duplicated',
    runs: 10,
    async make(pick) {
      const files = await all();
      const lines = linesIn(files);
      const at = pick(lines.length);
      const to = at + 1 + pick(lines.length - at);
      const zip = resealed(withLines(files, lines.toSpliced(to, 0, lines[at]!)));
      return { zip, sequence: at + 1 };
    },
  },
  {
    what: 'two entries that changed places',
    expected: 'reordered',
    runs: 10,
    async make(pick) {
      const files = await all();
      const lines = linesIn(files);
      const a = pick(lines.length - 1);
      const b = a + 1 + pick(lines.length - a - 1);
      return { zip: resealed(withLines(files, swapped(lines, a, b))), sequence: a + 1 };
    },
  },
  {
    what: 'an entry inserted',
    expected: 'inserted',
    runs: 10,
    async make(pick) {
      const files = await all();
      const lines = linesIn(files);
      const at = pick(lines.length + 1);
      const foreign = alteredLine(lines[pick(lines.length)]!);
      return { zip: resealed(withLines(files, lines.toSpliced(at, 0, foreign))), sequence: at + 1 };
    },
  },
  {
    what: 'the last entries cut off',
    expected: 'dropped',
    runs: 10,
    async make(pick) {
      const files = await all();
      const left = pick(linesIn(files).length);
      const zip = resealed(withLines(files, linesIn(files).slice(0, left)));
      return { zip, sequence: left + 1 };
    },
  },
  {
    what: 'the entries cut in the middle of a line',
    expected: 'cut-short',
    runs: 10,
    async make(pick) {
      const files = await all();
      const bytes = files.get('entries.ndjson')!;
      let cut = 1 + pick(bytes.length - 1);
      while (bytes[cut - 1] === 10) cut -= 1;
      return { zip: zipOf(withFile(files, 'entries.ndjson', bytes.subarray(0, cut))) };
    },
  },
];

/** The last entry of a directive, which nothing follows that would name the old one. */
async function alteredHead(): Promise<{ files: Files; leaf: string }> {
  const files = await d07();
  const line = alteredLine(linesIn(files).at(-1)!);
  const leaf = leafHash(line);
  const places = placesIn(files);
  const placed = withPlaces(files, places.with(-1, { ...places.at(-1)!, leaf }));
  const lines = linesIn(files).with(-1, line);
  return { files: withLines(placed, lines), leaf: Buffer.from(leaf).toString('hex') };
}

/** Of the entries with their leaves, as far as the proofs can be made again from what is public. */
const PROOFS: readonly Row[] = [
  {
    what: "a stream's last entry and its leaf altered",
    expected: 'altered-entry',
    make: async () => ({ zip: resealed((await alteredHead()).files) }),
  },
  {
    what: "a stream's last entry, its leaf and its head altered",
    expected: 'root',
    async make() {
      const { files, leaf } = await alteredHead();
      const text = textOf(files, 'heads.ndjson').replace(
        /("directive\/d-07",20,")[^"]*/u,
        `$1${leaf}`,
      );
      return { zip: resealed(withFile(files, 'heads.ndjson', text)) };
    },
  },
  {
    what: 'an entry and its leaf dropped',
    expected: 'dropped',
    runs: 10,
    async make(pick) {
      const files = await all();
      const at = pick(linesIn(files).length);
      const lines = linesIn(files).toSpliced(at, 1);
      const zip = resealed(withPlaces(withLines(files, lines), placesIn(files).toSpliced(at, 1)));
      return { zip, sequence: at + 1 };
    },
  },
  {
    what: 'an entry in the middle of a stream left out, the rest proven',
    expected: 'dropped',
    runs: 5,
    async make(pick) {
      const files = await d07();
      const heads = new Map(loose().map(({ subject }, at) => [subject, at + 1]));
      const isHead = (it: number) => [...heads.values()].includes(it);
      const middle = sequencesOf(files).filter((it) => !isHead(it));
      const left = middle[pick(middle.length)]!;
      const kept = sequencesOf(files).filter((it) => it !== left);
      return { zip: resealed(only(files, kept, played.entries)) };
    },
  },
  {
    what: "a stream's last entry left out, the rest proven",
    expected: 'stream-incomplete',
    runs: 3,
    async make(pick) {
      const files = await d07();
      const last = sequencesOf(files).slice(-1 - pick(1));
      const kept = sequencesOf(files).filter((it) => !last.includes(it));
      return { zip: resealed(only(files, kept, played.entries)) };
    },
  },
  {
    what: 'a whole stream left out, the rest proven',
    expected: 'stream-incomplete',
    async make() {
      const files = await d07();
      const round = 'directive/d-07/round/';
      const kept = sequencesOf(files).filter((it) => !loose()[it - 1]!.subject.startsWith(round));
      return { zip: resealed(only(files, kept, played.entries)) };
    },
  },
  {
    what: 'a whole stream left out with its head, the rest proven',
    expected: 'stream-incomplete',
    async make() {
      const files = await d07();
      const isRound = (stream: string) => stream.startsWith('directive/d-07/round/');
      const kept = sequencesOf(files).filter((it) => !isRound(loose()[it - 1]!.subject));
      const cut = only(files, kept, played.entries);
      return { zip: resealed(onlyHeads(cut, played.entries, (stream) => !isRound(stream))) };
    },
  },
  {
    what: 'two entries and their leaves that changed places',
    expected: 'reordered',
    async make() {
      const files = await d07();
      const at = placesIn(files).findIndex(({ sequence }) => sequence === 17);
      const zip = resealed(
        withPlaces(
          withLines(files, swapped(linesIn(files), at, at + 1)),
          swapped(placesIn(files), at, at + 1),
        ),
      );
      return { zip };
    },
  },
  {
    what: 'a head of another version',
    expected: 'stream-split',
    async make() {
      const files = await d07();
      const text = textOf(files, 'heads.ndjson').replace(
        '"directive/d-07",20,',
        '"directive/d-07",19,',
      );
      return { zip: resealed(withFile(files, 'heads.ndjson', text)) };
    },
  },
  {
    what: 'two heads of one stream',
    expected: 'stream-split',
    async make() {
      const files = await d07();
      const lines = linesIn(files, 'heads.ndjson');
      return { zip: resealed(withLines(files, lines.toSpliced(1, 0, lines[1]!), 'heads.ndjson')) };
    },
  },
  {
    what: 'a byte of the proofs flipped, the zip whole',
    expected: 'root',
    runs: 10,
    async make(pick) {
      const files = await d07();
      const name = ['tree-proof.bin', 'heads-proof.bin'].filter((it) => files.get(it)!.length > 0);
      const path = name[pick(name.length)]!;
      const bytes = Buffer.from(files.get(path)!);
      bytes[pick(bytes.length)]! ^= 1 << pick(8);
      return { zip: resealed(withFile(files, path, bytes)) };
    },
  },
];

const CONTENT = /^contents\//;
const DECIDERS = /^deciders\//;
const named = (files: Files, pattern: RegExp): string[] =>
  [...files.keys()].filter((it) => pattern.test(it));

const FILES: readonly Row[] = [
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
      return { zip: resealed(cut), sequence: 27 };
    },
  },
  {
    what: 'a content said to be named by another entry',
    expected: 'content',
    async make() {
      const files = await all();
      const text = textOf(files, 'contents.json').replace('[27,28]', '[27,28,29]');
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
];

export const OUTSIDER_ROWS: readonly Row[] = [...LINES, ...PROOFS, ...FILES];
