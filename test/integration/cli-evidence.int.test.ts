/** `dondoc export`: a file that is there whole or not at all, and the exit code says which. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzip } from '../support/unzip';
import { built, startDoor, type Door } from './support/api-process';

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

const doors: Door[] = [];
let proven: Door;
let folder: string;

async function door(...manners: string[]): Promise<Door> {
  const started = await startDoor(...manners);
  doors.push(started);
  return started;
}

beforeAll(async () => {
  proven = await door('evidence');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => Promise.all(doors.map((it) => it.stop())));

function started(of: Door, args: readonly string[]) {
  const env = { PATH: '', DONDOC_DATA_DIR: folder, DONDOC_API_URL: of.url };
  return spawn(process.execPath, [built('apps/cli/main.js'), ...args], { env, cwd: folder });
}

function ended(child: ReturnType<typeof started>): Promise<Ran> {
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

const run = (of: Door, ...args: string[]) => ended(started(of, ['export', ...args]));

test('a directive is written whole, and what it holds is told', async () => {
  const { code, out, err } = await run(proven, '07/CT-BCA-V28', '--out', 'b.zip');
  expect({ code, err }).toEqual({ code: 0, err: 'Đang lấy chứng cứ từ sổ cái…\n' });
  for (const said of [
    'Gói chứng cứ 07/CT-BCA-V28 · Evidence 07/CT-BCA-V28',
    'CHẠY MÔ PHỎNG',
    'Dòng sổ cái: 36 (1–38); tệp kèm theo: 2',
    'Điểm chốt: 58',
    'Khóa: dondoc/so-thu+',
  ]) {
    expect(out).toContain(said);
  }
  expect(out).toMatch(/Gốc cây: [A-Za-z0-9+/]{43}=/);
  expect(readdirSync(folder)).toEqual(['b.zip']);
  expect(unzip(readFileSync(join(folder, 'b.zip'))).at(-1)?.path).toBe('manifest.json');
});

test.each([
  [['--all'], 58],
  [['--from', '3', '--to', '9'], 7],
  [['07/CT-BCA-V28', '--at', '27'], 28],
])('%p, answered as JSON', async (scope, count) => {
  const child = started(proven, ['--json', 'export', ...scope, '--out', 'b.zip']);
  const { code, out } = await ended(child);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ file: join(folder, 'b.zip'), entries: { count } });
});

test('a file that is there is replaced only when told so', async () => {
  writeFileSync(join(folder, 'b.zip'), 'kept');
  const refused = await run(proven, '--all', '--out', 'b.zip');
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('--force');
  expect(readFileSync(join(folder, 'b.zip'), 'utf8')).toBe('kept');
  expect((await run(proven, '--all', '--out', 'b.zip', '--force')).code).toBe(0);
  expect(readFileSync(join(folder, 'b.zip')).toString('latin1')).toMatch(/^PK/);
});

test.each([
  ['nothing named', []],
  ['two things named', ['07/CT-BCA-V28', '--all']],
  ['half a range', ['--from', '3']],
  ['a range that is turned round', ['--from', '3', '--to', '2']],
  ['a sequence that is none', ['--all', '--at', 'x']],
  ['a symbol that several issuers used', ['04/CT-UBND']],
])('%s is a fault of usage, and leaves no file', async (_what, scope) => {
  const { code, out, err } = await run(proven, ...scope, '--out', 'b.zip');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toMatch(/\bat .+:\d+:\d+/);
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that is not there, and a way that leads to no file, are said at once', async () => {
  const { code, err } = await run(proven, '--all', '--out', 'none/b.zip');
  expect(code).toBe(2);
  expect(err).toContain('there is no such folder');
});

test('what is broken off is no file: exit code 3', async () => {
  const { code, err } = await run(await door('evidence-breaks'), '--all', '--out', 'b.zip');
  expect(code).toBe(3);
  expect(err).toContain('broke off before the end');
  expect(readdirSync(folder)).toEqual([]);
});

test('Ctrl-C leaves nothing: exit code 130', async () => {
  const endless = await door('evidence-endless');
  const child = started(endless, ['export', '--all', '--out', 'b.zip']);
  const ending = ended(child);
  await endless.prints('"read":1000}');
  child.kill('SIGINT');
  const { code, err } = await ending;
  expect(code).toBe(130);
  expect(err).toContain('đã dừng · stopped');
  expect(readdirSync(folder)).toEqual([]);
});
