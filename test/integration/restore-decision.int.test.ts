/** After a restore: nothing acts before an operator has decided, a checkpoint from outside opens, names what is missing, or shows a fork. */
import { acceptLoss, confirmRestore, restoreBackup, takeBackup } from '../../libs/backup';
import { refusalOf } from '../../libs/commands';
import { messageOf } from '../../libs/contracts';
import {
  accepted,
  checkpointOver,
  decideAll,
  decided,
  newFolder,
  openOffice,
  PUBLIC_KEY,
  reopened,
  rowsIn,
  waitingIn,
  type Office,
} from './support/backup-office';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { opening, submission, urging } from './support/round-commands';

const ROUND = 'directive/d-1/round/report/2018/0';
const keys = [PUBLIC_KEY];

let office: Office;
let folder: string;
/** The last entry of the backup; the ledger has gone on since. */
let last: number;
const restored: TestDatabase[] = [];

beforeAll(async () => {
  office = await openOffice();
  const { ledger, database } = office;
  await decided(ledger, opening(ROUND));
  await ledger.tellClock('2018-12-02T00:00:00.000Z');
  await decided(ledger, urging(ROUND));
  await ledger.tellClock('2018-12-03T00:00:00.000Z');
  await accepted(ledger, urging(ROUND, 'gọi lần hai'));
  await ledger.tellClock('2018-12-04T00:00:00.000Z');
  await decideAll(ledger);
  folder = newFolder();
  ({ last } = await takeBackup(database.url, folder));
  await decided(ledger, submission(ROUND));
});
afterEach(async () => {
  for (const it of restored.splice(0)) await it.drop();
});
afterAll(() => office.database.drop());

async function restore(to?: string): Promise<Office> {
  const empty = await testDatabase('empty');
  restored.push(empty);
  await restoreBackup(empty.url, folder, { to });
  return reopened(empty);
}

const kindsIn = async ({ database }: Office) =>
  (await rowsIn(database, '(SELECT kind FROM ledger.restores ORDER BY id)')).map((it) =>
    it.slice(1, -1),
  );

describe('while nobody has decided', () => {
  let again: Office;
  beforeAll(async () => {
    again = await restore();
    restored.splice(0);
  });
  afterAll(() => again.database.drop());

  test('a command is refused with since when, up to where and what to do', async () => {
    const refused: unknown = await again.ledger.accept([urging(ROUND)]).catch((it: unknown) => it);
    const { code, params } = refusalOf(refused)!;
    expect([code, params]).toEqual([
      'restore.undecided',
      { seq: last, since: expect.stringMatching(/Z$/) as string },
    ]);
    const { status, title, next } = messageOf(code, params);
    expect([status, title.en, next.en]).toEqual([
      503,
      expect.stringContaining(`up to entry ${last}`),
      expect.stringContaining('dondoc restore confirm --checkpoint FILE'),
    ]);
  });

  test('nothing is recorded, no clock is told, no checkpoint is kept; reads are answered', async () => {
    const { ledger, database } = again;
    const recording = {
      ...{ stream: ROUND, expected: last, decided: [], nextAt: null },
      ...{ queue: null, decidersHash: 'deciders' },
    };
    const [command] = (await office.ledger.entriesOfStream(ROUND)).slice(-2);
    const decision = { ok: true as const, events: [] };
    const asked = { ...urging(ROUND), receivedAt: '', effectiveAt: command!.envelope.time };
    const wake = { ...asked, type: 'WakeUp', receivedAt: asked.effectiveAt };
    const writing = { ...recording, decided: [{ command: wake, decision }] };
    await expect(ledger.record(writing)).rejects.toMatchObject({ code: 'restore.undecided' });
    await expect(ledger.tellClock('2019-01-01T00:00:00.000Z')).rejects.toMatchObject({
      code: 'restore.undecided',
    });
    await expect(
      database
        .pool()
        .query(`INSERT INTO ledger.checkpoints (size, note, recorded_at) VALUES (1, 'x', now())`),
    ).rejects.toThrow(/nobody has decided yet/);
    expect(await ledger.lastSeq()).toBe(last);
    expect(await ledger.undecidedRestore()).toMatchObject({ seq: last });
  });

  test('a loss is accepted only with its size, which nobody knows here', async () => {
    const loss = { missing: 3, operator: 'an', reason: 'đĩa hỏng' };
    await expect(acceptLoss(again.database.url, loss)).rejects.toMatchObject({
      code: 'restore.other-loss',
    });
  });

  test('a checkpoint without a known key, of another deployment, or that is none says nothing', async () => {
    const { url } = again.database;
    const checkpoint = await checkpointOver(office.ledger, 2);
    const refused = async (asked: Parameters<typeof confirmRestore>[1]) =>
      confirmRestore(url, asked).catch((it: { code?: string; message: string }) => [
        it.code,
        it.message,
      ]);
    expect(await refused({ checkpoint })).toEqual(['checkpoint.no-key', expect.anything()]);
    const other = await checkpointOver(office.ledger, 2, 'dondoc/other');
    expect(await refused({ checkpoint: other, keys })).toEqual([
      'checkpoint.untrusted',
      expect.stringContaining('it is of dondoc/other'),
    ]);
    const altered = checkpoint.replace('\n2\n', '\n3\n');
    expect(await refused({ checkpoint: altered, keys })).toEqual([
      'checkpoint.untrusted',
      expect.stringContaining('no known key has signed it'),
    ]);
    expect(await refused({ checkpoint: 'nothing', keys })).toEqual([
      'checkpoint.untrusted',
      expect.anything(),
    ]);
    expect(await kindsIn(again)).toEqual(['restored']);
  });
});

