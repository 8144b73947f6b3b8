/**
 * The bytes of contents: a file each, named by its hash, written once and never changed. What lies in an object store is
 * listed and stays there: it has a backup of its own.
 */
import { existsSync, statSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { sha256Hex } from '../audit';
import { goOn, rowOf } from './database';
import { folderFault } from './folder-fault';
import type { Following } from './format';
import { damaged } from './segment-reader';
import { syncFolder } from './sync-folder';

export type ContentRow = {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
  /** Whether its bytes are in the database, and so in the backup. */
  readonly here: boolean;
};

export const LISTED = `
  SELECT sha256, media_type AS "mediaType", size, bytes IS NOT NULL AS here FROM work.content ORDER BY sha256`;

const FOLDER = 'contents';

function placeOf(sha256: string): string {
  return join(FOLDER, sha256.slice(0, 2), sha256);
}

export type Taken = { readonly files: number; readonly bytes: number };

/** Writes what is not there yet. */
export async function takeContents(
  client: Client,
  folder: string,
  { rows, ...following }: Following & { readonly rows: readonly ContentRow[] },
): Promise<Taken> {
  let taken: Taken = { files: 0, bytes: 0 };
  const missing = rows.filter(({ sha256, size, here }) => here && !isThere(folder, sha256, size));
  for (const { sha256, size } of missing) {
    goOn(following);
    const row = await rowOf<{ bytes: Buffer }>(
      client,
      'SELECT bytes FROM work.content WHERE sha256 = $1',
      [sha256],
    );
    await writeOnce(join(folder, placeOf(sha256)), row!.bytes, folder);
    taken = { files: taken.files + 1, bytes: taken.bytes + size };
    following.onProgress?.({ step: 'contents', done: taken.files, total: missing.length });
  }
  // Those too that an interrupted backup has written.
  const here = rows.filter((it) => it.here);
  await syncAll(folder, here).catch((cause: unknown) => {
    throw folderFault(folder, cause);
  });
  return taken;
}

/** Before an index names them: each with its name, and the folder it lies in. */
async function syncAll(folder: string, rows: readonly ContentRow[]): Promise<void> {
  const within = new Set(rows.map(({ sha256 }) => join(folder, placeOf(sha256), '..')));
  for (const each of within) await syncFolder(each);
  if (within.size > 0) await syncFolder(join(folder, FOLDER));
}

function isThere(folder: string, sha256: string, size: number): boolean {
  const file = join(folder, placeOf(sha256));
  return existsSync(file) && statSync(file).size === size;
}

async function writeOnce(file: string, bytes: Buffer, folder: string): Promise<void> {
  try {
    await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
    const handle = await open(`${file}.new`, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${file}.new`, file);
  } catch (cause) {
    await rm(`${file}.new`, { force: true }).catch(() => undefined);
    throw folderFault(folder, cause);
  }
}

/** @throws Failure `backup.damaged` by the name of the file */
export async function bytesOf(folder: string, sha256: string): Promise<Buffer> {
  const file = placeOf(sha256);
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, file));
  } catch (cause) {
    throw damaged(file, 'its beginning', 'the file cannot be read', cause);
  }
  if (sha256Hex(bytes) !== sha256) throw damaged(file, 'an unknown place', 'it has another hash');
  return bytes;
}
