/** Letters that could not be read, with the reason. */
import type { Pool } from 'pg';
import { sha256Hex } from '../audit';
import type { DeadLetter } from './ledger';
import { rowsOf } from './transaction';

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
