/**
 * Reads one segment line by line, and at its end holds it against its SHA-256 and its number of rows. Damage is told by
 * the name of the segment and by the row behind the last one that could be read and was found good.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { Failure } from '../ledger';
import type { Segment } from './format';

/** @param where what the first row that is not good is called: `entry 12` */
export function damaged(file: string, where: string, why: string, cause?: unknown): Failure {
  return new Failure('backup.damaged', `${file} is damaged at ${where}: ${why}`, {
    cause,
    nextStep:
      'take another copy of this file from where the backup is kept a second time, or restore an older backup',
  });
}

/** Lines in groups, as they come. @param whereOf names the row that would come next */
export async function* linesOf(
  folder: string,
  segment: Segment,
  whereOf: (row: number) => string,
): AsyncGenerator<string[]> {
  const { file } = segment;
  const hash = createHash('sha256');
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const gunzip = createGunzip();
  pipeline(createReadStream(join(folder, file)), seen, gunzip, () => undefined);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let rows = 0;
  try {
    for await (const chunk of gunzip) {
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = lines.pop()!;
      if (lines.length === 0) continue;
      rows += lines.length;
      yield lines;
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw damaged(file, whereOf(rows), reasonOf(cause), cause);
  }
  if (rest !== '' || rows !== segment.rows) {
    throw damaged(file, whereOf(rows), `it holds ${rows} rows, and ${segment.rows} were written`);
  }
  if (hash.digest('hex') !== segment.sha256) {
    throw damaged(file, 'an unknown place', 'its SHA-256 is not the one of the index');
  }
}

/** Of rows that say nothing about themselves: the whole file is held against its SHA-256 before the first is handed out. */
export async function* wholeLinesOf(folder: string, segment: Segment): AsyncGenerator<string[]> {
  await refuseOtherHash(folder, segment);
  yield* linesOf(folder, segment, (row) => `row ${row + 1}`);
}

/** @throws Failure `backup.damaged` by the name of the file */
export async function refuseOtherHash(folder: string, { file, sha256 }: Segment): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(join(folder, file))) hash.update(chunk as Buffer);
  } catch (cause) {
    throw damaged(file, 'row 1', reasonOf(cause), cause);
  }
  if (hash.digest('hex') === sha256) return;
  throw damaged(file, 'an unknown place', 'its SHA-256 is not the one of the index');
}

function reasonOf(cause: unknown): string {
  const { code } = Object(cause) as { code?: unknown };
  if (code === 'ENOENT') return 'the file is missing';
  return cause instanceof Error ? cause.message : String(cause);
}
