/**
 * Texts and files by the SHA-256 of their bytes. The row in PostgreSQL always says hash, size and media type; the bytes lie
 * in the row or in an object store. Invariant: bytes are handed in before the row that tells of them, and what is handed
 * out has the hash it was asked by.
 */
import type { Pool } from 'pg';
import { sha256Hex } from '../audit';
import { Failure } from './failure';
import { rowsOf } from './transaction';

export type ContentDescription = { readonly mediaType: string; readonly size: number };
export type Content = { readonly mediaType: string; readonly bytes: Buffer };
export type KeptContent = ContentDescription & { readonly sha256: string };

export interface ContentStore {
  /** The same bytes are kept once, with the media type they first came with: that one is answered. */
  put(bytes: Uint8Array, mediaType: string): Promise<KeptContent>;
  get(sha256: string): Promise<Content | null>;
  /** Without its bytes: asks PostgreSQL alone. */
  describe(sha256: string): Promise<ContentDescription | null>;
}

/** Keeps bytes under their hash. Every method throws a failure with a next step, within a bounded time. */
export interface ObjectStore {
  /** MUST refuse bytes that arrive altered; the same ones again do no harm. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** The bytes as they lie there, at most one more than `size`; null when there is nothing under that hash. */
  get(sha256: string, size: number): Promise<Buffer | null>;
  /** Whether it answers, and takes us for who we are. */
  probe(): Promise<void>;
}

/** Where bytes lie: new ones in `place`, and what lies in the other one is found there as long as `objects` is given. */
export type ContentPlace = {
  readonly place: 'postgres' | 's3';
  readonly objects: ObjectStore | null;
};

export const IN_POSTGRES: ContentPlace = { place: 'postgres', objects: null };

type Held = ContentDescription & { readonly here: boolean };

export function createContentStore(pool: Pool, { place, objects }: ContentPlace): ContentStore {
  return {
    async put(bytes, mediaType) {
      const sha256 = sha256Hex(bytes);
      const held = await heldOf(pool, sha256);
      if (held?.here) return { sha256, size: held.size, mediaType: held.mediaType };
      const elsewhere = held !== null || place === 's3';
      if (elsewhere) await given(objects).put(sha256, bytes);
      if (held !== null) return { sha256, size: held.size, mediaType: held.mediaType };
      const row = [sha256, mediaType, bytes.byteLength, elsewhere ? null : Buffer.from(bytes)];
      await rowsOf(
        pool,
        `INSERT INTO work.content (sha256, media_type, size, bytes) VALUES ($1, $2, $3, $4)
         ON CONFLICT (sha256) DO NOTHING`,
        row,
      );
      const kept = await heldOf(pool, sha256);
      return { sha256, size: bytes.byteLength, mediaType: kept!.mediaType };
    },
    async get(sha256) {
      const [row] = await rowsOf<{ mediaType: string; size: number; bytes: Buffer | null }>(
        pool,
        `SELECT media_type AS "mediaType", size, bytes FROM work.content WHERE sha256 = $1`,
        [sha256],
      );
      if (row === undefined) return null;
      const bytes = row.bytes ?? (await given(objects).get(sha256, row.size));
      return { mediaType: row.mediaType, bytes: whole(sha256, bytes) };
    },
    async describe(sha256) {
      const held = await heldOf(pool, sha256);
      return held && { size: held.size, mediaType: held.mediaType };
    },
  };
}

async function heldOf(pool: Pool, sha256: string): Promise<Held | null> {
  const [row] = await rowsOf<Held>(
    pool,
    `SELECT media_type AS "mediaType", size, bytes IS NOT NULL AS here
     FROM work.content WHERE sha256 = $1`,
    [sha256],
  );
  return row ?? null;
}

function given(objects: ObjectStore | null): ObjectStore {
  if (objects !== null) return objects;
  throw new Failure(
    'content.lost',
    'the bytes of a content lie in an object store, and this process was told of none',
    { nextStep: 'set DONDOC_S3_ENDPOINT and what belongs to it (docs/operations.md, Attachments)' },
  );
}

/** Refuses bytes that are missing, or are not those of the hash. */
export function whole(sha256: string, bytes: Buffer | null): Buffer {
  if (bytes === null) {
    throw new Failure('content.lost', `nothing lies under ${sha256}, which the ledger knows`, {
      nextStep: 'restore it from a backup of the bucket, or hand the same file in again',
    });
  }
  if (sha256Hex(bytes) === sha256) return bytes;
  throw new Failure('content.altered', `what lies under ${sha256} has another hash`, {
    nextStep:
      'restore it from a backup, or hand the same file in again; find out who can write where it lies',
  });
}
