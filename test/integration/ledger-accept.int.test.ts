/** The tray on a real PostgreSQL: what is accepted is safe, what comes twice is one, what is undecided is in order. */
import type { PoolClient } from 'pg';
import { ENTRY_LIMIT_BYTES, TRAY_LIMIT, type Ledger } from '../../libs/ledger';
import { clerk, decidedOn, newCommand, recordingOf, refused, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';

let database: TestDatabase;
let api: Ledger;
let worker: Ledger;

beforeAll(async () => {
  database = await testDatabase({ mode: 'live', deploymentId: 'accepts' });
  api = database.ledger('dondoc_api');
  worker = database.ledger('dondoc_worker');
});
afterAll(() => database.drop());

test('a command has its time of receipt, and takes effect then unless said otherwise', async () => {
  const stream = roundOf('times');
  const effectiveAt = '2018-12-18T09:59:59.000Z';
  const [now, earlier] = await api.accept([
    newCommand('times-1', stream),
    newCommand('times-2', stream, { effectiveAt, plan: { dueAt: effectiveAt }, causedBy: 'org@1' }),
  ]);
  expect(now).toMatchObject({ result: 'accepted', commandId: 'times-1' });
  expect(now!.effectiveAt).toBe(now!.receivedAt);
  expect(earlier).toMatchObject({ effectiveAt, receivedAt: now!.receivedAt });
  const tray = await worker.take(stream);
  expect(tray.waiting).toEqual([
    {
      ...{ id: 'times-2', stream, type: 'SubmitReport', data: { unit: 'nga-son' }, actor: clerk },
      ...{ receivedAt: now!.receivedAt, effectiveAt },
      ...{ plan: { dueAt: effectiveAt }, causedBy: 'org@1' },
    },
    {
      ...{ id: 'times-1', stream, type: 'SubmitReport', data: { unit: 'nga-son' }, actor: clerk },
      ...{ receivedAt: now!.receivedAt, effectiveAt: now!.receivedAt },
    },
  ]);
  expect(tray.now >= now!.receivedAt).toBe(true);
});

test('the same key and body is a repeat and gets the first answer, decided or not', async () => {
  const stream = roundOf('repeat');
  const idempotency = { key: 'k-1', bodyHash: 'h-1' };
  const [first] = await api.accept([newCommand('repeat-1', stream, { idempotency })]);
  const [second] = await api.accept([newCommand('repeat-2', stream, { idempotency })]);
  expect(second).toMatchObject({
    ...{ result: 'repeat', commandId: 'repeat-1', receivedAt: first!.receivedAt },
    record: { id: 'repeat-1', status: 'waiting' },
  });
  const { waiting } = await worker.take(stream);
  expect(waiting).toHaveLength(1);
  await worker.record(recordingOf(stream, 0, [refused(waiting[0]!)]));
  const [third] = await api.accept([newCommand('repeat-3', stream, { idempotency })]);
  expect(third?.record?.outcome).toMatchObject({
    accepted: false,
    rejection: { code: 'round.closed' },
  });
});

test('the same key with another body is a conflict', async () => {
  const stream = roundOf('conflict');
  await api.accept([
    newCommand('conflict-1', stream, { idempotency: { key: 'k', bodyHash: 'a' } }),
  ]);
  const [other] = await api.accept([
    newCommand('conflict-2', stream, { idempotency: { key: 'k', bodyHash: 'b' } }),
  ]);
  expect(other).toMatchObject({ result: 'conflict', commandId: 'conflict-1' });
  expect(await api.commandRecord('conflict-2')).toBeNull();
});

test('the same key of another actor is another command', async () => {
  const stream = roundOf('actors');
  const idempotency = { key: 'mine', bodyHash: 'a' };
  const results = await api.accept([
    newCommand('actors-1', stream, { idempotency }),
    newCommand('actors-2', stream, { idempotency, actor: { ...clerk, id: 'p-2' } }),
  ]);
  expect(results.map((each) => each.result)).toEqual(['accepted', 'accepted']);
});

test('the same id asks nothing twice, though a plan may differ; with other content it is a conflict', async () => {
  const stream = roundOf('ids');
  await api.accept([newCommand('ids-1', stream, { plan: { dueAt: 'then' } })]);
  const [again, other] = await api.accept([
    newCommand('ids-1', stream, { plan: { dueAt: 'later' } }),
    newCommand('ids-1', stream, { data: { unit: 'hau-loc' } }),
  ]);
  expect([again?.result, other?.result]).toEqual(['repeat', 'conflict']);
});

test('twins in one group and racing callers are accepted once', async () => {
  const stream = roundOf('twins');
  const twin = () => newCommand('twins-1', stream, { idempotency: { key: 't', bodyHash: 'a' } });
  const twice = await api.accept([twin(), twin()]);
  expect(twice.map((each) => each.result)).toEqual(['accepted', 'repeat']);
  const others = [api, database.ledger('dondoc_api'), database.ledger('dondoc_reactor')];
  const raced = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      others[n % 3]!.accept([
        newCommand(`race-${n}`, stream, { idempotency: { key: 'race', bodyHash: 'a' } }),
      ]),
    ),
  );
  const results = raced.flat();
  expect(results.filter((each) => each.result === 'accepted')).toHaveLength(1);
  expect(new Set(results.map((each) => each.commandId)).size).toBe(1);
});

