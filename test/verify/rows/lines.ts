/** Damage to the lines of the entries by somebody who has the zip and no key. */
import { loose } from '../support/insider';
import type { Row } from '../support/row';
import { all, alteredLine, d07, swapped, wholeOf } from '../support/sound';
import { linesIn, placesIn, resealed, withFile, withLines, zipOf } from '../support/surgery';

async function alteredStream(stream: string) {
  const files = await all();
  const lines = linesIn(files);
  const at = loose().findIndex(({ subject }) => subject === stream);
  const zip = resealed(withLines(files, lines.with(at, alteredLine(lines[at]!))));
  return { zip, sequence: at + 1 };
}

/** Of the entries alone: the leaves stay as they were. */
export const LINE_ROWS: readonly Row[] = [
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
      // Behind the last line break stands nothing: where it is gone, the file's checksum says so first.
      return at === entries.length - 1 ? { zip, expected: 'file-altered' } : { zip, sequence };
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
    make: () => alteredStream('calendar/vietnam'),
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
