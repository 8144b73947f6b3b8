/** The appender on a real PostgreSQL: no gaps, no loss, no doubling, whatever is delivered twice or out of turn. */
import type { Command, Decided } from '../../libs/domain';
import { brokenAt } from '../../libs/audit';
import { ENTRY_LIMIT_BYTES, type Entry, type Ledger } from '../../libs/ledger';
import {
  at,
  clerk,
  decidedOn,
  newCommand,
  recordingOf,
  refused,
  roundOf,
} from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';

let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  database = await testDatabase({
    mode: 'drill',
    deploymentId: 'records',
    seed: 's',
    clock: 'wall',
  });
  ledger = database.ledger();
});
afterAll(() => database.drop());

async function waitingIn(stream: string, ...ids: string[]): Promise<Command[]> {
  await ledger.accept(ids.map((id) => newCommand(id, stream)));
  return (await ledger.take(stream)).waiting;
}

test('a decision is recorded with its command, its outcome and the next wake-up', async () => {
  const stream = roundOf('whole');
  const [command] = await waitingIn(stream, 'whole-1');
  const nextAt = '2099-01-01T00:00:00.000Z';
  const answer = await ledger.record({
    ...recordingOf(stream, 0, [decidedOn(command!, 2)]),
    nextAt,
  });
  expect(answer).toMatchObject({ recorded: true, version: 3, waiting: [], full: false });

  const entries = await ledger.entriesOfStream(stream);
  expect(entries.map((entry) => entry.type)).toEqual([
    'dondoc.round.command.SubmitReport.v1',
    'dondoc.round.ReportSubmitted.v1',
    'dondoc.round.ReportSubmitted.v1',
  ]);
  expect(await ledger.commandRecord('whole-1')).toEqual({
    id: 'whole-1',
    stream,
    type: 'SubmitReport',
    receivedAt: command!.receivedAt,
    effectiveAt: command!.effectiveAt,
    status: 'decided',
    outcome: {
      accepted: true,
      seq: entries[0]!.seq,
      version: 1,
      events: ['ReportSubmitted', 'ReportSubmitted'],
      decidedAt: entries[0]!.envelope.recordedat,
    },
  });
  expect(await ledger.wakeupsOn('queue-1')).toContainEqual({ stream, nextAt, queue: 'queue-1' });
  expect((await ledger.load(stream)).decided).toEqual([decidedOn(command!, 2)]);
});

test('what a decider refuses is recorded too, and moves the version', async () => {
  const stream = roundOf('refused');
  const [command] = await waitingIn(stream, 'refused-1');
  const answer = await ledger.record(recordingOf(stream, 0, [refused(command!)]));
  expect(answer).toMatchObject({ recorded: true, version: 1 });
  expect((await ledger.commandRecord('refused-1'))?.outcome).toMatchObject({
    accepted: false,
    rejection: { code: 'round.closed', params: { unit: 'nga-son' } },
    events: [],
  });
  expect((await ledger.load(stream)).decided).toEqual([refused(command!)]);
});

test('a run that the ledger is ahead of gets the tail and nothing is written', async () => {
  const stream = roundOf('ahead');
  const [first, second] = await waitingIn(stream, 'ahead-1', 'ahead-2');
  await ledger.record(recordingOf(stream, 0, [decidedOn(first!)]));
  const before = await ledger.lastSeq();
  const answer = await ledger.record(recordingOf(stream, 0, [decidedOn(second!)]));
  expect(answer).toMatchObject({ recorded: false, version: 2, tail: [decidedOn(first!)] });
  expect(answer.waiting.map((command) => command.id)).toEqual(['ahead-2']);
  expect(await ledger.lastSeq()).toBe(before);
});

test('a ledger behind the run says so by its version', async () => {
  const stream = roundOf('behind');
  const [command] = await waitingIn(stream, 'behind-1');
  const answer = await ledger.record(recordingOf(stream, 7, [decidedOn(command!)]));
  expect(answer).toMatchObject({ recorded: false, version: 0, tail: [] });
  expect(await ledger.entriesOfStream(stream)).toEqual([]);
});

