/** The folder of a backup: what the next backup adds, what an interruption or a full disk leaves, and damage, which is named. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { presentIndex, restoreBackup, takeBackup } from '../../libs/backup';
import { canonicalize, sha256Hex } from '../../libs/audit';
import { ROOT } from '../compose/compose-file';
import { keepValue } from './support/kept-value';
import { decided, newFolder, openOffice, rowsIn, type Office } from './support/backup-office';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { opening, urging } from './support/round-commands';
import { until } from './support/until';

const ROUND = 'directive/d-1/round/report/2018/0';
const SECRET = 'nguoi.nhan@xa-nga-son.vn';

let office: Office;
let folder: string;
const made: TestDatabase[] = [];

beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist', '.built'))) throw new Error('run npm run build first');
  office = await openOffice();
  folder = newFolder();
  await decided(office.ledger, opening(ROUND), urging(ROUND));
  await takeBackup(office.database.url, folder);
});
afterEach(async () => {
  for (const it of made.splice(0)) await it.drop();
});
afterAll(() => office.database.drop());

async function empty(): Promise<TestDatabase> {
  const database = await testDatabase('empty');
  made.push(database);
  return database;
}

const filesIn = (of: string) => readdirSync(of).toSorted();
const contentsOf = (of: string) =>
  filesIn(of)
    .filter((name) => name.endsWith('.gz'))
    .map((name) => gunzipSync(readFileSync(join(of, name))).toString('utf8'))
    .join('\n');

/** A whole backup of its own, for a test that does harm to it. */
function copied(): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

test('the next backup adds what is new and leaves what is there', async () => {
  const own = copied();
  const before = new Map(filesIn(own).map((name) => [name, readFileSync(join(own, name))]));
  expect(await takeBackup(office.database.url, own)).toMatchObject({ newEntries: 0 });
  await decided(office.ledger, urging(ROUND, 'thêm một cuộc gọi'));
  const { newEntries, last } = await takeBackup(office.database.url, own);
  expect(newEntries).toBe(2);
  const entries = filesIn(own).filter((name) => name.startsWith('ledger.entries-'));
  expect(entries).toHaveLength(2);
  expect(readFileSync(join(own, entries[0]!))).toEqual(before.get(entries[0]!));
  const whole = await empty();
  expect(await restoreBackup(whole.url, own)).toMatchObject({ last });
  expect(await rowsIn(whole, 'ledger.entries')).toEqual(
    await rowsIn(office.database, 'ledger.entries'),
  );
  expect(await rowsIn(whole, 'work.command_log')).toEqual(
    await rowsIn(office.database, 'work.command_log'),
  );
});

test('an erased value is in no file of the folder after the next backup', async () => {
  const own = newFolder();
  const api = office.database.ledger('dondoc_api');
  const token = await keepValue(office.database.pool(), SECRET);
  await takeBackup(office.database.url, own);
  expect(contentsOf(own)).toContain(SECRET);
  await api.erase(token);
  await takeBackup(office.database.url, own);
  expect(contentsOf(own)).not.toContain(SECRET);
  expect(contentsOf(own)).toContain(token);
});

describe('a backup that does not end', () => {
  test('killed in the middle: the one before can be restored, the next one goes on', async () => {
    const own = copied();
    const before = presentIndex(own);
    await decided(office.ledger, urging(ROUND, 'trong lúc sao lưu'));
    const holder = await office.database.pool().connect();
    await holder.query('BEGIN; LOCK TABLE work.erasable IN ACCESS EXCLUSIVE MODE');
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'dondoc.mjs'), 'backup', own], {
      env: { DONDOC_MIGRATION_DATABASE_URL: office.database.url, TZ: 'UTC' },
      stdio: 'ignore',
    });
    const more = () => filesIn(own).filter((name) => name.startsWith('ledger.entries-')).length > 1;
    await until('new entries lie in the folder', () => Promise.resolve(more()));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.query('ROLLBACK');
    holder.release();
    expect(presentIndex(own)).toEqual(before);
    const old = await empty();
    expect(await restoreBackup(old.url, own)).toMatchObject({ last: before.last!.seq });
    await until('the lock of the killed one is gone', async () =>
      takeBackup(office.database.url, own).then(
        () => true,
        () => false,
      ),
    );
    const named = presentIndex(own).segments.map(({ file }) => file);
    expect(filesIn(own).filter((name) => name.endsWith('.gz'))).toEqual(named.toSorted());
  });

  test('stopped by Ctrl-C: nothing new is left', async () => {
    const own = copied();
    const before = filesIn(own);
    const signal = AbortSignal.abort();
    await decided(office.ledger, urging(ROUND, 'trước khi dừng'));
    await expect(takeBackup(office.database.url, own, { signal })).rejects.toMatchObject({
      code: 'interrupted',
    });
    expect(presentIndex(own).generation).toBe(1);
    expect(filesIn(own)).toEqual(before);
  });

  test('the disk is full: it says so, and the one before is whole', async () => {
    const own = copied();
    const { sha256 } = await office.ledger.putContent(Buffer.from('một tệp lớn'), 'text/plain');
    const place = join(own, 'contents', sha256.slice(0, 2), sha256);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync('/dev/full', `${place}.new`);
    await expect(takeBackup(office.database.url, own)).rejects.toMatchObject({
      code: 'backup.disk-full',
      nextStep: expect.stringContaining('make room') as string,
    });
    expect(existsSync(place)).toBe(false);
    expect(presentIndex(own).generation).toBe(1);
    expect(await takeBackup(office.database.url, own)).toMatchObject({ newContents: 1 });
    expect(readFileSync(place, 'utf8')).toBe('một tệp lớn');
  });
});

