/**
 * Personal values stay outside the ledger: it holds `pii:{sha256(salt‖value)}`, and salt and value lie here, where they
 * can be erased. Without the salt the token says nothing. In a drill the salt comes from the seed and the command, so
 * that the same drill has the same tokens, and of two people of one name each has his own. Invariant: they come here in
 * the transaction of the command that names them (accept.ts), for what nobody names nobody could find to erase it.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { sha256Hex } from '../audit';
import type { Deployment, PersonalValue } from './ledger';
import { rowsOf } from './transaction';

const SALT_BYTES = 32;

export function conceal(value: string, command: string, deployment: Deployment): PersonalValue {
  const salt =
    deployment.mode === 'drill'
      ? createHmac('sha256', `salt of ${deployment.seed}`).update(`${command}\n${value}`).digest()
      : randomBytes(SALT_BYTES);
  const token = `pii:${sha256Hex(Buffer.concat([salt, Buffer.from(value, 'utf8')]))}`;
  return { token, salt, value };
}

export async function reveal(
  pool: Pool,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (tokens.length === 0) return new Map();
  const rows = await rowsOf<{ token: string; value: string }>(
    pool,
    `SELECT token, value FROM work.erasable WHERE token = ANY ($1) AND value IS NOT NULL`,
    [tokens],
  );
  return new Map(rows.map(({ token, value }) => [token, value]));
}

/** Whether a value was ever kept under the token, erased since or not. */
export async function isKept(pool: Pool, token: string): Promise<boolean> {
  const rows = await rowsOf(pool, `SELECT 1 FROM work.erasable WHERE token = $1`, [token]);
  return rows.length > 0;
}

export async function erase(pool: Pool, token: string): Promise<void> {
  await rowsOf(
    pool,
    `UPDATE work.erasable SET salt = NULL, value = NULL, erased_at = clock_timestamp()
     WHERE token = $1 AND erased_at IS NULL`,
    [token],
  );
}
