/** What surrounds the book: wake-ups, cursors, leases, contents and erasable values. */
import { inTransaction, type Ledger } from '../../libs/ledger';
import { decidedOn, newCommand, recordingOf, recordOne, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { until } from './support/until';

let database: TestDatabase;
let ledger: Ledger;
let api: Ledger;

beforeAll(async () => {
  database = await testDatabase({
    ...{ mode: 'drill', deploymentId: 'drill-1', seed: 'seed-1' },
    ...{ clock: 'told', startsAt: '2014-06-01T00:00:00.000Z' },
  });
  ledger = database.ledger('dondoc_worker');
  api = database.ledger('dondoc_api');
});
afterAll(() => database.drop());

test('the deployment says who it is', async () => {
  expect(await api.deployment()).toEqual({
    ...{ id: 'drill-1', mode: 'drill', clock: 'told', seed: 'seed-1' },
  });
});

test('overdue are the streams with undecided commands or a wake-up that is due, on one queue if asked', async () => {
  const now = await ledger.now();
  const [due, later, waiting] = [roundOf('due'), roundOf('later'), roundOf('waiting')];
  await recordOne(ledger, { id: 'due-1', stream: due, nextAt: now });
  await recordOne(ledger, { id: 'later-1', stream: later, nextAt: '2099-01-01T00:00:00.000Z' });
  await ledger.accept([newCommand('waiting-1', waiting), newCommand('waiting-2', waiting)]);
  const mine = (rows: { stream: string }[]) =>
    rows.filter((row) => [due, later, waiting].includes(row.stream));
  const leaving = false;
  const dueRow = {
    stream: due,
    queue: 'queue-1',
    nextAt: now,
    undecided: 0,
    oldest: null,
    leaving,
  };
  const waitingRow = {
    stream: waiting,
    queue: null,
    nextAt: null,
    undecided: 2,
    oldest: 'waiting-1',
    leaving,
  };
  expect(mine(await ledger.overdue(now))).toEqual([dueRow, waitingRow]);
  expect(mine(await ledger.overdue(now, 'queue-1'))).toEqual([dueRow, waitingRow]);
  expect(mine(await ledger.overdue(now, 'queue-2'))).toEqual([waitingRow]);
  const coming = (await ledger.wakeups()).filter(({ stream }) => [due, later].includes(stream));
  expect(coming.map(({ stream }) => stream)).toEqual([due, later]);
  const counts = await ledger.pendingCounts();
  expect(counts.undecided).toBeGreaterThanOrEqual(2);
  expect(counts.dueWakeups).toBe(1);
});

test('a directive is read with all its streams and without its neighbours', async () => {
  await recordOne(ledger, { id: 'p-1', stream: 'directive/p' });
  await recordOne(ledger, { id: 'p-2', stream: 'directive/p/round/report/2018/0' });
  await recordOne(ledger, { id: 'p-3', stream: 'directive/p2' });
  await recordOne(ledger, { id: 'p-4', stream: 'directive/p-2/round/report/2018/0' });
  const all = await ledger.entriesOfPrefixes(['directive/p']);
  expect(new Set(all.map((entry) => entry.stream))).toEqual(
    new Set(['directive/p', 'directive/p/round/report/2018/0']),
  );
  const [first, ...rest] = all;
  const page = await ledger.entriesOfPrefixes(['directive/p'], { afterSeq: first!.seq, limit: 2 });
  expect(page).toEqual(rest.slice(0, 2));
  const numbers = all.map(({ seq }) => seq);
  const last = numbers.at(-1)!;
  expect(await ledger.sequencesUnder(['directive/p'], last)).toEqual(numbers);
  expect(await ledger.sequencesUnder(['directive/p'], last - 1)).toEqual(numbers.slice(0, -1));
  expect(await ledger.entriesAt([...numbers.toReversed(), last + 1_000])).toEqual(all);
  expect((await ledger.entriesOfStream('directive/p', 2)).map((entry) => entry.version)).toEqual([
    2,
  ]);
});

test('a cursor moves with its rows or not at all, and never back', async () => {
  const pool = database.pool('dondoc_projector');
  const own = database.ledger('dondoc_projector');
  expect(await own.cursor('rows')).toBe(0);
  const client = await pool.connect();
  await client.query('BEGIN');
  await own.moveCursor(client, 'rows', 5);
  await client.query('ROLLBACK');
  client.release();
  expect(await own.cursor('rows')).toBe(0);
  await inTransaction(pool, (tx) => own.moveCursor(tx, 'rows', 7));
  expect(await own.cursor('rows')).toBe(7);
  await own.moveCursor(null, 'rows', 3);
  expect(await own.cursor('rows')).toBe(7);
  expect((await own.pendingCounts()).lag).toEqual({ rows: Math.max(0, (await own.lastSeq()) - 7) });
});

test('whoever waits for a consumer hears that its cursor has moved', async () => {
  const heard: string[] = [];
  const projector = database.ledger('dondoc_projector');
  const first = new Promise<void>((resolve) => {
    projector.onCursors((consumer) => {
      heard.push(consumer);
      resolve();
    });
  });
  let seq = 0;
  let done = false;
  void first.then(() => (done = true));
  // The connection that listens is being made meanwhile: the first moves may not be heard.
  while (!done) await projector.moveCursor(null, 'waited-for', (seq += 1));
  expect(heard[0]).toBe('waited-for');
});

test('a lease has one holder, who can renew it, give it back or lose it', async () => {
  const [a, b] = [ledger, database.ledger()];
  expect(await a.tryLease('dispatcher', 'a', 60_000)).toBe(true);
  expect(await b.tryLease('dispatcher', 'b', 60_000)).toBe(false);
  expect(await a.tryLease('dispatcher', 'a', 60_000)).toBe(true);
  expect(await b.renewLease('dispatcher', 'b', 60_000)).toBe(false);
  expect(await a.renewLease('dispatcher', 'a', 0)).toBe(true);
  expect(await a.renewLease('dispatcher', 'a', 60_000)).toBe(false);
  expect(await b.tryLease('dispatcher', 'b', 60_000)).toBe(true);
  await a.releaseLease('dispatcher', 'a');
  expect(await a.tryLease('dispatcher', 'a', 60_000)).toBe(false);
  await b.releaseLease('dispatcher', 'b');
  expect(await a.tryLease('dispatcher', 'a', 60_000)).toBe(true);
});

test('of many who try at once exactly one gets the lease', async () => {
  const tries = Array.from({ length: 12 }, (_, n) => ledger.tryLease('one', `holder-${n}`, 60_000));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
});

test('a lease that is renewed while another waits for it stays with its holder', async () => {
  expect(await ledger.tryLease('renewed', 'a', 5_000)).toBe(true);
  const holder = await database.pool().connect();
  await holder.query(`BEGIN; SELECT FROM work.leases WHERE name = 'renewed' FOR UPDATE`);
  const trying = database.ledger().tryLease('renewed', 'b', 5_000);
  await until('the other waits for the row', async () => {
    const { rows } = await database
      .pool()
      .query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%work.leases%'`,
      );
    return rows.length > 0;
  });
  await holder.query(
    `UPDATE work.leases SET until = clock_timestamp() + interval '5 seconds' WHERE name = 'renewed'; COMMIT`,
  );
  holder.release();
  expect(await trying).toBe(false);
});