describe('damage', () => {
  /** Half a restore is an empty database: one serves for all, and in the end for a whole one. */
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase('empty');
  });
  afterAll(async () => {
    expect(await restoreBackup(database.url, folder)).toMatchObject({ undecided: 0 });
    await database.drop();
  });

  const harmed = async (harm: (own: string, entries: string) => void): Promise<unknown> => {
    const own = copied();
    const entries = filesIn(own).find((name) => name.startsWith('ledger.entries-'))!;
    harm(own, join(own, entries));
    const thrown: unknown = await restoreBackup(database.url, own).catch((it: unknown) => it);
    const { code, message } = thrown as { code: string; message: string };
    return [code, message];
  };
  const named = (words: string) => ['backup.damaged', expect.stringContaining(words) as string];
  /** As somebody would who also knows of the hashes of files. */
  const rewritten =
    (change: (lines: string[]) => string[]) =>
    (own: string, entries: string): void => {
      const lines = gunzipSync(readFileSync(entries)).toString('utf8').trimEnd().split('\n');
      const changed = change(lines);
      const bytes = gzipSync(changed.map((line) => `${line}\n`).join(''));
      writeFileSync(entries, bytes);
      const file = join(own, 'index.json');
      const { backup } = JSON.parse(readFileSync(file, 'utf8')) as {
        backup: ReturnType<typeof presentIndex>;
      };
      const segments = backup.segments.map((it) =>
        entries.endsWith(it.file)
          ? { ...it, rows: changed.length, bytes: bytes.length, sha256: sha256Hex(bytes) }
          : it,
      );
      const index = { ...backup, segments };
      writeFileSync(
        file,
        JSON.stringify({ backup: index, sha256: sha256Hex(canonicalize(index)) }),
      );
    };

  test.each([
    ['an entry is altered', (lines: string[]) => lines.with(2, lines[2]!.replace('urn', 'Urn')), 3],
    ['an entry is missing', (lines: string[]) => lines.toSpliced(1, 1), 2],
    ['two are swapped', (lines: string[]) => [lines[1]!, lines[0]!, ...lines.slice(2)], 1],
    ['a line is none', (lines: string[]) => lines.with(3, '{}'), 4],
    [
      'an entry is replaced with its hash',
      (lines: string[]) => {
        const bytes = lines[1]!
          .replace(/^\[\d+,"[0-9a-f]{64}",(.*)\]$/s, '$1')
          .replace('urn', 'Urn');
        return lines.with(1, `[2,"${sha256Hex(bytes)}",${bytes}]`);
      },
      3,
    ],
  ])('%s: its number is named', async (_what, change, seq) => {
    expect(await harmed(rewritten(change))).toEqual(named(`at entry ${seq}:`));
  });

  test('the last entries are cut off: the index knows better', async () => {
    const cut = rewritten((lines) => lines.slice(0, -1));
    expect(await harmed(cut)).toEqual(named('as the last'));
  });

  test('a byte of the file is altered, or its end is missing', async () => {
    const flipped = await harmed((_own, entries) => {
      const bytes = readFileSync(entries);
      bytes[Math.floor(bytes.length / 2)]! ^= 0x10;
      writeFileSync(entries, bytes);
    });
    expect(flipped).toEqual(named('ledger.entries-000000000001'));
    const short = await harmed((_own, entries) => {
      writeFileSync(entries, readFileSync(entries).subarray(0, -40));
    });
    expect(short).toEqual(named('ledger.entries-000000000001'));
  });

  test('a file is missing, or is another one; the index is altered', async () => {
    expect(await harmed((_own, entries) => rmSync(entries))).toEqual(
      named('at entry 1: the file is missing'),
    );
    const other = await harmed((own) => {
      const [erasable] = filesIn(own).filter((name) => name.startsWith('work.erasable-'));
      writeFileSync(join(own, erasable!), gzipSync('{}\n'));
    });
    expect(other).toEqual(named('work.erasable-'));
    const index = await harmed((own) => {
      const file = join(own, 'index.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"rows": 4', '"rows": 5'));
    });
    expect(index).toEqual(named('it differs from its own SHA-256'));
  });
});

describe('refused', () => {
  test('a folder of another deployment, of another history, or one that is not whole', async () => {
    const other = await openOffice();
    made.push(other.database);
    await decided(other.ledger, opening(ROUND), urging(ROUND, 'lời khác'));
    await expect(takeBackup(other.database.url, copied())).rejects.toMatchObject({
      code: 'backup.other-history',
    });
    const behind = await openOffice();
    made.push(behind.database);
    await expect(takeBackup(behind.database.url, copied())).rejects.toThrow(/ends before/);
    const own = copied();
    rmSync(
      join(
        own,
        filesIn(own).find((name) => name.startsWith('ledger.entries-'))!,
      ),
    );
    await expect(takeBackup(office.database.url, own)).rejects.toMatchObject({
      code: 'backup.damaged',
    });
  });

  test('a database that holds anything', async () => {
    await expect(restoreBackup(office.database.url, folder)).rejects.toMatchObject({
      code: 'restore.not-empty',
      message: expect.stringContaining('the drill deployment "backup-test"') as string,
    });
    const others = await empty();
    await others.pool().query('CREATE TABLE public.theirs (id int)');
    await expect(restoreBackup(others.url, folder)).rejects.toThrow(
      /it has the table public.theirs/,
    );
  });

  test('a folder without a backup, and a database without a deployment', async () => {
    const database = await empty();
    await expect(restoreBackup(database.url, newFolder())).rejects.toMatchObject({
      code: 'backup.missing',
    });
    await expect(takeBackup(database.url, newFolder())).rejects.toMatchObject({
      code: 'deployment.unstamped',
    });
  });
});
