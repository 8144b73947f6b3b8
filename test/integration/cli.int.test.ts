/** `dondoc` as a stranger types it: what goes to which stream, and what the exit codes say. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DRAFT } from './support/api-fixtures';
import { built, startDoor, type Door } from './support/api-process';

type Ran = { readonly code: number; readonly out: string; readonly err: string };

let door: Door;
let folder: string;
beforeAll(async () => {
  door = await startDoor();
  folder = mkdtempSync(join(tmpdir(), 'dondoc-cli-'));
});
afterAll(async () => {
  await door.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const child = { PATH: '', DONDOC_DATA_DIR: folder, DONDOC_API_URL: door.url, ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [built('apps/cli/main.js'), ...args],
      { env: child, cwd: folder },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test('without a command it says what may be typed, in both languages', async () => {
  const { code, out, err } = await run(['--help']);
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const word of ['status', 'directive', 'round', 'submit', 'history', 'why', 'calendar']) {
    expect(out).toContain(`  ${word}`);
  }
  expect(out).toContain('Gửi báo cáo · Submit the report');
});

test('the help of `ask` lists every command of the table with its route', async () => {
  const { out } = await run(['ask', '--help']);
  expect(out).toContain('WaiveObligation');
  expect(out).toContain('POST /v1/obligations/{obligationId}/waive');
});

test('a list is a table on standard output, or JSON', async () => {
  const text = await run(['directive', 'list']);
  expect(text).toMatchObject({ code: 0, err: '' });
  expect(text.out).toContain('Các chỉ thị · Directives');
  expect(text.out).toContain('04/CT-UBND');
  const json = await run(['--json', 'directive', 'list']);
  expect(JSON.parse(json.out)).toMatchObject([{ symbol: '04/CT-UBND' }]);
  const english = await run(['--lang', 'en', 'directive', 'list']);
  expect(english.out).toMatch(/^Directives\n═+\nDRILL: .*\nSymbol {2,}Issuer/);
});

test('a directive is registered from a file, and the same key gives the same receipt', async () => {
  const file = join(folder, 'draft.json');
  writeFileSync(file, JSON.stringify({ draft: DRAFT, duties: [] }));
  const args = ['--json', '--key', 'cli-1', 'directive', 'register', file];
  const first = JSON.parse((await run(args)).out);
  expect(first).toMatchObject({ status: 'decided', outcome: { accepted: true }, repeat: false });
  expect(JSON.parse((await run(args)).out)).toEqual({ ...first, repeat: true });
});

test('a refusal is exit code 1 with what is wrong, its code and what to do on standard error', async () => {
  const file = join(folder, 'nobody.json');
  writeFileSync(file, JSON.stringify({ draft: { ...DRAFT, addressees: [] } }));
  const { code, out, err } = await run(['directive', 'register', file]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('Chỉ thị không có đối tượng thực hiện. Nêu ít nhất một đơn vị');
  expect(err).toContain('[directive.no-addressee]');
});

test('reorganisations are listed, previewed from a file, and shown by id', async () => {
  const list = await run(['reorganisation', 'list']);
  expect(list).toMatchObject({ code: 0, err: '' });
  expect(list.out).toContain('Các đợt sắp xếp đơn vị · Reorganisations of units');
  const changes = [{ kind: 'merge', units: ['ubnd-a', 'ubnd-b'], into: 'ubnd-c' }];
  const set = { id: 's-1', title: 'Sáp nhập', on: '2025-07-01', source: 'nghị quyết', changes };
  const file = join(folder, 'set.json');
  writeFileSync(file, JSON.stringify(set));
  const preview = await run(['reorganisation', 'preview', file]);
  expect(preview).toMatchObject({ code: 0, err: '' });
  expect(preview.out).toContain('2 đơn vị kết thúc từ 01/07/2025. Chưa có gì thay đổi.');
  expect(preview.out).not.toContain('Sẽ bị từ chối');
  writeFileSync(file, JSON.stringify({ ...set, changes: [{ ...changes[0], into: 'ubnd-x' }] }));
  const other = await run(['reorganisation', 'preview', file]);
  expect(other).toMatchObject({ code: 0, err: '' });
  expect(other.out).toContain('Sẽ bị từ chối');
  expect(other.out).toContain('ubnd-x');
  expect(other.out).toContain('[unit.unknown]');
  const shown = await run(['reorganisation', 'show', 's-9']);
  expect(shown).toMatchObject({ code: 1, out: '' });
  expect(shown.err).toContain('[not-found.reorganisation]');
});

test('a change set that cannot be read is told place by place, and nothing is asked', async () => {
  const file = join(folder, 'bad-set.json');
  writeFileSync(file, JSON.stringify({ id: 's-1', title: 'Sáp nhập', on: '2025-02-30' }));
  const { code, out, err } = await run(['reorganisation', 'preview', file]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  for (const place of ['/on', '/source', '/changes']) expect(err).toContain(`${place}: `);
});

test.each([
  ['an unknown command', ['nonsense']],
  ['an unknown option', ['status', '--colour']],
  ['a missing argument', ['why', 'd-a~b~c']],
  ['a symbol that several issuers used', ['directive', 'show', '04/CT-UBND']],
  ['a file that is not there', ['directive', 'register', 'none.json']],
  ['a date that is none', ['drill', 'advance', 'mai']],
  ['a body with faults', ['ask', 'SetUpDuty', 'directiveId=d-a', '--data', 'empty.json']],
])('%s is a fault of usage: exit code 2', async (_what, args) => {
  writeFileSync(join(folder, 'empty.json'), '{}');
  const { code, out, err } = await run(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toMatch(/\bat .+:\d+:\d+/);
});

test('an ambiguous symbol is asked back with issuers and ids', async () => {
  const { err } = await run(['directive', 'show', '04/CT-UBND']);
  expect(err).toMatch(/d-\S+ \(ubnd-thanh-hoa, .*\), d-\S+ \(ubnd-hau-giang, /);
});

test('faults in a body are told with their places, in the language asked for', async () => {
  writeFileSync(join(folder, 'empty.json'), '{}');
  const ask = ['ask', 'SetUpDuty', 'directiveId=d-a', '--data', 'empty.json'];
  expect((await run(ask)).err).toContain('/duty: Thiếu trường bắt buộc');
  expect((await run(['--lang', 'en', ...ask])).err).toContain('/duty: A required field is missing');
});

test('a part that is down is exit code 3, with which one and how to start it', async () => {
  const nobody = await run(['status'], { DONDOC_API_URL: 'http://127.0.0.1:9' });
  expect(nobody.code).toBe(3);
  expect(nobody.err).toContain('API');
  expect(nobody.err).toContain('npm start');
  const database = await startDoor('database-down');
  try {
    const file = join(folder, 'draft.json');
    writeFileSync(file, JSON.stringify({ draft: DRAFT }));
    const ran = await run(['directive', 'register', file], { DONDOC_API_URL: database.url });
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('PostgreSQL');
  } finally {
    await database.stop();
  }
});

test('without an address it finds the running system in the data folder', async () => {
  writeFileSync(join(folder, 'addresses.json'), JSON.stringify({ api: door.url }));
  const { code } = await run(['directive', 'list'], { DONDOC_API_URL: '' });
  expect(code).toBe(0);
});

test('a misspelt variable is refused by name', async () => {
  const { code, err } = await run(['status'], { DONDOC_APY_URL: 'x' });
  expect(code).toBe(2);
  expect(err).toContain('DONDOC_APY_URL');
});
