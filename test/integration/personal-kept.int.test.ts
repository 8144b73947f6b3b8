/** A personal value is kept with the command that names it, or not at all: whoever fails in between, and whoever asks twice. */
import { createWayIn, type Request } from '../../libs/commands';
import { OPERATOR } from '../../libs/domain/testing/scene';
import type { Ledger } from '../../libs/ledger';
import { unit } from '../e2e/support/office-story';
import { testDatabase, type TestDatabase } from './support/ledger-database';

let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  // In a drill a value has the same token each time it is asked: only a live deployment can lose one.
  database = await testDatabase({ mode: 'live', deploymentId: 'personal-live' });
  ledger = database.ledger('dondoc_api');
});
afterAll(() => database.drop());

const registering = (id: string, ...emails: readonly string[]): Request => ({
  ...{ type: 'RegisterUnits', stream: 'org', data: { units: [unit(id, emails)] } },
  ...{ actor: OPERATOR, idempotencyKey: `key-${id}` },
});

/** What is kept, and what the log names. */
async function tokens(): Promise<{ readonly kept: string[]; readonly named: string[] }> {
  const pool = database.pool();
  const all = async (query: string) => (await pool.query<{ token: string }>(query)).rows;
  const kept = await all('SELECT token FROM work.erasable');
  const named = await all(
    `SELECT DISTINCT (regexp_matches(data::text, 'pii:[0-9a-f]{64}', 'g'))[1] AS token FROM work.command_log`,
  );
  return { kept: kept.map((it) => it.token).sort(), named: named.map((it) => it.token).sort() };
}

async function everyKeptIsNamed(count: number): Promise<void> {
  const { kept, named } = await tokens();
  expect(kept).toEqual(named);
  expect(kept).toHaveLength(count);
}

test('a caller whose first try died before it was written down leaves one value, that of the command', async () => {
  const dies = createWayIn({ ...ledger, accept: () => Promise.reject(new Error('killed')) });
  const request = registering('nga-son', 'an@nga-son.vn');
  await expect(dies.submit(request)).rejects.toThrow('killed');
  await everyKeptIsNamed(0);
  expect(await createWayIn(ledger).submit(request)).toMatchObject({ result: 'accepted' });
  await everyKeptIsNamed(1);
  const { named } = await tokens();
  expect([...(await ledger.reveal(named)).values()]).toEqual(['an@nga-son.vn']);
});

test('of two callers at one time with one key, one is kept and the other is a repeat', async () => {
  const request = registering('tinh-gia', 'an@tinh-gia.vn', 'binh@tinh-gia.vn');
  const [one, other] = [createWayIn(ledger), createWayIn(database.ledger('dondoc_relay'))];
  const alike = [one, one, other].map((wayIn) => wayIn.submit(request));
  const results = (await Promise.all(alike)).map(({ result }) => result);
  expect(results.sort()).toEqual(['accepted', 'repeat', 'repeat']);
  await everyKeptIsNamed(3);
});

test('of two callers at one time with one key and other persons, one is refused', async () => {
  const wayIn = createWayIn(ledger);
  const results = await Promise.all([
    wayIn.submit(registering('sam-son', 'an@sam-son.vn')),
    wayIn.submit(registering('sam-son', 'binh@sam-son.vn')),
  ]);
  expect(results.map(({ result }) => result).sort()).toEqual(['accepted', 'conflict']);
  await everyKeptIsNamed(4);
});

test('of a command that is too large nothing is kept', async () => {
  const many = Array.from({ length: 500 }, (_, n) => `nguoi-${n}@hau-loc.vn`);
  await expect(createWayIn(ledger).submit(registering('hau-loc', ...many))).rejects.toMatchObject({
    code: 'entry.too-large',
  });
  await everyKeptIsNamed(4);
});
