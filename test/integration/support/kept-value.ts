/** A personal value kept without a command, for tests of what becomes of values. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { sha256Hex } from '../../../libs/audit';

/** Answers its token. */
export async function keepValue(owner: Pool, value: string): Promise<string> {
  const salt = randomBytes(32);
  const token = `pii:${sha256Hex(Buffer.concat([salt, Buffer.from(value, 'utf8')]))}`;
  await owner.query('INSERT INTO work.erasable (token, salt, value) VALUES ($1, $2, $3)', [
    ...[token, salt, value],
  ]);
  return token;
}
