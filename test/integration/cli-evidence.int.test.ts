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
    'Dòng sổ cái: 40 (1–42); tệp kèm theo: 2',
    'Điểm chốt: 62',
    'Khóa: dondoc/so-thu+',
  ]) {
    expect(out).toContain(said);
  }
  expect(out).toMatch(/Gốc cây: [A-Za-z0-9+/]{43}=/);
  expect(readdirSync(folder)).toEqual(['b.zip']);
  expect(unzip(readFileSync(join(folder, 'b.zip'))).at(-1)?.path).toBe('manifest.json');
});

test.each([
  [['--all'], 62],
  [['--from', '3', '--to', '9'], 7],
  [['07/CT-BCA-V28', '--at', '27'], 28],
])('%p, answered as JSON', async (scope, count) => {
  const child = started(proven, ['--json', 'export', ...scope, '--out', 'b.zip']);
  const { code, out } = await ended(child);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ file: join(folder, 'b.zip'), entries: { count } });
});

describe('with a checkpoint that was kept', () => {
  /** The checkpoint of a bundle that was taken then. */
  async function kept(size: number): Promise<string> {
    expect((await run(proven, '--all', '--at', String(size), '--out', 'then.zip')).code).toBe(0);
    const files = unzip(readFileSync(join(folder, 'then.zip')));
    rmSync(join(folder, 'then.zip'));
    const lines = files.find(({ path }) => path === 'checkpoints.ndjson')!.bytes.toString('utf8');
    return (JSON.parse(lines.trimEnd().split('\n').at(-1)!) as { note: string }).note;
  }

  test('the bundle continues it, and the verifier says so', async () => {
    for (const size of [6, 24]) writeFileSync(join(folder, `${size}.txt`), await kept(size));
    const held = ['--checkpoint', '24.txt', '--checkpoint', '6.txt'];
    const { code, out } = await run(proven, '07/CT-BCA-V28', '--out', 'b.zip', ...held);
    expect(code).toBe(0);
    expect(out).toContain('Nối tiếp điểm chốt trong: 24.txt');
    expect(out).toMatch(/dondoc verify \S+b\.zip --checkpoint 24\.txt --checkpoint 6\.txt/);
    const verified = await ended(started(proven, ['verify', 'b.zip', '--lang', 'en', ...held]));
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toMatch(/Held +24 {2}this bundle continues it/);
  });

  test('more than eight of them are refused before anything is asked', async () => {
    const held = Array.from({ length: 9 }, () => ['--checkpoint', 'held.txt']).flat();
    const { code, err } = await run(proven, '--all', '--out', 'b.zip', ...held);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'dondoc: --checkpoint: tối đa 8 · at most 8\n',
    });
  });

  test.each<[string, number, () => Promise<string | null>, string]>([
    ['a file that is not there', 2, async () => null, 'the file cannot be read'],
    ['a file of something else', 2, async () => 'x'.repeat(9_999), 'too long for a checkpoint'],
    ['a text that is no note', 2, async () => 'x\n', 'not a signed checkpoint'],
    [
      'a note that was altered',
      1,
      async () => (await kept(24)).replace('\n24', '\n25'),
      'not signed',
    ],
  ])('%s is said, and no file is left', async (_what, exit, text, said) => {
    const note = await text();
    if (note !== null) writeFileSync(join(folder, 'held.txt'), note);
    const asked = ['07/CT-BCA-V28', '--out', 'b.zip', '--checkpoint', 'held.txt'];
    const { code, out, err } = await ended(started(proven, ['--lang', 'en', 'export', ...asked]));
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(/\bat .+:\d+:\d+/);
    expect(readdirSync(folder)).toEqual(note === null ? [] : ['held.txt']);
  });
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

/** The part is named by the process, which stays the same when the shell becomes it. */
const inShell = (before: string, ...args: string[]) =>
  ended(
    spawn(
      '/bin/sh',
      [
        '-c',
        `${before}; exec "$0" "$@"`,
        ...[process.execPath, built('apps/cli/main.js'), '--lang', 'en', 'export', ...args],
      ],
      { env: { DONDOC_DATA_DIR: folder, DONDOC_API_URL: proven.url }, cwd: folder },
    ),
  );

test.each([
  ['a disk that is full', '/bin/ln -s /dev/full ".b.zip.$$.part"', 'ENOSPC', 'the disk is full'],
  [
    'a file that may grow no more',
    'ulimit -f 40',
    'EFBIG',
    'too large for this disk (FAT32: 4 GB)',
  ],
])(
  '%s, as the kernel says it: exit code 1, and no part is left',
  async (_what, before, code, said) => {
    const ran = await inShell(before, '--all', '--out', 'b.zip');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(`${said} [${code}]; `);
    expect(ran.err).toContain('no partial file is left');
    expect(readdirSync(folder)).toEqual([]);
    // The same without it.
    expect((await inShell(':', '--all', '--out', 'b.zip')).code).toBe(0);
  },
);

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
