/** `dondoc replay-histories` that is stopped: exit code 130, no folder is left, and nothing goes on replaying. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { built } from './support/api-process';
import { until } from './support/until';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** A bundle that never ends, and a history of nothing. */
const BUNDLE = Buffer.from('for (;;);');
const HISTORY = gzipSync(Buffer.alloc(0));
const RUN = {
  ...{ workflow: 'directive/d-07', run: 'r1', first: 'r1', before: null, after: null },
  ...{ type: 'DirectiveWorkflow', status: 'COMPLETED', closed: '2026-03-02T02:00:00.000Z' },
  ...{ queue: 'dondoc-1', events: 1, json: 'b'.repeat(64) },
  ...{ proto: sha256(HISTORY), bundle: sha256(BUNDLE) },
};

let folder: string;
let server: Server;
let asked: string[];
let isSilent: boolean;
let child: ChildProcess;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replay-stopped-'));
  [asked, isSilent] = [[], false];
  server = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url!.startsWith('/v1/histories')) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ items: [RUN], next: null }));
    } else if (!isSilent) response.end(request.url!.endsWith(RUN.bundle) ? BUNDLE : HISTORY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  child.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function started(): Promise<{ code: number | null; err: string }> {
  const { port } = server.address() as AddressInfo;
  const env = { PATH: '', TMPDIR: folder, DONDOC_API_URL: `http://127.0.0.1:${port}` };
  child = spawn(process.execPath, [built('apps/cli/main.js'), 'replay-histories', '--all'], {
    env,
  });
  let err = '';
  child.stderr!.on('data', (chunk) => (err += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, err })));
}

/** Of its main thread alone, which starts them. */
const children = (): string[] =>
  readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ').filter(Boolean);

test.each(['SIGINT', 'SIGTERM'] as const)('while it fetches, by %s', async (signal) => {
  isSilent = true;
  const ending = started();
  await until('a file is asked for', async () => asked.some((it) => it.includes('/content/')));
  expect(readdirSync(folder).some((it) => it.startsWith('dondoc-replay-'))).toBe(true);
  child.kill(signal);
  expect(await ending).toEqual({ code: 130, err: expect.stringContaining('đã dừng · stopped') });
  expect(readdirSync(folder)).toEqual([]);
});

test('while a bundle that never ends is replayed', async () => {
  const ending = started();
  await until('it replays', async () => children().length > 0);
  const [replaying] = children();
  child.kill('SIGINT');
  expect(await ending).toEqual({ code: 130, err: expect.stringContaining('đã dừng · stopped') });
  expect(readdirSync(folder).filter((it) => it.startsWith('dondoc-replay-'))).toEqual([]);
  await until('nothing replays any more', async () => !existsSync(`/proc/${replaying}`));
});
