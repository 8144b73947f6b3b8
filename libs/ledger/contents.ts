/** Texts and files by the SHA-256 of their bytes; letters that could not be read, with the reason. */
import type { Pool } from 'pg';
import { sha256Hex } from '../audit';
import type { DeadLetter } from './ledger';
import { rowsOf } from './transaction';

/** The same bytes are kept once, with the media type they first came with: that one is answered. */
export async function putContent(
  pool: Pool,
  bytes: Uint8Array,
  mediaType: string,
): Promise<{ sha256: string; size: number; mediaType: string }> {
  const sha256 = sha256Hex(bytes);
  await rowsOf(
    pool,
    `INSERT INTO work.content (sha256, media_type, size, bytes) VALUES ($1, $2, $3, $4)
     ON CONFLICT (sha256) DO NOTHING`,
    [sha256, mediaType, bytes.byteLength, Buffer.from(bytes)],
  );
  const [held] = await rowsOf<{ mediaType: string }>(
    pool,
    'SELECT media_type AS "mediaType" FROM work.content WHERE sha256 = $1',
    [sha256],
  );
  return { sha256, size: bytes.byteLength, mediaType: held!.mediaType };
}

export async function getContent(
  pool: Pool,
  sha256: string,
): Promise<{ mediaType: string; bytes: Buffer } | null> {
  const [row] = await rowsOf<{ mediaType: string; bytes: Buffer }>(
    pool,
    `SELECT media_type AS "mediaType", bytes FROM work.content WHERE sha256 = $1`,
    [sha256],
  );
  return row ?? null;
}

/** Once, however often the same letter comes from the same place. */
export async function deadLetter(pool: Pool, letter: DeadLetter): Promise<void> {
  const { source, bytes, reason, withheld = false } = letter;
  await rowsOf(
    pool,
    `INSERT INTO work.dead_letters (source, sha256, bytes, reason) VALUES ($1, $2, $3, $4)
     ON CONFLICT (source, sha256) DO NOTHING`,
    [source, sha256Hex(bytes), withheld ? Buffer.alloc(0) : Buffer.from(bytes), reason],
  );
}

export async function deadLetterCount(pool: Pool): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    pool,
    'SELECT count(*)::int AS count FROM work.dead_letters',
  );
  return row!.count;
}