test('what is not plain JSON fails alone', async () => {
  const stream = roundOf('plain');
  const settled = await Promise.allSettled([
    api.accept([newCommand('plain-1', stream, { data: { unit: undefined } })]),
    api.accept([newCommand('plain-2', stream, { effectiveAt: 'now' })]),
    api.accept([newCommand('plain-3\u0000', stream)]),
    api.accept([newCommand('plain-4', stream, { data: { text: '\u0000 and 😀 and đ' } })]),
  ]);
  expect(settled.map((each) => each.status)).toEqual([
    ...['rejected', 'rejected', 'rejected', 'fulfilled'],
  ]);
  expect(settled[0]).toMatchObject({ reason: { code: 'json.not-canonical', path: '$.data.unit' } });
  expect(settled[1]).toMatchObject({ reason: { code: 'instant.malformed' } });
  expect((await worker.take(stream)).waiting[0]?.data).toEqual({ text: '\u0000 and 😀 and đ' });
});

test('what could never be recorded is refused at the door', async () => {
  const stream = roundOf('door');
  const text = 'đ'.repeat(ENTRY_LIMIT_BYTES / 2);
  const large = api.accept([newCommand('door-1', stream, { data: { text } })]);
  await expect(large).rejects.toMatchObject({
    code: 'entry.too-large',
    message: expect.stringContaining(`SubmitReport to ${stream}`) as string,
  });
  for (const name of ['Vòng 1', 'directive/hai\ndòng']) {
    const accepted = api.accept([newCommand(`door ${name}`, name)]);
    await expect(accepted).rejects.toMatchObject({ code: 'stream.unknown' });
  }
  expect((await worker.take(stream)).waiting).toEqual([]);
});

test('a tray hands out 500 at once, in order of effect, receipt and id, and says that more may wait', async () => {
  const stream = roundOf('many');
  const rows = Array.from({ length: TRAY_LIMIT + 1 }, (_, n) =>
    newCommand(`many-${String(n).padStart(4, '0')}`, stream),
  );
  const last = newCommand('many-last', stream, { effectiveAt: '2014-01-01T00:00:00.000Z' });
  await api.accept([...rows.toReversed(), last]);
  const tray = await worker.take(stream);
  expect(tray).toMatchObject({ full: true });
  expect(tray.waiting.map((command) => command.id)).toEqual([
    'many-last',
    ...rows.slice(0, TRAY_LIMIT - 1).map((row) => row.id),
  ]);
});

test('a group of thousands is accepted whole', async () => {
  const rows = Array.from({ length: 4500 }, (_, n) =>
    newCommand(`bulk-${n}`, roundOf(`bulk-${n % 900}`)),
  );
  const results = await api.accept(rows);
  expect(results.filter((each) => each.result === 'accepted')).toHaveLength(rows.length);
});

test('an outcome is awaited by everybody who asked, and by nobody beyond the time they gave', async () => {
  const stream = roundOf('await');
  await api.accept([newCommand('await-1', stream), newCommand('await-2', stream)]);
  const awaited = Promise.all([
    api.awaitOutcome('await-1', 5000),
    api.awaitOutcome('await-1', 5000),
  ]);
  const tooShort = api.awaitOutcome('await-2', 30);
  const { waiting } = await worker.take(stream);
  await worker.record(recordingOf(stream, 0, [decidedOn(waiting[0]!)]));
  for (const record of await awaited) {
    expect(record).toMatchObject({ id: 'await-1', status: 'decided', outcome: { accepted: true } });
  }
  expect(await tooShort).toBeNull();
  expect(await api.awaitOutcome('await-1', 5000)).toMatchObject({ status: 'decided' });
});

