/**
 * `index.json`: read with its own hash, and replaced in one step once all it names is on the disk. Invariant: whatever is
 * interrupted, the folder holds the backup before or the new one, whole.
 */
import { existsSync, readFileSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalize, sha256Hex } from '../audit';
import { Failure } from '../ledger';
import { folderFault } from './folder-fault';
import { FORMAT, INDEX, type Index } from './format';
import { syncFolder } from './sync-folder';

const OURS = /^(?:[a-z_.]+-[0-9-]+\.ndjson\.gz|index\.json)(?:\.new)?$/;

/** Null where there is no backup yet. */
export function readIndex(folder: string): Index | null {
  const file = join(folder, INDEX);
  if (!existsSync(file)) return null;
  let read: { backup?: Index; sha256?: unknown };
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as typeof read;
  } catch (cause) {
    throw damagedIndex(file, 'it is no JSON', cause);
  }
  const { backup } = read;
  if (backup === undefined || typeof backup !== 'object' || backup === null) {
    throw damagedIndex(file, 'it is not an index of a backup');
  }
  if (sha256Hex(canonicalize(backup)) !== read.sha256) {
    throw damagedIndex(file, 'it differs from its own SHA-256');
  }
  if (backup.format !== FORMAT) {
    throw new Failure(
      'backup.newer',
      `${file} has the format ${String(backup.format).slice(0, 40)}, this program knows ${FORMAT}`,
      { nextStep: 'use the newer program' },
    );
  }
  return backup;
}

function damagedIndex(file: string, why: string, cause?: unknown): Failure {
  return new Failure('backup.damaged', `${file} cannot be used: ${why}`, {
    cause,
    nextStep: 'take another copy of the backup',
  });
}

/** @throws Failure `backup.missing` */
export function presentIndex(folder: string): Index {
  const index = readIndex(folder);
  if (index !== null) return index;
  throw new Failure('backup.missing', `there is no backup in ${folder}: it has no ${INDEX}`, {
    nextStep: 'name the folder into which dondoc backup has written',
  });
}

/** Answers the hash of what it wrote: the name of this backup. */
export async function writeIndex(folder: string, backup: Index): Promise<string> {
  const sha256 = sha256Hex(canonicalize(backup));
  const file = join(folder, INDEX);
  try {
    await syncFolder(folder);
    const handle = await open(`${file}.new`, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ backup, sha256 }, null, 1)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${file}.new`, file);
    await syncFolder(folder);
  } catch (cause) {
    await rm(`${file}.new`, { force: true }).catch(() => undefined);
    throw folderFault(folder, cause);
  }
  return sha256;
}

export function nameOf(backup: Index): string {
  return sha256Hex(canonicalize(backup));
}

/** Removes what an interrupted backup left, and what a newer one has replaced; nothing that is not ours. */
export async function sweep(folder: string, index: Index | null): Promise<void> {
  const named = new Set([INDEX, ...(index?.segments ?? []).map(({ file }) => file)]);
  for (const name of await readdir(folder)) {
    if (OURS.test(name) && !named.has(name)) await rm(join(folder, name), { force: true });
  }
}
