/** Lies about how a zip is built: what its end, its directory and the headers before its files say of one another. */
import { randomBytes } from 'node:crypto';
import type { Row } from '../support/row';
import { d07 } from '../support/sound';
import { wideZip, zipOf, zipOfMembers } from '../support/surgery';

/** Where things stand in a zip whose end is the plain one of 22 bytes. */
type Places = {
  readonly end: number;
  /** The line of the first file, and of the second. */
  readonly first: number;
  readonly second: number;
};

type Change = (zip: Buffer, places: Places) => Buffer | void;

const placesIn = (zip: Buffer): Places => {
  const first = zip.readUInt32LE(zip.length - 6);
  return { end: zip.length - 22, first, second: first + 46 + zip.readUInt16LE(first + 28) };
};

const lie = (what: string, change: Change, expected = 'not-a-zip'): Row => ({
  what,
  expected,
  async make() {
    const zip = zipOf(await d07());
    return { zip: change(zip, placesIn(zip)) ?? zip };
  },
});

/** Where sizes stand behind the files, in 64 bits: its end is one of 56 bytes, a locator of 20 and the plain one. */
const wideLie = (what: string, change: (zip: Buffer) => Buffer | void): Row => ({
  what,
  expected: 'not-a-zip',
  async make() {
    const zip = await wideZip(await d07(), true);
    return { zip: change(zip) ?? zip };
  },
});

const firstWideLine = (zip: Buffer): number =>
  Number(zip.readBigUInt64LE(zip.length - 42 - 56 + 48));

const ENDS: readonly Row[] = [
  lie('an end that says a comment follows', (zip, { end }) => void zip.writeUInt16LE(1, end + 20)),
  lie('a zip in several parts', (zip, { end }) => void zip.writeUInt16LE(1, end + 4)),
  lie('a directory that is not where its end says', (zip, { end, first }) => {
    zip.writeUInt32LE(first - 1, end + 16);
  }),
  lie('an end that needs 64 bits and has none', (zip, { end }) => {
    zip.writeUInt16LE(0xffff, end + 8);
    zip.writeUInt16LE(0xffff, end + 10);
  }),
  wideLie('an end of 64 bits that is elsewhere', (zip) => {
    zip.writeBigUInt64LE(BigInt(zip.length - 42 - 57), zip.length - 42 + 8);
  }),
  wideLie('an end of 64 bits that is none', (zip) => {
    zip.writeUInt32LE(0, zip.length - 42 - 56);
  }),
  wideLie('a size beyond all measure', (zip) => {
    zip.writeBigUInt64LE(2n ** 60n, zip.length - 42 - 56 + 40);
  }),
];

const LINES: readonly Row[] = [
  lie('a line of the directory that is none', (zip, { second }) => {
    zip.writeUInt32LE(0, second);
  }),
  lie('a line of the directory that is cut', (zip, { first }) => {
    zip.writeUInt16LE(0xffff, first + 28);
  }),
  lie('a name that is not UTF-8', (zip, { first }) => {
    zip[first + 46] = 0xff;
    zip[30] = 0xff;
  }),
  lie('a file that is stored and has two sizes', (zip, { first }) => {
    for (const at of [first + 10, 8]) zip.writeUInt16LE(0, at);
  }),
  lie('a folder', (zip, { first }) => void zip.writeUInt16LE(0x10, first + 38)),
  wideLie('a size of 64 bits that is missing', (zip) => {
    const line = firstWideLine(zip);
    const extra = line + 46 + zip.readUInt16LE(line + 28);
    const length = zip.readUInt16LE(line + 30);
    zip.writeUInt16LE(length - 8, line + 30);
    zip.writeUInt16LE(length - 12, extra + 2);
    const end = zip.length - 42 - 56;
    zip.writeBigUInt64LE(zip.readBigUInt64LE(end + 40) - 8n, end + 40);
    zip.writeBigUInt64LE(BigInt(end - 8), zip.length - 42 + 8);
    const last = extra + length;
    return Buffer.concat([zip.subarray(0, last - 8), zip.subarray(last)]);
  }),
];

const HEADERS: readonly Row[] = [
  lie('a file before the first of the directory', (zip, { end, second }) => {
    const shorter = Buffer.concat([zip.subarray(0, placesIn(zip).first), zip.subarray(second)]);
    const at = end - (second - placesIn(zip).first);
    for (const it of [8, 10]) shorter.writeUInt16LE(zip.readUInt16LE(end + it) - 1, at + it);
    shorter.writeUInt32LE(zip.readUInt32LE(end + 12) - (second - placesIn(zip).first), at + 12);
    return shorter;
  }),
  lie('a file without its header', (zip, { second }) => {
    zip.writeUInt32LE(0, zip.readUInt32LE(second + 42));
  }),
  lie('a header with another name than the directory', (zip) => {
    zip[30]! ^= 1;
  }),
  lie('a header with another time than the directory', (zip) => {
    zip[11]! ^= 1;
  }),
  lie('a header with another checksum than the directory', (zip) => {
    zip[14]! ^= 1;
  }),
  lie('a header with another size than the directory', (zip) => {
    zip[22]! ^= 1;
  }),
  wideLie('sizes behind a file that belong to none', (zip) => {
    const second = firstWideLine(zip);
    const length = (line: number, from: readonly number[]) =>
      46 + from.reduce((sum, it) => sum + zip.readUInt16LE(line + it), 0);
    const next = second + length(second, [28, 30, 32]);
    const extra = next + 46 + zip.readUInt16LE(next + 28) + 4;
    // The mark before them goes: what is left has no known length.
    zip.writeUInt32LE(0, Number(zip.readBigUInt64LE(extra + 16)) - 24);
  }),
];

const PACKED: readonly Row[] = [
  {
    what: 'a file that is not packed as it says',
    expected: 'file-altered',
    async make() {
      const members = [...(await d07())].map(([path, bytes]) =>
        path === 'README.txt' ? { path, bytes, packed: Buffer.alloc(40, 0xff) } : { path, bytes },
      );
      return { zip: zipOfMembers(members), file: 'README.txt' };
    },
  },
  {
    what: 'bytes hidden behind the end of what a file is packed in',
    expected: 'file-altered',
    async make() {
      const members = [...(await d07())].map(([path, bytes]) =>
        path === 'README.txt' ? { path, bytes, behind: Buffer.from('hidden') } : { path, bytes },
      );
      return { zip: zipOfMembers(members), file: 'README.txt' };
    },
  },
  {
    what: 'a list larger than any',
    expected: 'zip-bomb',
    async make() {
      const bytes = randomBytes(2 * 1024 * 1024);
      const members = [...(await d07())].map(([path, own]) =>
        path === 'manifest.json' ? { path, bytes, said: 300 * 1024 * 1024 } : { path, bytes: own },
      );
      return { zip: zipOfMembers(members), file: 'manifest.json' };
    },
  },
];

export const STRUCTURE_ROWS: readonly Row[] = [...ENDS, ...LINES, ...HEADERS, ...PACKED];
