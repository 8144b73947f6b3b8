/** Reads a whole zip by its central directory, for tests alone: nothing is checked but what they check. */
import { inflateRawSync } from 'node:zlib';

export type Zipped = {
  readonly path: string;
  readonly stored: boolean;
  readonly bytes: Buffer;
  /** Date and time as the directory has them. */
  readonly time: number;
};

export function unzip(zip: Buffer): Zipped[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const method = zip.readUInt16LE(at + 10);
    const time = zip.readUInt32LE(at + 12);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const header = zip.readUInt32LE(at + 42);
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const packed = zip.subarray(from, from + size);
    const stored = method === 0;
    return { path, stored, time, bytes: stored ? packed : inflateRawSync(packed) };
  });
}