test('content is kept once under the hash of its bytes', async () => {
  const bytes = Buffer.from('Báo cáo số 12/BC-UBND', 'utf8');
  const put = await api.putContent(bytes, 'text/plain');
  expect(await api.putContent(bytes, 'text/plain')).toEqual(put);
  // The same bytes under another media type: the first one stays, and is what is answered.
  expect(await api.putContent(bytes, 'text/csv')).toEqual({ ...put, mediaType: 'text/plain' });
  expect(put.size).toBe(bytes.length);
  expect(await api.getContent(put.sha256)).toEqual({ mediaType: 'text/plain', bytes });
  expect(await api.getContent('0'.repeat(64))).toBeNull();
});

test('a personal value is replaced by a token, told to who may know, and forgotten when erased', async () => {
  const value = await api.conceal('Nguyễn Văn A <a@example.vn>', 'c-1');
  const { token } = value;
  expect(token).toMatch(/^pii:[0-9a-f]{64}$/);
  const command = newCommand('c-1', roundOf('personal'), { personal: [value] });
  expect(await api.isKept(token)).toBe(false);
  for (const result of ['accepted', 'repeat'])
    expect(await api.accept([command])).toMatchObject([{ result }]);
  expect(await api.isKept(token)).toBe(true);
  const told = await database.ledger('dondoc_notifier').reveal([token, 'pii:of-nobody']);
  expect([...told]).toEqual([[token, 'Nguyễn Văn A <a@example.vn>']]);
  await api.erase(token);
  expect([...(await api.reveal([token]))]).toEqual([]);
  const { rows } = await database.pool().query('SELECT salt, value FROM work.erasable');
  expect(rows).toEqual([{ salt: null, value: null }]);
});

