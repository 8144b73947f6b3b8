/** The migration as docker-compose.yml runs it: a process of its own, safe to repeat. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { composeFile, ROOT, SECRETS } from '../compose/compose-file';
import { adminUrl } from '../support/servers';
import { TEST_PASSWORD } from './support/ledger-database';

const DATABASE = 'migrate_command';
/** Roles belong to the whole shared server: every test gives them the same password. */
const secrets = Object.entries(SECRETS).map(([name, secret]) => [
  name,
  name.startsWith('DONDOC_PASSWORD_') ? TEST_PASSWORD : secret,
]);
const { services } = composeFile(Object.fromEntries(secrets) as Record<string, string>);

async function migrated(): Promise<{ code: number | null; said: string }> {
  const [command = '', ...args] = services.migrate?.command ?? [];
  const child = spawn(command === 'node' ? process.execPath : command, args, {
    cwd: ROOT,
    env: {
      ...services.migrate?.environment,
      DONDOC_MIGRATION_DATABASE_URL: urlOf(DATABASE),
      PATH: process.env.PATH ?? '',
      TZ: 'UTC',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist', '.built'))) throw new Error('run npm run build first');
  await onServer(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await onServer(`CREATE DATABASE ${DATABASE}`);
});

afterAll(() => onServer(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`));

test('the migration prepares the database, and a repeat changes nothing', async () => {
  expect(await migrated()).toEqual({ code: 0, said: expect.stringMatching(/"applied":\["/) });
  expect(await migrated()).toEqual({ code: 0, said: expect.stringMatching(/"applied":\[\]/) });
});
