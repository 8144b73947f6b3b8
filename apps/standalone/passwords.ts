/** The password of each service's database role: made once per data folder, read by its owner alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_ROLES, type DatabaseRole } from '../../libs/ledger';

export type RolePasswords = { readonly [role in DatabaseRole]: string };

export function rolePasswords(dataDir: string): RolePasswords {
  const file = join(dataDir, 'roles.json');
  const held = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RolePasswords) : null;
  if (held !== null && DATABASE_ROLES.every((role) => held[role] !== undefined)) return held;
  const made = Object.fromEntries(
    DATABASE_ROLES.map((role) => [role, held?.[role] ?? randomBytes(24).toString('base64url')]),
  ) as RolePasswords;
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** The admin's URL with another database and role. */
export function urlAs(adminUrl: string, as: { role: string; password: string }): string {
  const url = new URL(adminUrl);
  url.username = as.role;
  url.password = as.password;
  return url.href;
}