test('a checkpoint that is the beginning of what is there opens', async () => {
  const again = await restore();
  const checkpoint = await checkpointOver(office.ledger, last - 1);
  expect(await confirmRestore(again.database.url, { checkpoint, keys })).toEqual({
    ...{ verdict: 'consistent', size: last - 1, last },
  });
  expect(await again.ledger.undecidedRestore()).toBeNull();
  await decided(again.ledger, submission(ROUND));
  expect(await again.ledger.lastSeq()).toBe(last + 2);
  await expect(confirmRestore(again.database.url, { checkpoint, keys })).rejects.toMatchObject({
    code: 'restore.none',
  });
});

test('a longer checkpoint names what is missing; it opens when an operator accepts exactly that', async () => {
  const again = await restore();
  const { url } = again.database;
  const head = await office.ledger.lastSeq();
  const checkpoint = await checkpointOver(office.ledger, head);
  expect(await confirmRestore(url, { checkpoint, keys })).toEqual({
    ...{ verdict: 'behind', from: last + 1, to: head, compared: null },
  });
  // An older one does not make up for it.
  const older = await checkpointOver(office.ledger, 1);
  expect(await confirmRestore(url, { checkpoint: older, keys })).toMatchObject({
    ...{ verdict: 'behind', compared: 1 },
  });
  await expect(again.ledger.accept([urging(ROUND)])).rejects.toMatchObject({
    code: 'restore.undecided',
  });
  const said = { operator: 'an', reason: 'đĩa hỏng, không có bản nào mới hơn' };
  await expect(acceptLoss(url, { ...said, missing: 1 })).rejects.toThrow(
    `${head - last} entries are known to be missing, ${last + 1} to ${head}`,
  );
  expect(await acceptLoss(url, { ...said, missing: head - last })).toMatchObject({ compared: 1 });
  expect(await again.ledger.undecidedRestore()).toBeNull();
  expect((await kindsIn(again)).toSorted()).toEqual([
    ...['behind', 'behind', 'loss-accepted', 'restored'],
  ]);
  await expect(
    again.database.pool().query(`UPDATE ledger.restores SET reason = 'khác'`),
  ).rejects.toThrow(/append-only/);
});

