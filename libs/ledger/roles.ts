/**
 * The database roles of the processes. A role belongs to the whole PostgreSQL server, its rights to one database: so
 * roles are made here, rights in the migrations.
 */
import type { Client } from 'pg';
import { sqlState } from './failure';

export const DATABASE_ROLES = [
  'dondoc_api',
  'dondoc_worker',
  'dondoc_relay',
  'dondoc_projector',
  'dondoc_reactor',
  'dondoc_notifier',
  'dondoc_checkpointer',
] as const;

export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** A role without a password here keeps the one it has; a new one cannot log in until it gets one. */
export type Passwords = { readonly [Role in DatabaseRole]?: string };

const ATTEMPTS = 10;
/** Another database of the same server creates or alters the same role at this moment. */
const SOMEBODY_ELSE = new Set(['42710', '23505', 'XX000']);

export async function ensureRoles(client: Client, passwords: Passwords): Promise<void> {
  for (const role of DATABASE_ROLES) await ensureRole(client, role, passwords[role]);
}

async function ensureRole(client: Client, role: string, password?: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN`);
      if (password !== undefined) {
        await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
      }
      return;
    } catch (error) {
      if (!SOMEBODY_ELSE.has(sqlState(error) ?? '') || attempt === ATTEMPTS) throw error;
    }
  }
}
