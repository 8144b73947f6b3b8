/** Damage to entries with their leaves, by somebody without a key who makes the proofs anew from what is public. */
import { leafHash } from '../../../libs/audit';
import { loose, played } from '../support/insider';
import type { Row } from '../support/row';
import { all, alteredLine, d07, swapped } from '../support/sound';
import {
  linesIn,
  only,
  onlyHeads,
  placesIn,
  resealed,
  textOf,
  withFile,
  withLines,
  withPlaces,
  type Files,
} from '../support/surgery';

const sequencesOf = (files: Files): number[] => placesIn(files).map(({ sequence }) => sequence);

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
export const PROOF_ROWS: readonly Row[] = [
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
    what: 'a neighbour among the heads altered',
    expected: 'root',
    async make() {
      const files = await d07();
      const text = textOf(files, 'heads.ndjson').replace(
        '"directive/d-071",16,',
        '"directive/d-071",17,',
      );
      return { zip: resealed(withFile(files, 'heads.ndjson', text)), file: 'heads.ndjson' };
    },
  },
  {
    what: 'a head whose name hides another behind U+0000',
    expected: 'malformed',
    async make() {
      const files = await d07();
      const name = String.raw`"directive/d-07\u00001"`;
      const text = textOf(files, 'heads.ndjson').replace('"directive/d-071"', () => name);
      return { zip: resealed(withFile(files, 'heads.ndjson', text)), file: 'heads.ndjson' };
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