test('the same drill has the same tokens; a live system never twice the same', async () => {
  const tokenOf = async (of: Ledger, command: string) =>
    (await of.conceal('b@example.vn', command)).token;
  const token = await tokenOf(api, 'c-1');
  const [twin, live] = await Promise.all([
    testDatabase({ mode: 'drill', deploymentId: 'drill-2', seed: 'seed-1' }),
    testDatabase({ mode: 'live', deploymentId: 'live-1' }),
  ]);
  try {
    expect(await tokenOf(twin.ledger('dondoc_api'), 'c-1')).toBe(token);
    expect(await tokenOf(api, 'c-2')).not.toBe(token);
    const real = live.ledger('dondoc_api');
    expect(await tokenOf(real, 'c-1')).not.toBe(await tokenOf(real, 'c-1'));
  } finally {
    await twin.drop();
    await live.drop();
  }
});

test('the same drill has the same bytes, whatever happened in other streams between', async () => {
  const stamp = {
    ...{ mode: 'drill' as const, deploymentId: 'twin', seed: 's' },
    ...{ clock: 'told' as const, startsAt: '2018-01-01T00:00:00.000Z' },
  };
  const [one, two] = await Promise.all([testDatabase(stamp), testDatabase(stamp)]);
  try {
    const books = await Promise.all(
      [one, two].map(async (each, turn) => {
        const own = each.ledger();
        const streams = ['directive/x', roundOf('x')];
        for (const stream of turn === 0 ? streams : streams.toReversed()) {
          await own.accept([newCommand(`${stream}-1`, stream)]);
          const { waiting } = await own.take(stream);
          await own.record(recordingOf(stream, 0, [decidedOn(waiting[0]!)]));
        }
        return Promise.all(streams.map(async (stream) => own.entriesOfStream(stream)));
      }),
    );
    const bytes = books.map((book) => book.flat().map((entry) => entry.bytes));
    expect(bytes[0]).toEqual(bytes[1]);
  } finally {
    await one.drop();
    await two.drop();
  }
});

test('a letter that could not be read is kept with its reason, once', async () => {
  const relay = database.ledger('dondoc_relay');
  const letter = { source: 'inbound/0/7', bytes: Buffer.from([0xff, 0xfe]), reason: 'not UTF-8' };
  await relay.deadLetter(letter);
  await relay.deadLetter(letter);
  expect(await relay.deadLetterCount()).toBe(1);
  const { rows } = await database
    .pool()
    .query('SELECT source, bytes, reason FROM work.dead_letters');
  expect(rows).toEqual([
    { source: 'inbound/0/7', bytes: Buffer.from([0xff, 0xfe]), reason: 'not UTF-8' },
  ]);
});

test('directives that name a unit are found past all their rounds, page by page', async () => {
  const names = (id: string, stream: string, unit: string) =>
    recordOne(ledger, { id: `naming-${id}`, stream, names: unit });
  await names('1', 'directive/q', 'xa-a');
  await names('2', 'directive/q/round/report/2018/0', 'xa-b');
  await names('3', 'directive/q-2', 'xa-a');
  await names('4', 'directive/q2', 'xa-c');
  await names('5', 'directive/q3/round/report/2018/0', 'xa-a');
  const found = (asked: Parameters<Ledger['directivesNaming']>[0]) =>
    ledger.directivesNaming(asked);
  expect(await found({ units: ['xa-a'], after: null })).toEqual({
    ...{ directives: ['q', 'q-2'], more: false },
  });
  expect(await found({ units: ['xa-b'], after: null })).toMatchObject({ directives: [] });
  expect(await found({ units: ['xa-a', 'xa-c'], after: null, limit: 2 })).toEqual({
    ...{ directives: ['q', 'q-2'], more: true },
  });
  expect(await found({ units: ['xa-a', 'xa-c'], after: 'q-2', limit: 2 })).toEqual({
    ...{ directives: ['q2'], more: false },
  });
});