test('the same recording delivered again (its answer was lost) is answered as recorded, once', async () => {
  const stream = roundOf('again');
  const [first, second] = await waitingIn(stream, 'again-1', 'again-2');
  const recording = recordingOf(stream, 0, [decidedOn(first!)]);
  const answers = await Promise.all([ledger.record(recording), ledger.record(recording)]);
  expect(answers.map(({ recorded, version }) => [recorded, version])).toEqual([
    [true, 2],
    [true, 2],
  ]);
  await ledger.record(recordingOf(stream, 2, [decidedOn(second!)]));
  expect(await ledger.record(recording)).toMatchObject({ recorded: true, version: 2 });
  expect(await ledger.entriesOfStream(stream)).toHaveLength(4);
});

test('after a lost answer a different command is not mistaken for the one recorded', async () => {
  const stream = roundOf('different');
  const [first, second] = await waitingIn(stream, 'different-1', 'different-2');
  await ledger.record(recordingOf(stream, 0, [decidedOn(first!)]));
  const both = await ledger.record(recordingOf(stream, 0, [decidedOn(second!), decidedOn(first!)]));
  expect(both).toMatchObject({ recorded: false, version: 2, tail: [decidedOn(first!)] });
  const longer = await ledger.record(
    recordingOf(stream, 0, [decidedOn(first!), decidedOn(second!)]),
  );
  expect(longer).toMatchObject({ recorded: false, version: 2, tail: [decidedOn(first!)] });
});

test('a command that is already decided is never decided again', async () => {
  const stream = roundOf('decided');
  const [command] = await waitingIn(stream, 'decided-1');
  await ledger.record(recordingOf(stream, 0, [decidedOn(command!)]));
  const answer = await ledger.record(recordingOf(stream, 2, [decidedOn(command!)]));
  expect(answer).toMatchObject({ recorded: false, version: 2, tail: [], waiting: [] });
});

test('a command that was never accepted cannot be recorded', async () => {
  const stream = roundOf('unknown');
  const command: Command = {
    ...{ id: 'never', stream, type: 'SubmitReport', data: {}, actor: clerk },
    ...{ receivedAt: at, effectiveAt: at },
  };
  await expect(ledger.record(recordingOf(stream, 0, [decidedOn(command)]))).rejects.toMatchObject({
    code: 'command.not-accepted',
  });
});

test('an entry over 60 KiB fails alone and names stream and type', async () => {
  const [large, small] = [roundOf('large'), roundOf('small')];
  const ids = Array.from({ length: 200 }, (_, n) => `large-${n}`);
  const before = await waitingIn(large, ...ids);
  const big = before.pop();
  const [little] = await waitingIn(small, 'small-1');
  const text = 'đ'.repeat(ENTRY_LIMIT_BYTES / 2);
  const tooMuch: Decided = {
    command: big!,
    decision: { ok: true, events: [{ type: 'ReportSubmitted', data: { text } }] },
  };
  const [failed, recorded] = await Promise.allSettled([
    // Hundreds of lines are on their way before that one is made.
    ledger.record(recordingOf(large, 0, [...before.map(decidedOn), tooMuch])),
    ledger.record(recordingOf(small, 0, [decidedOn(little!)])),
  ]);
  expect(failed).toMatchObject({
    status: 'rejected',
    reason: {
      code: 'entry.too-large',
      message: expect.stringContaining(`${large} (dondoc.round.ReportSubmitted.v1)`) as string,
    },
  });
  expect(recorded).toMatchObject({ status: 'fulfilled', value: { recorded: true } });
  expect(await ledger.entriesOfStream(large)).toEqual([]);
});

test('what PostgreSQL refuses in one recording does not fail the others of its group', async () => {
  const [bad, good] = [roundOf('bad-queue'), roundOf('good-queue')];
  const [one] = await waitingIn(bad, 'bad-1');
  const [other] = await waitingIn(good, 'good-1');
  const [failed, recorded] = await Promise.allSettled([
    ledger.record({ ...recordingOf(bad, 0, [decidedOn(one!)]), queue: 'no\u0000queue' }),
    ledger.record(recordingOf(good, 0, [decidedOn(other!)])),
  ]);
  expect(failed.status).toBe('rejected');
  expect(recorded).toMatchObject({ status: 'fulfilled', value: { recorded: true, version: 2 } });
});

