/**
 * Brings a database up to this program's schema and stamps it as drill or live. Safe to repeat and to run from several
 * processes at once; refuses a schema newer than the program, a migration changed after the fact, and another stamp.
 */
import type { Client } from 'pg';
import type { Instant } from '../domain';
import { checkedInstant } from './checked-instant';
import { Failure } from './failure';
import type { Deployment } from './ledger';
import { migrationFolders, readMigrations, type Migration } from './migrations';
import { withOwner } from './owner';
import { ensureRoles, type Passwords } from './roles';

export type MigrateOptions = Stamp & {
  /** Default: every library's and app's. */
  readonly folders?: readonly string[];
  readonly passwords?: Passwords;
};

export type Stamp = {
  readonly mode: 'drill' | 'live';
  readonly deploymentId: string;
  /** A drill's; default: the deployment's id. */
  readonly seed?: string;
  /** Default: wall. Only a drill may have a told clock. */
  readonly clock?: 'wall' | 'told';
  /** The first instant of a told clock; it can also be told later. */
  readonly startsAt?: Instant;
};

export type Migrated = { readonly applied: readonly string[]; readonly deployment: Deployment };

/** One migration at a time in a database. */
const LOCK = 'SELECT pg_advisory_lock(7406000, 2)';

/** @param adminUrl connects as the owner of the database */
export async function migrate(adminUrl: string, options: MigrateOptions): Promise<Migrated> {
  return asOwner(adminUrl, async (client) => {
    const applied = await upgradeUnderLock(client, options);
    return { applied, deployment: await stamp(client, options) };
  });
}

type Upgrading = Pick<MigrateOptions, 'folders' | 'passwords'> & {
  /** These migrations alone, of those that are known; default: all. */
  readonly only?: readonly number[];
};

/** Only the schema, without a stamp: for a template of which databases are made, and for one that is restored. */
export async function upgradeSchema(
  adminUrl: string,
  options: Upgrading = {},
): Promise<readonly string[]> {
  return asOwner(adminUrl, (client) => upgradeUnderLock(client, options));
}

function asOwner<Result>(
  adminUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  return withOwner(adminUrl, 'migrate', async (client) => {
    await client.query(LOCK);
    return work(client);
  });
}

async function upgradeUnderLock(
  client: Client,
  { folders = migrationFolders(), passwords = {}, only }: Upgrading,
): Promise<string[]> {
  const known = readMigrations(folders);
  await client.query(`CREATE SCHEMA IF NOT EXISTS work`);
  await client.query(`CREATE TABLE IF NOT EXISTS work.migrations (
    number integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
  const { rows: done } = await client.query<Omit<Migration, 'sql'>>(
    'SELECT number, name, sha256 FROM work.migrations ORDER BY number',
  );
  refuseOther(done, known);
  await ensureRoles(client, passwords);
  const numbers = new Set(done.map((migration) => migration.number));
  const wanted = new Set(only ?? known.map((migration) => migration.number));
  const missing = known.filter(({ number }) => wanted.has(number) && !numbers.has(number));
  for (const migration of missing) await apply(client, migration);
  return missing.map((migration) => migration.name);
}

function refuseOther(done: readonly Omit<Migration, 'sql'>[], known: readonly Migration[]): void {
  const byNumber = new Map(known.map((migration) => [migration.number, migration]));
  for (const { number, name, sha256 } of done) {
    const mine = byNumber.get(number);
    if (mine === undefined) {
      throw new Failure(
        'schema.newer',
        `the database has migration ${name}, which this program does not know: ` +
          `start the newer program, or restore a backup made before the upgrade`,
      );
    }
    if (mine.sha256 !== sha256) {
      throw new Failure(
        'schema.changed',
        `migration ${name} was changed after it was applied: put its text back and add a new migration`,
      );
    }
  }
}

async function apply(client: Client, { number, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO work.migrations (number, name, sha256) VALUES ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Failure(
      'migration.failed',
      `migration ${name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

async function stamp(client: Client, wanted: Stamp): Promise<Deployment> {
  const { mode, deploymentId, clock = 'wall', seed = deploymentId, startsAt } = wanted;
  if (mode === 'live' && (clock === 'told' || wanted.seed !== undefined)) {
    throw new Failure(
      'deployment.live-keeps-wall-time',
      'a live system has neither a told clock nor a seed: leave both out, or make it a drill',
    );
  }
  await client.query(
    `INSERT INTO work.deployment (id, mode, clock, seed, told_now) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (only_row) DO NOTHING`,
    [
      deploymentId,
      mode,
      clock,
      mode === 'drill' ? seed : null,
      clock === 'told' && startsAt ? checkedInstant(startsAt, 'startsAt') : null,
    ],
  );
  const { rows } = await client.query<Deployment>(
    'SELECT id, mode, clock, seed FROM work.deployment',
  );
  const stamped = rows[0]!;
  refuseMismatch(stamped, wanted);
  return stamped;
}

function refuseMismatch(stamped: Deployment, wanted: Stamp): void {
  if (stamped.mode !== wanted.mode) {
    throw new Failure(
      'deployment.mode-mismatch',
      `this database belongs to a ${stamped.mode} deployment ("${stamped.id}") and was opened as ${wanted.mode}: ` +
        `a drill never becomes live, nor a live system a drill; use another database`,
    );
  }
  const facts = [
    ['id', stamped.id, wanted.deploymentId],
    ['clock', stamped.clock, wanted.clock],
    ['seed', stamped.seed, wanted.seed],
  ] as const;
  for (const [name, is, asked] of facts) {
    if (asked === undefined || asked === is) continue;
    throw new Failure(
      'deployment.other',
      `this database is stamped with another ${name} than was asked for (its id is "${stamped.id}"): ` +
        `use that deployment's settings, or another database`,
    );
  }
}
