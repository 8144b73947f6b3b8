/**
 * The cache of built and fetched parts, outside the checkout. Invariant: what stands under its name is complete; it
 * is made beside and renamed, so an interruption or a second process at the same time does no harm.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { failure } from '../service';

const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** The folder `name` of the cache, made by `fill` when it is not there yet. */
export async function cached(
  cacheDir: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const place = join(cacheDir, name);
  if (existsSync(place)) return place;
  const beside = prepare(cacheDir, name);
  try {
    await fill(beside);
    if (!existsSync(place)) renameSync(beside, place);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return place;
}

export function inCache(cacheDir: string, name: string): string | null {
  const place = join(cacheDir, name);
  return existsSync(place) ? place : null;
}

function prepare(cacheDir: string, name: string): string {
  try {
    mkdirSync(cacheDir, { recursive: true });
    removeAbandoned(cacheDir);
    return mkdtempSync(join(cacheDir, `.making-${name}-`));
  } catch (cause) {
    throw failure(
      'cache.unwritable',
      `the cache folder ${cacheDir} cannot be written`,
      'choose another folder with DONDOC_CACHE_DIR, or correct its owner',
      cause,
    );
  }
}

/** What an interrupted run of long ago left half made. */
function removeAbandoned(cacheDir: string): void {
  for (const name of readdirSync(cacheDir).filter((it) => it.startsWith('.making-'))) {
    const path = join(cacheDir, name);
    if (Date.now() - statSync(path).mtimeMs > ABANDONED_AFTER_MS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}
