/** Texts and files by the SHA-256 of their bytes; letters that could not be read, with the reason. */
import type { Pool } from 'pg';
import { sha256Hex } from '../audit';
import { rowsOf } from './transaction';

export async function putContent(
  pool: Pool,
  bytes: Uint8Array,
  mediaType: string,
): Promise<{ sha256: string; size: number }> {
  const sha256 = sha256Hex(bytes);
  await rowsOf(
    pool,
    `INSERT INTO work.content (sha256, media_type, size, bytes) VALUES ($1, $2, $3, $4)
     ON CONFLICT (sha256) DO NOTHING`,
    [sha256, mediaType, bytes.byteLength, Buffer.from(bytes)],
  );
  return { sha256, size: bytes.byteLength };
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

export async function deadLetter(
  pool: Pool,
  { source, bytes, reason }: { source: string; bytes: Uint8Array | string; reason: string },
): Promise<void> {
  await rowsOf(pool, `INSERT INTO work.dead_letters (source, bytes, reason) VALUES ($1, $2, $3)`, [
    source,
    Buffer.from(bytes as Uint8Array),
    reason,
  ]);
}
