/** One file out of a zip on the disk, by its directory: what a bundle says of itself. A zip without its end is cut short. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const END = { bytes: 22, signature: 0x06054b50 };
const LOCATOR = { bytes: 20, signature: 0x07064b50 };
const LARGE = 0xffffffff;

/** @throws Error when it is not a whole zip, or has no such file */
export function fileInZip(path: string, name: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const read = (from: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      if (readSync(file, bytes, 0, length, from) !== length)
        throw new Error('the zip is cut short');
      return bytes;
    };
    const directory = directoryOf(read, fstatSync(file).size);
    return packed(read, entryOf(directory, name));
  } finally {
    closeSync(file);
  }
}

type Read = (from: number, length: number) => Buffer;

function directoryOf(read: Read, size: number): Buffer {
  if (size < END.bytes) throw new Error('the zip is cut short');
  const end = read(size - END.bytes, END.bytes);
  if (end.readUInt32LE(0) !== END.signature) throw new Error('the zip is cut short');
  const [length, from] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (length !== LARGE && from !== LARGE) return read(from, length);
  const locator = read(size - END.bytes - LOCATOR.bytes, LOCATOR.bytes);
  const end64 = read(Number(locator.readBigUInt64LE(8)), 56);
  return read(Number(end64.readBigUInt64LE(48)), Number(end64.readBigUInt64LE(40)));
}

type Entry = { readonly isStored: boolean; readonly size: number; readonly header: number };

function entryOf(directory: Buffer, name: string): Entry {
  for (let at = 0; at < directory.length;) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (directory.toString('utf8', at + 46, nameEnd) === name) {
      const isStored = directory.readUInt16LE(at + 10) === 0;
      const [size, header] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)];
      if (size !== LARGE && header !== LARGE) return { isStored, size, header };
      // Behind its signature and length: the sizes unpacked and packed, then the place.
      const large = (of: number) => Number(directory.readBigUInt64LE(nameEnd + 4 + of));
      return { isStored, size: large(8), header: large(16) };
    }
    at = next;
  }
  throw new Error(`the zip has no ${name}`);
}

function packed(read: Read, { isStored, size, header }: Entry): Buffer {
  const local = read(header, 30);
  const bytes = read(header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), size);
  return isStored ? bytes : inflateRawSync(bytes);
}
