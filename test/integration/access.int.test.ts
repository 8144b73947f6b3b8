/** Who read what: recorded before a byte leaves the door, shown to auditors and the operator, and part of no directive's timeline. */
import { createWayIn, decideStream } from '../../libs/commands';
import { deciderOf, step, type Access } from '../../libs/domain';
import { CLERK, DRAFT } from '../../libs/domain/testing/directive-07';
import { createReads, type Reads } from '../../libs/readmodel';
import { expectProblem } from './support/api-fixtures';
import { ask, read, startDoor, type Door } from './support/api-process';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const AUDITOR = 'kt-1;auditor;';

async function handIn(door: Door): Promise<string> {
  const headers = { 'content-type': 'text/plain' };
  const { body } = await ask(door.url, '/v1/content', { body: 'x', headers });
  return `/v1/content/${String(body.sha256)}`;
}

const fetched = (door: Door, path: string, actor?: string) =>
  fetch(new URL(path, door.url), actor ? { headers: { 'x-dondoc-actor': actor } } : {});

describe('at the door', () => {
  let door: Door;
  beforeAll(async () => {
    door = await startDoor('evidence');
  });
  afterAll(() => door.stop());

  test('a file that is fetched leaves one record each time, known by its receipt', async () => {
    const path = await handIn(door);
    expect(await (await fetched(door, path, AUDITOR)).text()).toBe('x');
    expect(await (await fetched(door, path)).text()).toBe('x');
    for (const id of ['c-1', 'c-2']) {
      expect((await read(door.url, `/v1/commands/${id}`)).body).toMatchObject({
        type: 'RecordAccess',
        stream: 'access/2018-12-10',
        outcome: { events: ['AccessRecorded'] },
      });
    }
  });

  test('evidence that is taken is on record by what it holds', async () => {
    const { status } = await fetched(door, '/v1/evidence?all=true', AUDITOR);
    expect(status).toBe(200);
    expect((await read(door.url, '/v1/commands/c-3')).body).toMatchObject({ type: 'RecordAccess' });
  });

  test('whoever gives a name gives a right one', async () => {
    const got = await fetched(door, await handIn(door), 'me;emperor;');
    expect([got.status, await got.json()]).toMatchObject([400, { code: 'actor.malformed' }]);
  });

  test('the record itself is for auditors and the operator alone', async () => {
    const as = (actor: string) => fetched(door, '/v1/access', actor);
    expect((await as(AUDITOR)).status).toBe(200);
    expect((await as('op;operator;')).status).toBe(200);
    expect([(await as('x;clerk;bca')).status, (await fetched(door, '/v1/access')).status]).toEqual([
      403, 401,
    ]);
  });
});

test('what cannot be recorded is not read: no byte of it leaves', async () => {
  const door = await startDoor('database-down');
  try {
    const answer = await read(door.url, await handIn(door));
    expectProblem(answer, 503, 'part.down');
  } finally {
    await door.stop();
  }
});

describe('in the read model', () => {
  const HASH = 'c'.repeat(64);
  const auditor = { id: 'kt-1', role: 'auditor' as const, unit: null };
  const access = (part: Partial<Access>): Access => ({
    ...{ what: 'content', subject: HASH, directive: null, range: null, values: null },
    ...{ reader: auditor, reason: null, ...part },
  });
  let database: ReadmodelDatabase;
  let reads: Reads;

  beforeAll(async () => {
    const at = '2026-03-01T20:00:00.000Z';
    database = await readmodelDatabase('access', at);
    reads = createReads(database.pool);
    await register(at);
    const wayIn = createWayIn(database.ledger);
    const all = [
      access({}),
      access({ subject: 'd'.repeat(64), reader: null }),
      access({ what: 'personal', subject: 'k-1', values: 2 }),
      access({ what: 'evidence', subject: 'd-07', directive: 'd-07', range: { from: 1, to: 4 } }),
    ];
    for (const [at, data] of all.entries()) {
      const actor = { id: 'api', role: 'system' as const, unit: null };
      const asked = { type: 'RecordAccess', stream: 'access/2026-03-02', data, actor };
      await wayIn.submitAt(`2026-03-02T02:0${at}:00.000Z`, [
        { ...asked, idempotencyKey: `k${at}` },
      ]);
    }
    await decideStream(database.ledger, 'access/2026-03-02', { decidersHash: 'test' });
    await database.projectNew();
  });
  afterAll(() => database.drop());

  async function register(at: string) {
    const stream = 'directive/d-07';
    const [source] = DRAFT.sources;
    const draft = { ...DRAFT, sources: [{ ...source!, sha256: HASH }] };
    const times = { receivedAt: at, effectiveAt: at };
    const command = {
      ...{ id: 'c', stream, type: 'RegisterDirective', data: { draft, duties: [] } },
      ...{ actor: CLERK, ...times },
    };
    const start = { state: deciderOf(stream).initial, version: 0 };
    const { decided } = step(deciderOf(stream), start, { waiting: [command], now: at }, stream);
    await database.record(stream, decided);
  }

  const listed = async (filter: Parameters<Reads['accesses']>[0]) =>
    (await reads.accesses(filter)).items.map(({ what, subject }) => [what, subject]);

  test('the latest stands first, and a page goes on where the last one ended', async () => {
    const { items, next } = await reads.accesses({ limit: 3 });
    expect(items.map(({ what }) => what)).toEqual(['evidence', 'personal', 'content']);
    expect(items[0]).toMatchObject({ range: { from: 1, to: 4 }, reader: auditor });
    const [first] = (await reads.accesses({ limit: 3, cursor: next })).items;
    expect(first).toMatchObject({ subject: HASH, values: null });
  });

  test('of a directive: what is named by it, and the files that its entries name', async () => {
    expect(await listed({ directive: 'd-07' })).toEqual([
      ['evidence', 'd-07'],
      ['content', HASH],
    ]);
  });

  test('of one reader, of one kind, of one subject', async () => {
    expect(await listed({ reader: 'kt-1', what: 'content' })).toEqual([['content', HASH]]);
    expect(await listed({ subject: 'k-1' })).toEqual([['personal', 'k-1']]);
  });

  test('nothing of it stands among what happened, of the directive or at all', async () => {
    const { items } = await reads.timeline({});
    expect(items.map(({ type }) => type)).toEqual(['DirectiveRegistered']);
    expect(await database.ledger.entriesOfPrefixes(['directive/d-07'])).toHaveLength(2);
  });
});
