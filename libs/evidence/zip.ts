/**
 * A zip written file by file, each as it comes: one time, one mode and one order give one file. Nothing of it is kept in
 * memory but sizes and hashes. Invariant: whatever fails, the sink is destroyed and never ended.
 */
import { createHash } from 'node:crypto';
import { Readable, type PassThrough, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export type Part = {
  readonly path: string;
  readonly stored?: boolean;
  readonly bytes: Iterable<Piece> | AsyncIterable<Piece>;
};
export type Piece = string | Uint8Array;
export type WrittenFile = { readonly path: string; readonly size: number; readonly sha256: string };

/** Parts are made one after the other: the next one sees in `written` what all before it have become. */
export type Parts = (written: readonly WrittenFile[]) => AsyncIterable<Part>;

const CHUNK_BYTES = 64 * 1024;
const MODE = 0o100644;

export type ZipOptions = { readonly recordedAt: string; readonly signal?: AbortSignal };

export async function writeZip(
  parts: Parts,
  sink: Writable,
  { recordedAt, signal }: ZipOptions,
): Promise<readonly WrittenFile[]> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const how = { mtime: utcAsLocal(recordedAt), mode: MODE, forceDosTimestamp: true };
  let reading: Readable | null = null;
  let cause: Error | null = null;
  const stop = (thrown: Error): void => {
    cause ??= thrown;
    reading?.destroy();
    output.destroy(thrown);
  };
  zip.on('error', stop);
  const written: WrittenFile[] = [];
  const adding = async () => {
    for await (const { path, stored = false, bytes } of parts(written)) {
      // Nobody would take what is added behind a failure.
      if (cause !== null) return;
      const noted = (file: Omit<WrittenFile, 'path'>) => written.push({ path, ...file });
      reading = Readable.from(counted(bytes, noted), { objectMode: false });
      zip.addReadStream(reading, path, { ...how, compress: !stored });
      await finished(reading);
    }
    zip.end();
  };
  const sending = signal ? pipeline(output, sink, { signal }) : pipeline(output, sink);
  await Promise.allSettled([adding().catch(stop), sending.catch(stop)]);
  if (cause !== null) throw cause as Error;
  return written;
}

/** In pieces of one size, which the packed bytes may depend on. */
async function* counted(
  bytes: Part['bytes'],
  noted: (file: Omit<WrittenFile, 'path'>) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunked(bytes)) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  noted({ size, sha256: hash.digest('hex') });
}

async function* chunked(pieces: Part['bytes']): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece);
    waiting.push(bytes);
    length += bytes.length;
    if (length < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** A zip's times have no zone: yazl writes the local fields, which shall be those of UTC. */
function utcAsLocal(instant: string): Date {
  const at = new Date(instant);
  const day = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()] as const;
  return new Date(...day, at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds());
}
