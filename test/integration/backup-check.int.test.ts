/** `dondoc backup --check`: every file that the index names is read against its hash, without a database. */
import files from 'node:fs/promises';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOperatorProgram } from '../../apps/operator/program';
import { checkBackup, presentIndex, takeBackup, type Progress } from '../../libs/backup';
import { decided, newFolder, openOffice, type Office } from './support/backup-office';
import { opening, urging } from './support/round-commands';

const ROUND = 'directive/d-1/round/report/2018/0';

let office: Office;
let folder: string;
let contents: string[];

beforeAll(async () => {
  office = await openOffice();
  folder = newFolder();
  await decided(office.ledger, opening(ROUND), urging(ROUND));
  contents = [];
  for (const text of ['một', 'hai']) {
    const { sha256 } = await office.ledger.putContent(Buffer.from(text), 'text/plain');
    contents.push(join('contents', sha256.slice(0, 2), sha256));
  }
  await takeBackup(office.database.url, folder);
});
afterAll(() => office.database.drop());

function copied(): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const segmentIn = (of: string, table: string) =>
  readdirSync(of).find((name) => name.startsWith(`${table}-`))!;

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 0x10;
  writeFileSync(file, bytes);
}

async function typed(...words: string[]) {
  let out = '';
  const program = createOperatorProgram({
    columns: 100,
    out: (text) => void (out += text),
    err: () => undefined,
    isLive: false,
    signal: new AbortController().signal,
  });
  const failed: unknown = await program.parseAsync(words, { from: 'user' }).then(
    () => null,
    (thrown: unknown) => (thrown as { code: string }).code,
  );
  return { out, failed };
}

test('a whole one is read to its end, with its progress; it can be stopped', async () => {
  const { segments, last } = presentIndex(folder);
  const seen: Progress[] = [];
  const checked = await checkBackup(folder, { onProgress: (it) => void seen.push(it) });
  const total = segments.length + contents.length;
  expect(checked).toMatchObject({ last: last!.seq, files: total, elsewhere: 0, damaged: [] });
  expect(seen).toHaveLength(total);
  expect(seen.at(-1)).toEqual({ step: 'files', done: total, total });
  await expect(checkBackup(folder, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'interrupted',
  });
  expect(await typed('--lang', 'en', 'backup', '--check', folder)).toEqual({
    ...{ out: expect.stringContaining(`${total} files`) as string, failed: null },
  });
});

test('each file that is altered or missing is named, and nothing is changed', async () => {
  const own = copied();
  const [erasable, entries] = [segmentIn(own, 'work.erasable'), segmentIn(own, 'ledger.entries')];
  flip(join(own, entries));
  flip(join(own, contents[0]!));
  rmSync(join(own, erasable));
  rmSync(join(own, contents[1]!));
  const names = readdirSync(own);
  const { damaged } = await checkBackup(own);
  expect(damaged.map((it) => it.split(' ')[0]).toSorted()).toEqual(
    [entries, erasable, ...contents].toSorted(),
  );
  expect(readdirSync(own)).toEqual(names);
  const { out, failed } = await typed('backup', '--check', own);
  expect([failed, out.split('\n')[0]]).toEqual([
    'backup.damaged',
    expect.stringContaining('HỎNG 4 trong'),
  ]);
});

test('a folder without a backup is none', async () => {
  await expect(checkBackup(newFolder())).rejects.toMatchObject({ code: 'backup.missing' });
});

test('the folders of contents are on the disk before an index names what lies in them', async () => {
  const opened = jest.spyOn(files, 'open');
  const own = newFolder();
  await takeBackup(office.database.url, own);
  const calls = opened.mock.calls.map(([file]) => String(file));
  opened.mockRestore();
  const index = calls.indexOf(join(own, 'index.json.new'));
  expect(index).toBeGreaterThan(0);
  const folders = contents.map((file) => join(own, file, '..'));
  for (const each of [...folders, join(own, 'contents'), own]) {
    expect([each, calls.slice(0, index).includes(each)]).toEqual([each, true]);
  }
});
