/**
 * Bundles taken apart and put together again, as somebody would who has the zip and no key: every checksum, size and hash
 * that nobody signs is made to fit again.
 */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import {
  canonicalize,
  headText,
  inStreamOrder,
  leafHash,
  rootOfLeaves,
  setSpans,
  sha256Hex,
  type Hash,
} from '../../../libs/audit';
import { unzip } from '../../support/unzip';

/** In the order of the zip. */
export type Files = ReadonlyMap<string, Buffer>;

export function filesOf(zip: Buffer): Files {
  return new Map(unzip(zip).map(({ path, bytes }) => [path, bytes]));
}

export function withFile(files: Files, path: string, bytes: Buffer | string): Files {
  return new Map([...files, [path, Buffer.from(bytes)]]);
}

export function without(files: Files, path: string): Files {
  return new Map([...files].filter(([it]) => it !== path));
}

export const textOf = (files: Files, path: string): string =>
  files.get(path)?.toString('utf8') ?? '';

export function linesIn(files: Files, path = 'entries.ndjson'): string[] {
  return textOf(files, path).split('\n').slice(0, -1);
}

export function withLines(files: Files, lines: readonly string[], path = 'entries.ndjson'): Files {
  return withFile(files, path, lines.map((line) => `${line}\n`).join(''));
}

export type Place = { readonly sequence: number; readonly leaf: Hash };

export function placesIn(files: Files): Place[] {
  const bytes = files.get('places.bin')!;
  return Array.from({ length: bytes.length / 40 }, (_, at) => ({
    sequence: Number(bytes.readBigUInt64BE(at * 40)),
    leaf: bytes.subarray(at * 40 + 8, at * 40 + 40),
  }));
}

export function withPlaces(files: Files, places: readonly Place[]): Files {
  const records = places.map(({ sequence, leaf }) => {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(sequence));
    return Buffer.concat([number, leaf]);
  });
  return withFile(files, 'places.bin', Buffer.concat(records));
}

/** Only the entries with these sequences, and the proof that they stand in a tree whose leaves everybody knows. */
export function only(
  files: Files,
  sequences: readonly number[],
  entries: readonly string[],
): Files {
  const leaves = entries.map((it) => leafHash(it));
  const places = sequences.map((sequence) => ({ sequence, leaf: leaves[sequence - 1]! }));
  const lines = sequences.map((sequence) => entries[sequence - 1]!);
  const spans = setSpans(
    sequences.map((it) => it - 1),
    leaves.length,
  );
  const proof = spans.map(({ from, to }) => rootOfLeaves(leaves.slice(from, to)));
  const cut = withPlaces(withLines(files, lines), places);
  return withFile(cut, 'tree-proof.bin', Buffer.concat(proof));
}

/** Only these heads, proven among those of all streams. */
export function onlyHeads(
  files: Files,
  entries: readonly string[],
  isShown: (stream: string) => boolean,
): Files {
  const last = new Map(
    entries.map((bytes) => {
      const { subject, streamversion } = JSON.parse(bytes) as {
        subject: string;
        streamversion: number;
      };
      return [subject, { stream: subject, version: streamversion, leaf: leafHash(bytes) }];
    }),
  );
  const heads = [...last.values()].sort((a, b) => inStreamOrder(a.stream, b.stream));
  const places = heads.flatMap(({ stream }, at) => (isShown(stream) ? [at] : []));
  const lines = places.map((at) => {
    const { stream, version, leaf } = heads[at]!;
    return canonicalize([at, stream, version, Buffer.from(leaf).toString('hex')]);
  });
  const leaves = heads.map((head) => leafHash(headText(head)));
  const proof = setSpans(places, heads.length).map(({ from, to }) =>
    rootOfLeaves(leaves.slice(from, to)),
  );
  const shown = withLines(files, lines, 'heads.ndjson');
  return withFile(shown, 'heads-proof.bin', Buffer.concat(proof));
}

type Manifest = {
  readonly entries: { readonly count: number };
  readonly files: readonly { readonly path: string }[];
};

/** The manifest lists the files as they are now. */
export function sealed(files: Files, more: object = {}): Files {
  const before = JSON.parse(textOf(files, 'manifest.json')) as Manifest;
  const places = placesIn(files);
  const manifest = {
    ...before,
    entries: {
      count: linesIn(files).length,
      first: places[0]?.sequence ?? 0,
      last: places.at(-1)?.sequence ?? 0,
    },
    files: [...files]
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, bytes]) => ({ path, size: bytes.length, sha256: sha256Hex(bytes) })),
    ...more,
  };
  return withFile(files, 'manifest.json', canonicalize(manifest));
}

export type Member = {
  readonly path: string;
  readonly bytes: Buffer;
  /** What the directory says of its size, when that is a lie. */
  readonly said?: number;
  /** What stands in its place instead of its bytes deflated, and what behind them as if it were of them. */
  readonly packed?: Buffer;
  readonly behind?: Buffer;
  /** Another checksum than its own. */
  readonly sum?: number;
  /** What only the directory says: an extra field, a comment, a mode. */
  readonly extra?: Buffer;
  readonly comment?: string;
  readonly mode?: number;
};

/** As a zip, every checksum right. */
export function zipOf(files: Files): Buffer {
  return zipOfMembers([...files].map(([path, bytes]) => ({ path, bytes })));
}

const NONE = Buffer.alloc(0);

export function zipOfMembers(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const lines: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const { path, bytes, said, sum, extra = NONE, comment = '', mode = 0 } = member;
    const isStored = /\.bin$|^contents\/|^entries\.ndjson$/.test(path);
    const { packed: own = isStored ? bytes : deflateRawSync(bytes), behind = NONE } = member;
    const packed = Buffer.concat([own, behind]);
    const name = Buffer.from(path, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(sum ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(said ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt16LE(comment.length, 0);
    rest.writeUInt16LE(mode, 8);
    rest.writeUInt32LE(at, 10);
    const line = Buffer.from(fields);
    line.writeUInt16LE(extra.length, 24);
    const tail = [name, extra, Buffer.from(comment)];
    const head = [Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), line, rest, ...tail];
    parts.push(local);
    lines.push(Buffer.concat(head));
    at += local.length;
  }
  const directory = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** In the form for files of 4 GiB and more, as a writer makes it that does not know sizes beforehand. */
export async function wideZip(files: Files, streamed: boolean): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of files) {
    const compress = !/\.bin$|^contents\/|^entries\.ndjson$/.test(path);
    const how = { compress, forceZip64Format: true, forceDosTimestamp: true };
    if (streamed) zip.addReadStream(Readable.from([bytes], { objectMode: false }), path, how);
    else zip.addBuffer(bytes, path, how);
  }
  zip.end({ forceZip64Format: true, comment: '' });
  return buffer(zip.outputStream);
}

export const resealed = (files: Files, more: object = {}): Buffer => zipOf(sealed(files, more));
