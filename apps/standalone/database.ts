/** The deployment's database: created when it is not there, migrated, stamped as drill or live. */
import { Client } from 'pg';
import { migrate } from '../../libs/ledger';
import { DRILL_START } from '../../samples';
import type { RolePasswords } from './passwords';

export type DatabaseSettings = {
  readonly adminUrl: string;
  readonly mode: 'drill' | 'live';
  readonly passwords: RolePasswords;
};

export const DRILL_SEED = 'dondoc-drill-1';

/** Answers the URL of the database as its owner. */
export async function prepareDatabase(settings: DatabaseSettings): Promise<string> {
  const { adminUrl, mode, passwords } = settings;
  const url = new URL(adminUrl);
  url.pathname = `/dondoc_${mode}`;
  await createDatabase(adminUrl, `dondoc_${mode}`);
  await migrate(url.href, {
    mode,
    deploymentId: mode,
    passwords,
    ...(mode === 'drill' ? { seed: DRILL_SEED, clock: 'told', startsAt: DRILL_START } : {}),
  });
  return url.href;
}

async function createDatabase(adminUrl: string, name: 'dondoc_drill' | 'dondoc_live') {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    }
  } finally {
    await client.end();
  }
}
