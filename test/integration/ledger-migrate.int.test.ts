/** A database is brought up to the program's schema once, by whoever comes first, and never mistaken for another. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate, migrationFolders, readMigrations, type Stamp } from '../../libs/ledger';
import { LEDGER_MIGRATIONS, testDatabase, type TestDatabase } from './support/ledger-database';
import { describeSchema } from './support/schema-dump';

const DRILL: Stamp = { mode: 'drill', deploymentId: 'one', seed: 'seed-1' };
const NAMES = readMigrations(LEDGER_MIGRATIONS).map((migration) => migration.name);

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await testDatabase('empty');
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const up = (stamp: Stamp = DRILL, more: readonly string[] = []) =>
  migrate(database.url, { ...stamp, folders: [...LEDGER_MIGRATIONS, ...more] });

test('an empty database gets every migration once; a repeat does nothing', async () => {
  expect(await up()).toEqual({
    applied: NAMES,
    deployment: { id: 'one', mode: 'drill', clock: 'wall', seed: 'seed-1' },
  });
  expect((await up()).applied).toEqual([]);
});

test('several processes that migrate at once apply every migration once', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => up()));
  expect(all.flatMap((each) => each.applied)).toEqual(NAMES);
});

test('migrations of several folders are applied in order of number', async () => {
  writeFileSync(join(folder, '0100-later.sql'), 'CREATE TABLE read.later (id text);');
  await up();
  expect((await up(DRILL, [folder])).applied).toEqual(['0100-later.sql']);
});

test('tables of the read schema are the projector’s to write and the api’s to read', async () => {
  writeFileSync(join(folder, '0100-rows.sql'), 'CREATE TABLE read.rows (id text);');
  await migrate(database.url, {
    ...DRILL,
    folders: [...LEDGER_MIGRATIONS, folder],
    passwords: { dondoc_projector: 'dondoc-test', dondoc_api: 'dondoc-test' },
  });
  await database.pool('dondoc_projector').query(`INSERT INTO read.rows VALUES ('1')`);
  const api = database.pool('dondoc_api');
  expect((await api.query('SELECT * FROM read.rows')).rows).toEqual([{ id: '1' }]);
  await expect(api.query(`INSERT INTO read.rows VALUES ('2')`)).rejects.toMatchObject({
    code: '42501',
  });
});

test('a schema newer than the program is refused', async () => {
  writeFileSync(join(folder, '0099-newer.sql'), 'SELECT 1;');
  await up(DRILL, [folder]);
  await expect(up()).rejects.toMatchObject({
    code: 'schema.newer',
    message: expect.stringContaining('start the newer program') as string,
  });
});

test('a migration changed after it was applied is refused', async () => {
  writeFileSync(join(folder, '0099-changing.sql'), 'SELECT 1;');
  await up(DRILL, [folder]);
  writeFileSync(join(folder, '0099-changing.sql'), 'SELECT 2;');
  await expect(up(DRILL, [folder])).rejects.toMatchObject({ code: 'schema.changed' });
});

test('a migration that fails leaves nothing of itself behind', async () => {
  writeFileSync(join(folder, '0099-broken.sql'), 'CREATE TABLE work.half (id text); SELECT 1/0;');
  await expect(up(DRILL, [folder])).rejects.toMatchObject({
    code: 'migration.failed',
    message: expect.stringContaining('0099-broken.sql') as string,
  });
  const pool = database.pool();
  expect((await pool.query(`SELECT to_regclass('work.half') AS half`)).rows).toEqual([
    { half: null },
  ]);
});

test.each<[string, Stamp, Stamp, string]>([
  ['a drill opened as live', DRILL, { mode: 'live', deploymentId: 'one' }, 'mode-mismatch'],
  [
    'a live system opened as a drill',
    { mode: 'live', deploymentId: 'one' },
    DRILL,
    'mode-mismatch',
  ],
  ['another deployment', DRILL, { ...DRILL, deploymentId: 'two' }, 'other'],
  ['another seed', DRILL, { ...DRILL, seed: 'seed-2' }, 'other'],
  ['another clock', DRILL, { ...DRILL, clock: 'told' }, 'other'],
])('%s is refused', async (_name, first, second, code) => {
  await up(first);
  await expect(up(second)).rejects.toMatchObject({ code: `deployment.${code}` });
  expect((await up(first)).applied).toEqual([]);
});

test.each<[string, Stamp]>([
  ['a told clock', { mode: 'live', deploymentId: 'one', clock: 'told' }],
  ['a seed', { mode: 'live', deploymentId: 'one', seed: 's' }],
])('a live system cannot have %s', async (_name, stamp) => {
  await expect(up(stamp)).rejects.toMatchObject({ code: 'deployment.live-keeps-wall-time' });
});

test('the folders of all libraries are found and their numbers do not collide', () => {
  const folders = migrationFolders();
  expect(folders).toEqual(expect.arrayContaining([...LEDGER_MIGRATIONS]));
  expect(readMigrations(folders)[0]?.name).toBe('0001-ledger.sql');
});

test('the schema is the committed one', async () => {
  await up();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    expect(await describeSchema(client, ['ledger', 'work'])).toMatchSnapshot();
  } finally {
    await client.end();
  }
});