test('an outcome comes through although the listening connection was cut', async () => {
  const own = database.ledger('dondoc_api');
  const stream = roundOf('cut');
  await own.accept([newCommand('cut-1', stream)]);
  expect(await own.awaitOutcome('cut-1', 50)).toBeNull();
  const owner = database.pool();
  await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE '%LISTEN%' AND pid <> pg_backend_pid()`,
  );
  const awaited = own.awaitOutcome('cut-1', 5000);
  const { waiting } = await worker.take(stream);
  await worker.record(recordingOf(stream, 0, [decidedOn(waiting[0]!)]));
  expect(await awaited).toMatchObject({ status: 'decided' });
});

test('an outcome comes through although its hint was lost', async () => {
  const stream = roundOf('lost');
  await api.accept([newCommand('lost-1', stream)]);
  const awaited = api.awaitOutcome('lost-1', 5000);
  await database.pool().query(
    `UPDATE work.command_log SET decided_at = received_at, accepted = true, seq = 1, version = 1, events = '{}'
     WHERE id = 'lost-1'`,
  );
  expect(await awaited).toMatchObject({ status: 'decided' });
});

test('whoever listens hears of commands, entries and runs', async () => {
  const stream = roundOf('heard');
  const heard: string[] = [];
  const complete = new Promise<void>((resolve) => {
    const note = (what: string) => {
      if (!heard.includes(what)) heard.push(what);
      if (heard.length === 4) resolve();
    };
    worker.onCommands((name) => name === stream && note('command'));
    worker.onEntries(() => note('entry'));
    worker.onRuns(({ stream: name, state }) => name === stream && note(state));
  });
  await until(async () => {
    await api.accept([newCommand(`heard-${Math.random()}`, stream)]);
    return heard.includes('command');
  });
  const { waiting } = await worker.take(stream);
  await worker.record({ ...recordingOf(stream, 0, [decidedOn(waiting[0]!)]), leaving: true });
  expect(await worker.overdue(await worker.now())).toContainEqual(
    expect.objectContaining({ stream, leaving: true }),
  );
  await worker.load(stream);
  await complete;
  expect(heard.toSorted()).toEqual(['busy', 'command', 'entry', 'idle']);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

describe('a look at the tray while somebody is accepting', () => {
  const stream = roundOf('share');

  async function accepting(id: string, opening: string): Promise<PoolClient> {
    const client = await database.pool('dondoc_api').connect();
    await client.query('BEGIN');
    await client.query(opening, opening.includes('$1') ? [[stream]] : []);
    await client.query(
      `INSERT INTO work.command_log
         (id, stream, type, data, actor, received_at, effective_at, content_hash, actor_id)
       SELECT $1, $2, 'SubmitReport', '{}', '{}', now, now, 'hash', 'p-1' FROM work.deployment_now() AS now`,
      [id, stream],
    );
    return client;
  }

  test('waits until that is in the tray', async () => {
    const client = await accepting('share-1', 'SELECT work.enter_trays($1)');
    const look = worker.take(stream);
    await worker.now();
    await client.query('COMMIT');
    client.release();
    expect((await look).waiting.map((command) => command.id)).toContain('share-1');
  });

  test('would overlook it if it took no share of the tray (control)', async () => {
    const client = await accepting('share-2', 'SELECT 1');
    const look = await worker.take(stream);
    await client.query('COMMIT');
    client.release();
    expect(look.waiting.map((command) => command.id)).not.toContain('share-2');
  });
});

test('no command received before the instant of a look is missing from that look', async () => {
  const stream = roundOf('race');
  let accepting = true;
  const receipts: { id: string; receivedAt: string }[] = [];
  const senders = Array.from({ length: 4 }, async (_, sender) => {
    const own = database.ledger('dondoc_api');
    for (let n = 0; n < 60; n += 1) {
      const [row] = await own.accept([newCommand(`look-${sender}-${n}`, stream)]);
      receipts.push({ id: row!.commandId, receivedAt: row!.receivedAt });
    }
  });
  const looks: { now: string; ids: Set<string> }[] = [];
  const looker = (async () => {
    while (accepting) {
      const { now, waiting } = await worker.take(stream);
      looks.push({ now, ids: new Set(waiting.map((command) => command.id)) });
    }
  })();
  await Promise.all(senders);
  accepting = false;
  await looker;
  expect(looks.length).toBeGreaterThan(10);
  const missed = looks.flatMap(({ now, ids }) =>
    receipts.filter(({ id, receivedAt }) => receivedAt < now && !ids.has(id)),
  );
  expect(missed).toEqual([]);
});
