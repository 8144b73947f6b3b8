/** Two backups into one folder: the second waits its turn, and nothing that one of them needs is removed by the other. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { presentIndex, restoreBackup, takeBackup } from '../../libs/backup';
import { decided, newFolder, openOffice, type Office } from './support/backup-office';
import { markOf } from '../../libs/service';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { opening, urging } from './support/round-commands';
import { until } from './support/until';

const ROUND = 'directive/d-1/round/report/2018/0';

let office: Office;
let folder: string;
const made: TestDatabase[] = [];

beforeAll(async () => {
  office = await openOffice();
  folder = newFolder();
  await decided(office.ledger, opening(ROUND), urging(ROUND));
  await takeBackup(office.database.url, folder);
});
afterEach(async () => {
  for (const it of made.splice(0)) await it.drop();
});
afterAll(() => office.database.drop());

function copied(): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** To a database, held up until it is let through. */
async function slowWayTo(to: string) {
  const { hostname: host, port } = new URL(to);
  const server = createServer({ pauseOnConnect: true });
  const arrived = once(server, 'connection') as Promise<[Socket]>;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(to);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    arrived,
    letThrough: async () => {
      const [near] = await arrived;
      pipeline(near, connect(Number(port), host), near, () => undefined);
      server.close();
    },
  };
}

const lockOf = (of: string) => join(of, 'backup.lock');
const heldBy = (pid: number, { host = hostname(), born = markOf(pid)?.born } = {}) =>
  JSON.stringify({ pid, host, born: born ?? '1' });

test('one that was about to begin when another ended adds to what that one has left', async () => {
  const own = copied();
  await decided(office.ledger, urging(ROUND, 'giữa hai lần sao lưu'));
  const { url, arrived, letThrough } = await slowWayTo(office.database.url);
  const second = takeBackup(url, own);
  await arrived;
  await takeBackup(office.database.url, own);
  await letThrough();
  expect(await second).toMatchObject({ newEntries: 0 });
  expect(presentIndex(own).generation).toBe(3);
  const empty = await testDatabase('empty');
  made.push(empty);
  expect(await restoreBackup(empty.url, own)).toMatchObject({
    last: (await second).last,
  });
});

test('a folder into which a process writes is left alone; one that has ended left nothing to wait for', async () => {
  const own = copied();
  const before = presentIndex(own);
  for (const lock of [heldBy(process.ppid), heldBy(1, { host: 'another-machine' }), '']) {
    writeFileSync(lockOf(own), lock);
    await expect(takeBackup(office.database.url, own)).rejects.toMatchObject({
      code: 'backup.runs',
      message: expect.stringContaining(lockOf(own)) as string,
    });
    expect([readFileSync(lockOf(own), 'utf8'), presentIndex(own)]).toEqual([lock, before]);
  }
  const ended = spawnSync(process.execPath, ['--version']).pid;
  for (const lock of [heldBy(ended), heldBy(process.pid, { born: 'earlier' })]) {
    writeFileSync(lockOf(own), lock);
    await takeBackup(office.database.url, own);
    expect(existsSync(lockOf(own))).toBe(false);
  }
});

test('one that is refused removes nothing', async () => {
  const own = copied();
  const written = join(own, 'ledger.entries-000000000900-000000000901.ndjson.gz');
  writeFileSync(written, 'của một bản sao lưu đang chạy');
  const other = await openOffice();
  made.push(other.database);
  await expect(takeBackup(other.database.url, own)).rejects.toMatchObject({
    code: 'backup.other-history',
  });
  expect(existsSync(written)).toBe(true);
  await takeBackup(office.database.url, own);
  expect(existsSync(written)).toBe(false);
});

test('a file that goes meanwhile is named by no index', async () => {
  const own = copied();
  const before = presentIndex(own);
  const holder = await office.database.pool().connect();
  await holder.query('BEGIN; LOCK TABLE work.dead_letters IN ACCESS EXCLUSIVE MODE');
  const taken = takeBackup(office.database.url, own).catch((it: unknown) => it);
  const isNew = (name: string) => name.startsWith('work.erasable-000000000002');
  await until('it waits for the table', () => Promise.resolve(readdirSync(own).some(isNew)));
  rmSync(join(own, before.segments.find(({ table }) => table === 'ledger.entries')!.file));
  await holder.query('ROLLBACK');
  holder.release();
  expect(await taken).toMatchObject({ code: 'backup.damaged' });
  expect(presentIndex(own)).toEqual(before);
});