test('a checkpoint over other entries is a fork, which no decision opens', async () => {
  const other = await openOffice();
  restored.push(other.database);
  await decided(other.ledger, opening(ROUND), urging(ROUND, 'lời khác'));
  const again = await restore();
  const { url } = again.database;
  const checkpoint = await checkpointOver(other.ledger, 4);
  expect(await confirmRestore(url, { checkpoint, keys })).toMatchObject({ verdict: 'fork' });
  const honest = await checkpointOver(office.ledger, last);
  for (const opens of [
    confirmRestore(url, { checkpoint: honest, keys }),
    acceptLoss(url, { missing: null, operator: 'an', reason: 'thử' }),
  ]) {
    await expect(opens).rejects.toMatchObject({ code: 'restore.fork' });
  }
  expect(await again.ledger.undecidedRestore()).not.toBeNull();
});

test('up to a point: what was decided later waits again, and is decided alike once it is opened', async () => {
  // Entry 4 is the first call; the second call was received by then + 1 day and decided later.
  const again = await restore('2018-12-03T12:00:00.000Z');
  const seq = await again.ledger.lastSeq();
  expect(seq).toBe(last - 2);
  expect(await again.ledger.now()).toBe('2018-12-03T12:00:00.000Z');
  expect(await waitingIn(again.ledger, ROUND)).toHaveLength(1);
  const loss = { missing: last - seq, operator: 'an', reason: 'diễn tập' };
  await acceptLoss(again.database.url, loss);
  await decideAll(again.ledger);
  const facts = async ({ ledger }: Office) =>
    (await ledger.entriesAfter(seq, 2)).map(({ id, type, envelope }) => [
      ...[id, type, envelope.correlationid, envelope.time],
    ]);
  expect(await facts(again)).toEqual(await facts(office));
  expect(await waitingIn(again.ledger, ROUND)).toEqual([]);
});

test('an accepted loss is an entry as soon as anything acts again, and no other way leads out', async () => {
  const again = await restore();
  const { url } = again.database;
  const loss = { missing: null, operator: 'qt-1', reason: 'đĩa hỏng' };
  // Its entry would be too large: then it is not accepted either.
  await expect(acceptLoss(url, { ...loss, reason: 'x'.repeat(70_000) })).rejects.toMatchObject({
    code: 'entry.too-large',
  });
  expect(await again.ledger.undecidedRestore()).not.toBeNull();
  await acceptLoss(url, loss);
  await decideAll(again.ledger);
  const entries = await again.ledger.entriesOfStream('losses');
  expect(entries.map(({ type }) => type)).toEqual([
    'dondoc.losses.command.RecordLoss.v1',
    'dondoc.losses.LossRecorded.v1',
  ]);
  expect(entries[1]!.envelope.data).toMatchObject({
    actor: { id: 'restore', role: 'system' },
    body: { last, missing: null, compared: null, operator: 'qt-1', reason: 'đĩa hỏng' },
  });
});

test('up to a sequence: what had not been received by then is not there', async () => {
  const again = await restore('@2');
  expect(await again.ledger.lastSeq()).toBe(2);
  expect(await rowsIn(again.database, 'work.command_log')).toHaveLength(1);
  expect(await again.ledger.now()).toBe('2018-12-01T00:00:00.000Z');
});

test('a point that is not in it is refused, and the database stays empty', async () => {
  const empty = await testDatabase('empty');
  restored.push(empty);
  const points = ['@99', '@0', '@x', 'hôm qua', '2038-01-01T00:00:00Z', '2001-01-01T00:00:00Z'];
  for (const to of points) {
    await expect(restoreBackup(empty.url, folder, { to })).rejects.toMatchObject({
      code: 'restore.no-such-point',
    });
  }
  expect(await restoreBackup(empty.url, folder, { to: '@1' })).toMatchObject({ last: 1 });
});
