/**
 * Moves the bytes of contents between PostgreSQL and an object store, one after another. Invariant: bytes leave PostgreSQL
 * only after they were read back from the object store whole; an interruption at any point loses nothing, and the next
 * run goes on. What lies in the object store stays there in either direction.
 */
import type { Pool } from 'pg';
import { whole, type ObjectStore } from './content-store';
import { Failure } from './failure';
import { rowsOf } from './transaction';

export type Moving = {
  /** Where the bytes shall lie. */
  readonly to: 'postgres' | 's3';
  readonly objects: ObjectStore;
  /** Stops after the content in hand. */
  readonly signal?: AbortSignal;
  readonly onMoved?: (moved: Moved) => void;
  /** Of one content, which stays where it is: the others go on. */
  readonly onFault?: (fault: Failure) => void;
};

/** `left`: what still lies where it shall not. */
export type Moved = { readonly contents: number; readonly bytes: number; readonly left: number };

type Row = { readonly sha256: string; readonly size: number };

/** @param pool as the owner: no service may take bytes out of a row */
export async function moveContents(pool: Pool, moving: Moving): Promise<Moved> {
  const { to, signal, onMoved } = moving;
  const move = to === 's3' ? moveOut : moveIn;
  let moved: Moved = { contents: 0, bytes: 0, left: await countLeft(pool, to) };
  let after = '';
  while (!signal?.aborted) {
    const row = await nextOf(pool, to, after);
    if (row === null) break;
    after = row.sha256;
    const fault = await faultOf(move(pool, moving.objects, row));
    if (fault !== null) {
      moving.onFault?.(fault);
      continue;
    }
    moved = {
      contents: moved.contents + 1,
      bytes: moved.bytes + row.size,
      left: Math.max(0, moved.left - 1),
    };
    onMoved?.(moved);
  }
  return { ...moved, left: await countLeft(pool, to) };
}

/** What one content alone is at fault of; a part that is away is thrown on. */
async function faultOf(moving: Promise<void>): Promise<Failure | null> {
  try {
    await moving;
    return null;
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code.startsWith('content.')) return thrown;
    throw thrown;
  }
}

/** What is still where it shall not be. */
const WAITING = { s3: 'bytes IS NOT NULL', postgres: 'bytes IS NULL' } as const;

async function countLeft(pool: Pool, to: Moving['to']): Promise<number> {
  const [row] = await rowsOf<{ left: number }>(
    pool,
    `SELECT count(*)::int AS left FROM work.content WHERE ${WAITING[to]}`,
  );
  return row!.left;
}

async function nextOf(pool: Pool, to: Moving['to'], after: string): Promise<Row | null> {
  const [row] = await rowsOf<Row>(
    pool,
    `SELECT sha256, size FROM work.content WHERE ${WAITING[to]} AND sha256 > $1
     ORDER BY sha256 LIMIT 1`,
    [after],
  );
  return row ?? null;
}

async function moveOut(pool: Pool, objects: ObjectStore, { sha256, size }: Row): Promise<void> {
  const [row] = await rowsOf<{ bytes: Buffer | null }>(
    pool,
    'SELECT bytes FROM work.content WHERE sha256 = $1',
    [sha256],
  );
  const bytes = row?.bytes;
  if (!bytes) return;
  await objects.put(sha256, whole(sha256, bytes));
  whole(sha256, await objects.get(sha256, size));
  await rowsOf(pool, 'UPDATE work.content SET bytes = NULL WHERE sha256 = $1', [sha256]);
}

async function moveIn(pool: Pool, objects: ObjectStore, { sha256, size }: Row): Promise<void> {
  const bytes = whole(sha256, await objects.get(sha256, size));
  await rowsOf(pool, 'UPDATE work.content SET bytes = $2 WHERE sha256 = $1', [sha256, bytes]);
}
