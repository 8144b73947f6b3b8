/** Nobody changes the book: not the services by their roles, nor the owner by a slip. */
import { Client } from 'pg';
import { DATABASE_ROLES } from '../../libs/ledger';
import { decidedOn, newCommand, recordingOf, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ mode: 'drill', deploymentId: 'rights' });
  const ledger = database.ledger();
  const stream = roundOf('rights');
  await ledger.accept([newCommand('c-1', stream)]);
  const { waiting } = await ledger.take(stream);
  await ledger.record(recordingOf(stream, 0, [decidedOn(waiting[0]!)]));
});
afterAll(() => database.drop());

async function attempt(url: string, statement: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

const PERMISSION = '42501';
const APPEND_ONLY = 'DD005';

const CHANGES = {
  UPDATE: `UPDATE ledger.entries SET bytes = '{}'`,
  'UPDATE of nothing': `UPDATE ledger.entries SET bytes = '{}' WHERE false`,
  DELETE: `DELETE FROM ledger.entries`,
  TRUNCATE: `TRUNCATE ledger.entries`,
  'TRUNCATE CASCADE': `TRUNCATE ledger.entries CASCADE`,
};

const TAMPERING = {
  ...CHANGES,
  'DROP TRIGGER': `DROP TRIGGER entries_never_change ON ledger.entries`,
  'DISABLE TRIGGER': `ALTER TABLE ledger.entries DISABLE TRIGGER ALL`,
  'replacing the trigger function': `CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
  'DROP TABLE': `DROP TABLE ledger.entries`,
  'replication mode': `SET session_replication_role = replica`,
  'changing the stamp': `UPDATE work.deployment SET mode = 'live'`,
  'making a schema': `CREATE SCHEMA mine`,
};

describe.each(DATABASE_ROLES)('as %s', (role) => {
  test.each(Object.entries(TAMPERING))('%s is refused', async (_name, statement) => {
    expect(await attempt(database.urlAs(role), statement)).toBe(PERMISSION);
  });

  test('the book can be read', async () => {
    expect(await attempt(database.urlAs(role), 'SELECT * FROM ledger.entries')).toBe('done');
  });
});

test.each(DATABASE_ROLES.filter((role) => role !== 'dondoc_worker'))(
  '%s cannot append to the book, decide a command or set a wake-up',
  async (role) => {
    const url = database.urlAs(role);
    const append = `INSERT INTO ledger.entries SELECT seq + 1, stream, version + 1, id, type, bytes, hash, recorded_at
      FROM ledger.entries`;
    expect(await attempt(url, append)).toBe(PERMISSION);
    expect(await attempt(url, `UPDATE work.command_log SET accepted = true`)).toBe(PERMISSION);
    expect(await attempt(url, `DELETE FROM work.wakeups`)).toBe(PERMISSION);
  },
);

test.each(DATABASE_ROLES)(
  '%s cannot change a command or take one out of the tray',
  async (role) => {
    const url = database.urlAs(role);
    expect(await attempt(url, `UPDATE work.command_log SET data = '{}'`)).toBe(PERMISSION);
    expect(await attempt(url, `DELETE FROM work.command_log`)).toBe(PERMISSION);
  },
);

test.each(['dondoc_worker', 'dondoc_projector', 'dondoc_reactor'] as const)(
  '%s cannot read personal values',
  async (role) => {
    expect(await attempt(database.urlAs(role), `SELECT * FROM work.erasable`)).toBe(PERMISSION);
  },
);

test.each(Object.entries(CHANGES))('even the owner’s %s is refused', async (_name, statement) => {
  expect(await attempt(database.url, statement)).toBe(APPEND_ONLY);
});

test('the owner’s session in replication mode is refused as well', async () => {
  const statement = `SET session_replication_role = replica; DELETE FROM ledger.entries`;
  expect(await attempt(database.url, statement)).toBe(APPEND_ONLY);
});

test.each([
  [`UPDATE work.deployment SET mode = 'live', seed = NULL`],
  [`UPDATE work.deployment SET seed = 'another'`],
  [`DELETE FROM work.deployment`],
  [`TRUNCATE work.deployment`],
])('a drill cannot become another deployment by %s', async (statement) => {
  expect(await attempt(database.url, statement)).toBe('DD001');
});

test('where the trigger is taken away the same statement goes through: the guard is what refuses', async () => {
  const statement = `BEGIN; DROP TRIGGER entries_never_change ON ledger.entries;
    DELETE FROM ledger.entries; ROLLBACK`;
  expect(await attempt(database.url, statement)).toBe('done');
});

test('an entry whose id is not its stream and version is refused by the table itself', async () => {
  const statement = `INSERT INTO ledger.entries SELECT 99, stream, 99, 'other', type, bytes, hash, recorded_at
    FROM ledger.entries LIMIT 1`;
  expect(await attempt(database.urlAs('dondoc_worker'), statement)).toBe('23514');
});
