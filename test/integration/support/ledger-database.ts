/**
 * A database of its own per test file, cloned from a migrated template, on the PostgreSQL server that the suite's
 * global setup has started. Dropped at the end.
 */
import { randomBytes } from 'node:crypto';
import { Client, Pool, type PoolConfig } from 'pg';
import {
  DATABASE_ROLES,
  createLedger,
  migrate,
  migrationFolders,
  readMigrations,
  upgradeSchema,
  type DatabaseRole,
  type Ledger,
  type Passwords,
  type Stamp,
} from '../../../libs/ledger';
import { sha256Hex } from '../../../libs/audit';
import { adminUrl } from '../../support/servers';

export const TEST_PASSWORD = 'dondoc-test';

const PASSWORDS: Passwords = Object.fromEntries(
  DATABASE_ROLES.map((role) => [role, TEST_PASSWORD]),
);

/** Only the ledger's own migrations: other libraries test theirs. */
export const LEDGER_MIGRATIONS = migrationFolders().filter((folder) =>
  folder.includes('/libs/ledger/'),
);

export type TestDatabase = {
  /** As the owner. */
  readonly url: string;
  urlAs(role: DatabaseRole): string;
  pool(role?: DatabaseRole, config?: PoolConfig): Pool;
  /** A ledger on a pool of its own, as the worker unless said otherwise. */
  ledger(role?: DatabaseRole): Ledger;
  drop(): Promise<void>;
};

/** Without a stamp: an empty database without any schema. */
export async function testDatabase(stamp: Stamp | 'empty'): Promise<TestDatabase> {
  const name = `dondoc_test_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    const template = stamp === 'empty' ? 'template0' : await ensureTemplate(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`);
  });
  const url = urlOf(name);
  if (stamp !== 'empty') await migrate(url, { ...stamp, folders: LEDGER_MIGRATIONS });
  return handle(name, url);
}

function handle(name: string, url: string): TestDatabase {
  const pools: Pool[] = [];
  const ledgers: Ledger[] = [];
  const urlAs = (role: DatabaseRole) => urlOf(name, { user: role, password: TEST_PASSWORD });
  const pool = (role?: DatabaseRole, config: PoolConfig = {}) => {
    const made = new Pool({ connectionString: role ? urlAs(role) : url, max: 10, ...config });
    made.on('error', () => undefined);
    pools.push(made);
    return made;
  };
  return {
    url,
    urlAs,
    pool,
    ledger(role = 'dondoc_worker') {
      const made = createLedger({ pool: pool(role) });
      ledgers.push(made);
      return made;
    },
    async drop() {
      await Promise.all(ledgers.map((ledger) => ledger.close()));
      await Promise.all(pools.map((each) => each.end()));
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** Named by what the migrations say, so that a changed migration makes a new one. */
async function ensureTemplate(client: Client): Promise<string> {
  const migrations = readMigrations(LEDGER_MIGRATIONS);
  const name = `dondoc_template_${sha256Hex(migrations.map((each) => each.sha256).join()).slice(0, 16)}`;
  await client.query('SELECT pg_advisory_lock(7406000, 3)');
  const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rows.length === 0) {
    const making = `${name}_making`;
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${making} TEMPLATE template0 ENCODING 'UTF8'`);
    await upgradeSchema(urlOf(making), { folders: LEDGER_MIGRATIONS, passwords: PASSWORDS });
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  }
  return name;
}

async function onServer<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string, as?: { user: string; password: string }): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  if (as !== undefined) {
    url.username = as.user;
    url.password = as.password;
  }
  return url.href;
}
