/** What is no bundle, or no whole one: containers that are cut, hidden in, lied about, or made to burst. */
import { randomBytes } from 'node:crypto';
import type { Row } from '../support/row';
import { d07, wholeOf } from '../support/sound';
import { sealed, withFile, zipOf, zipOfMembers, type Files, type Member } from '../support/surgery';

const membersOf = (files: Files): Member[] => [...files].map(([path, bytes]) => ({ path, bytes }));

/** Every number of the directory that a row may lie about stands in the line of its first file. */
async function withDirectory(change: (zip: Buffer, line: number) => void): Promise<Buffer> {
  const zip = zipOf(await d07());
  change(zip, zip.readUInt32LE(zip.length - 6));
  return zip;
}

const named = (what: string, path: string, expected: string): Row => ({
  what,
  expected,
  make: async () => ({
    zip: zipOfMembers([...membersOf(await d07()), { path, bytes: Buffer.from('x') }]),
  }),
});

const NOT_A_ZIP: readonly Row[] = [
  ...[
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('Chỉ thị 07/CT-BCA-V28')],
    ['noise', randomBytes(4096)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ].map(([what, zip]): Row => ({
    what: String(what),
    expected: 'not-a-zip',
    make: () => ({ zip: zip as Buffer }),
  })),
  {
    what: 'a zip cut short anywhere',
    expected: 'cut-short',
    runs: 60,
    async make(pick) {
      const zip = await wholeOf();
      return { zip: zip.subarray(0, 4 + pick(zip.length - 4)) };
    },
  },
  {
    what: 'bytes before the zip',
    expected: 'not-a-zip',
    make: async () => ({ zip: Buffer.concat([Buffer.from('#!/bin/sh\n'), await wholeOf()]) }),
  },
  {
    what: 'bytes behind the zip',
    expected: 'not-a-zip',
    make: async () => ({ zip: Buffer.concat([await wholeOf(), Buffer.from('x')]) }),
  },
  {
    what: 'bytes between two files',
    expected: 'not-a-zip',
    async make() {
      const zip = zipOf(await d07());
      const at = zip.readUInt32LE(zip.length - 6);
      const hidden = Buffer.concat([zip.subarray(0, at), Buffer.from('hidden'), zip.subarray(at)]);
      hidden.writeUInt32LE(at + 6, hidden.length - 6);
      return { zip: hidden };
    },
  },
  {
    what: 'a zip that holds something else',
    expected: 'malformed',
    make: () => ({ zip: zipOf(new Map([['a.txt', Buffer.from('x')]])), file: 'manifest.json' }),
  },
];

const LIES: readonly Row[] = [
  named('a name that stands twice', 'README.txt', 'not-a-zip'),
  named('an absolute name', '/etc/passwd', 'malformed'),
  named('a name that leads outside', '../outside', 'malformed'),
  named('a name with a drive', 'C:/outside', 'malformed'),
  named('a name with a backslash', '..\\outside', 'malformed'),
  {
    what: 'two lines of the directory that share bytes',
    expected: 'not-a-zip',
    make: async () => ({
      zip: await withDirectory((zip, line) => {
        const second = line + 46 + zip.readUInt16LE(line + 28);
        zip.writeUInt32LE(0, second + 42);
      }),
    }),
  },
  {
    what: 'an encrypted file',
    expected: 'not-a-zip',
    make: async () => ({
      zip: await withDirectory((zip, line) => {
        zip.writeUInt16LE(0x801, line + 8);
        zip.writeUInt16LE(0x801, 6);
      }),
    }),
  },
  {
    what: 'a file packed in an unknown way',
    expected: 'not-a-zip',
    make: async () => ({
      zip: await withDirectory((zip, line) => {
        zip.writeUInt16LE(12, line + 10);
        zip.writeUInt16LE(12, 8);
      }),
    }),
  },
  {
    what: 'a directory with fewer lines than it says',
    expected: 'not-a-zip',
    make: async () => ({
      zip: await withDirectory((zip) => {
        zip.writeUInt16LE(99, zip.length - 14);
        zip.writeUInt16LE(99, zip.length - 12);
      }),
    }),
  },
];

/** What the directory says of its first file, and no header. */
const odd = (what: string, more: Partial<Member>): Row => ({
  what,
  expected: 'not-a-zip',
  async make() {
    const [first, ...rest] = membersOf(await d07());
    return { zip: zipOfMembers([{ ...first!, ...more }, ...rest]) };
  },
});

const ODD: readonly Row[] = [
  odd('an extra field that gives a file a second name', {
    extra: Buffer.from('7570050001aabbccdd', 'hex'),
  }),
  odd('a comment on a file', { comment: 'chung cu' }),
  odd('a link instead of a file', { mode: 0o120777 }),
];

const BOMBS: readonly Row[] = [
  {
    what: 'another checksum of the entries than theirs',
    expected: 'file-altered',
    async make() {
      const members = membersOf(await d07()).map((it) =>
        it.path === 'entries.ndjson' ? { ...it, sum: 1 } : it,
      );
      return { zip: zipOfMembers(members), file: 'entries.ndjson' };
    },
  },
  {
    what: 'a file of zeros that unpacks to a thousand times its size',
    expected: 'zip-bomb',
    async make() {
      const files = withFile(await d07(), 'README.txt', Buffer.alloc(8 * 1024 * 1024));
      return { zip: zipOf(sealed(files)), file: 'README.txt' };
    },
  },
  {
    what: 'a file that unpacks to more than its directory says',
    expected: 'zip-bomb',
    async make() {
      const bytes = Buffer.alloc(8 * 1024 * 1024);
      const members = membersOf(await d07()).map((it) =>
        it.path === 'README.txt' ? { ...it, bytes, said: 100 } : it,
      );
      return { zip: zipOfMembers(members), file: 'README.txt' };
    },
  },
  {
    what: 'a file that unpacks to less than its directory says',
    expected: 'file-altered',
    async make() {
      const members = membersOf(await d07()).map((it) =>
        it.path === 'README.txt' ? { ...it, said: it.bytes.length + 1 } : it,
      );
      return { zip: zipOfMembers(members), file: 'README.txt' };
    },
  },
];

export const CONTAINER_ROWS: readonly Row[] = [...NOT_A_ZIP, ...LIES, ...ODD, ...BOMBS];
