/** verify.mjs as an auditor runs it: one file and one zip in an empty folder, nothing else. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signerOf } from '../support/played-entries';
import { bundleOf, D07, keyOf, played } from './support/insider';
import { VERIFY } from './support/verifier';

jest.setTimeout(60_000);

let folder: string;
let temporary: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-auditor-'));
  temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  copyFileSync(VERIFY, join(folder, 'verify.mjs'));
  writeFileSync(join(folder, 'b.zip'), await bundleOf(played, D07));
  writeFileSync(join(folder, 'keys.txt'), `${keyOf(signerOf(1))}\n\n${keyOf(signerOf(2))}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TMPDIR: temporary },
  });
  return { status, stdout, stderr };
}

test('a sound bundle passes with key, range, root and figures, Vietnamese first', () => {
  const { status, stdout, stderr } = run('b.zip', '--key', keyOf(signerOf(2)));
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/NGUYÊN VẸN \[sound, 0\]/);
  expect(stdout).toMatch(/Phạm vi +chỉ thị 07\/CT-BCA-V28/);
  expect(stdout).toContain(`${keyOf(signerOf(2))}  30– (đã ghim)`);
  expect(stdout).toMatch(/Dòng +40\n/);
  expect(stdout).not.toContain('CHƯA GHIM KHÓA');
  expect(readdirSync(temporary)).toEqual([]);
});

test('without a pinned key it passes and says loudly that the signer is not known', () => {
  const { status, stdout } = run('b.zip', '--lang', 'en');
  expect(status).toBe(0);
  expect(stdout).toContain('! THE KEY IS NOT PINNED');
  expect(stdout).toContain(keyOf(signerOf(2)));
});

test('keys may stand in a file, and all of them must be there', () => {
  expect(run('b.zip', '--key', 'keys.txt').status).toBe(0);
  const other = run('b.zip', '--key', 'keys.txt', '--key', keyOf(signerOf(9)), '--lang', 'en');
  expect(other.status).toBe(21);
  expect(other.stdout).toContain('[unpinned-key, 21]');
});

test('deciders are told with their hash and pinned by it; what is not proven is said', () => {
  const { stdout } = run('b.zip', '--lang', 'en');
  const [, hash = ''] =
    /Deciders +([0-9a-f]{64}) {2}\d+–\d+, 40 entries \(NOT PINNED\)/u.exec(stdout) ?? [];
  expect(stdout).toContain('! THE DECIDERS ARE NOT PINNED');
  expect(stdout).toContain('! 1 attachments named by entries are not here.');
  expect(stdout).toContain('index.html, index.pdf and README.txt are not proven');
  expect(stdout).toMatch(/Mode +drill \(said, not signed: not proven\)/);
  const pinned = run('b.zip', '--lang', 'en', '--deciders', hash);
  expect(pinned.status).toBe(0);
  expect(pinned.stdout).not.toContain('THE DECIDERS ARE NOT PINNED');
});

test('the report is JSON when asked', () => {
  const { status, stdout } = run('b.zip', '--json', '--witness', keyOf(signerOf(3, 'witness')));
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    class: 'sound',
    bundle: { deployment: 'so-thu', scope: { kind: 'directive', directive: 'd-07' } },
    checkpoint: { size: 62 },
    witnesses: [{ name: 'chung-kien.vn/w1', size: 62 }],
    figures: { entries: 40, streams: 7, commands: 19, events: 21, refusals: 2, performed: 40 },
  });
});

test.each([
  [['b.zip', '--nonsense']],
  [[]],
  [['b.zip', 'c.zip']],
  [['b.zip', '--lang', 'fr']],
  [['b.zip', '--threads', 'many']],
  [['b.zip', '--memory', 'much']],
  [['b.zip', '--key', 'no-key']],
  [['b.zip', '--deciders', 'x']],
  [['b.zip', '--witness', keyOf(signerOf(1))]],
  [['b.zip', '--checkpoint', 'keys.txt']],
])('%p is called in a wrong way', (args) => {
  const { status, stdout, stderr } = run(...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^verify: gọi sai cách: /);
  expect(stderr).not.toMatch(/^ +at /m);
});

test('a file that is not there is said in a sentence', () => {
  const { status, stdout, stderr } = run('c.zip');
  expect([status, stderr]).toEqual([3, '']);
  expect(stdout).toContain('[io, 3]');
  expect(`${stdout}${stderr}`).not.toMatch(/^ +at /m);
});

test('help lists every class with its exit code', () => {
  const { status, stdout } = run('--help', '--lang', 'en');
  expect(status).toBe(0);
  expect(stdout).toMatch(/ 33  altered-entry +an entry is altered/);
});

test('docs/audit.md lists the same codes', () => {
  const { stdout } = run('--help', '--lang', 'en');
  const codes = [...stdout.matchAll(/^ +(\d+) {2}(\S+) +(.*)$/gmu)]
    .filter(([line]) => line.trimStart().match(/^\d/u))
    .map(([, code, name, en]) => `| ${code} | \`${name}\` | ${en} |`);
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'audit.md'), 'utf8');
  const section = page.slice(page.indexOf('## Exit codes')).split('\n\n')[1] ?? '';
  expect(section.trimEnd().split('\n').slice(2)).toEqual(codes);
});

test('a disk that takes no more is said in a sentence, and nothing is left on it', () => {
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', 'ulimit -f 1; exec "$0" verify.mjs b.zip --memory 0.001 --lang en', process.execPath],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, TMPDIR: temporary } },
  );
  expect(status).toBe(3);
  expect(stdout).toContain('file too large');
  expect(readdirSync(temporary)).toEqual([]);
});