test('a wake-up that is not an instant is refused before it is read as one', async () => {
  const stream = roundOf('tomorrow');
  const tomorrow = ledger.record({ ...recordingOf(stream, 0, []), nextAt: 'tomorrow' });
  await expect(tomorrow).rejects.toMatchObject({ code: 'instant.malformed' });
});

test('20 writers in two processes leave no gap, and a reader of seq > cursor misses nothing', async () => {
  const other = database.ledger();
  const start = await ledger.lastSeq();
  let reading = true;
  const seen: Entry[] = [];
  const reader = (async () => {
    const own = database.ledger('dondoc_relay');
    let cursor = start;
    for (let last = false; ;) {
      const batch = await own.entriesAfter(cursor, 100);
      seen.push(...batch);
      cursor = batch.at(-1)?.seq ?? cursor;
      if (batch.length === 0 && last) return;
      last = !reading;
    }
  })();
  await Promise.all(
    Array.from({ length: 20 }, async (_, writer) => {
      const mine = writer % 2 ? ledger : other;
      const stream = roundOf(`writer-${writer}`);
      let version = 0;
      for (let turn = 0; turn < 15; turn += 1) {
        await mine.accept([newCommand(`w-${writer}-${turn}`, stream)]);
        const { waiting } = await mine.take(stream);
        const decided = waiting.map((command) => decidedOn(command, turn % 3));
        const answer = await mine.record(recordingOf(stream, version, decided));
        expect(answer.recorded).toBe(true);
        version = answer.version;
      }
    }),
  );
  reading = false;
  await reader;
  const last = await ledger.lastSeq();
  expect(last - start).toBe(20 * 15 * 2);
  expect(seen.map((entry) => entry.seq)).toEqual(
    Array.from({ length: last - start }, (_, index) => start + 1 + index),
  );
});

test('every stream is a chain, and recording instants never go back along the book', async () => {
  const entries = await ledger.entriesAfter(0, 100_000);
  const streams = new Set(entries.map((entry) => entry.stream));
  expect(streams.size).toBeGreaterThan(20);
  for (const stream of streams) {
    const lines = entries.filter((entry) => entry.stream === stream);
    const links = lines.map(({ bytes, envelope, version }) => ({
      ...{ bytes, version, prevhash: envelope.prevhash },
    }));
    expect(brokenAt(links)).toBeNull();
  }
  const recorded = entries.map((entry) => entry.envelope.recordedat);
  expect(recorded).toEqual(recorded.toSorted());
});

test('a long stream is loaded in parts that end where a decision ends', async () => {
  const stream = roundOf('long');
  const waiting = await waitingIn(stream, ...Array.from({ length: 30 }, (_, n) => `long-${n}`));
  const decided = waiting.map((command, n) => decidedOn(command, n % 4));
  await ledger.record(recordingOf(stream, 0, decided));
  const parts: Decided[] = [];
  let version = 0;
  for (let more = true; more;) {
    const part = await ledger.loadRange(stream, version, 7);
    parts.push(...part.decided);
    ({ version, more } = part);
  }
  expect(parts).toEqual(decided);
  expect(version).toBe((await ledger.load(stream)).version);
});

test('an entry is never recorded before the one before it, though the wall clock went back', async () => {
  const own = await testDatabase({ mode: 'live', deploymentId: 'back' });
  try {
    const future = '2099-12-31T23:59:59.999Z';
    await own
      .pool('dondoc_worker')
      .query(
        `INSERT INTO ledger.entries VALUES (1, 'org', 1, 'org@1', 'dondoc.org.command.Any.v1', '{}', $1, $2)`,
        ['0'.repeat(64), future],
      );
    const book = own.ledger();
    const stream = roundOf('back');
    await book.accept([newCommand('back-1', stream)]);
    const { waiting } = await book.take(stream);
    await book.record(recordingOf(stream, 0, [decidedOn(waiting[0]!)]));
    const entries = await book.entriesOfStream(stream);
    expect(entries.map(({ envelope }) => envelope.recordedat)).toEqual([future, future]);
  } finally {
    await own.drop();
  }
});
