/** What `npm start -- --once` left is read by the command line while nothing runs, one command after another. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from '../../libs/service';
import { discard, newDataDir, processesOf, ROOT, startStandalone } from './support/standalone';

const PLAYED_WITHIN_MS = 120_000;
const dataDir = newDataDir();
let standalone: ReturnType<typeof startStandalone>;

beforeAll(async () => {
  standalone = startStandalone(dataDir, '--fresh', '--once', '--until', '2012-01-05');
  expect(await standalone.ended).toEqual({ code: 0, signal: null });
}, PLAYED_WITHIN_MS);
afterAll(() => discard(dataDir, standalone));

function dondoc(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = childEnvironment({ DONDOC_DATA_DIR: dataDir });
  return new Promise((resolve) => {
    execFile('node', [join(ROOT, 'bin', 'dondoc.mjs'), ...args], { env }, (failed, out, err) =>
      resolve({ code: failed ? Number(failed.code ?? 1) : 0, out, err }),
    );
  });
}

test('two commands in a row are answered, and nothing stays behind', async () => {
  for (const args of [
    ['directive', 'list'],
    ['asof', '09-CT/TU', '2012-01-02'],
  ]) {
    const { code, out } = await dondoc(...args);
    expect([args, code, out]).toEqual([args, 0, expect.stringContaining('09-CT/TU')]);
    expect(processesOf(dataDir)).toEqual([]);
  }
}, 60_000);

test('the whole ledger is verified', async () => {
  const { code, out } = await dondoc('verify', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([0, { ok: true }]);
}, 60_000);

test('an act is refused with what to do', async () => {
  const asked = await dondoc(
    ...['--as', 'an;clerk;', 'directive', 'issue', '09-CT/TU', '--date', '2012-01-06'],
  );
  expect([asked.code, asked.err]).toEqual([3, expect.stringContaining('npm start')]);
}, 60_000);
