/** `dondoc witness` as a process: one at a time in a folder, also after one of them was killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSigner, secretKeyText } from '../../libs/audit';
import { childEnvironment } from '../../libs/service';
import { built } from './support/api-process';

const LOG = fileSigner(secretKeyText('dondoc/x', Buffer.alloc(32, 1), 'log')).key.text;

let folder: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-witness-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Started = { readonly child: ChildProcess; readonly url: string };
type Ended = { readonly code: number | null; readonly err: string };

function spawned(...args: string[]): ChildProcess {
  const given = ['witness', '--name', 'w/1', '--state', folder, '--log', LOG, '--port', '0'];
  const child = spawn(process.execPath, [built('apps/cli/main.js'), ...given, ...args], {
    env: childEnvironment({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

async function started(): Promise<Started> {
  const child = spawned();
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, url: line.toString().trim().split(' ')[1]! };
}

async function refused(...args: string[]): Promise<Ended> {
  const child = spawned(...args);
  let err = '';
  child.stderr!.on('data', (chunk) => (err += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, err };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

const lock = () => join(folder, 'witness.lock');

test('a second one in the same folder is refused, and the first goes on', async () => {
  const { child, url } = await started();
  const { code, err } = await refused();
  expect(code).not.toBe(0);
  const held = `pid ${child.pid} @ ${hostname()} (${lock()})`;
  expect(err.split('\n').slice(0, 2)).toEqual([
    `dondoc: một bên chứng kiến khác đang chạy trong ${folder} · another witness works there: ${held} [witness.runs]`,
    expect.stringMatching(/^ {2}next: chỉ để một tiến trình chạy, .+ · let one run, /u),
  ]);
  expect(err).not.toMatch(/\bat .+:\d+:\d+/u);
  expect((await fetch(url)).status).toBe(200);
});

test('one that hangs still holds it', async () => {
  const { child } = await started();
  child.kill('SIGSTOP');
  expect((await refused()).err).toContain('witness.runs');
});

test('after one that was killed the next one begins, with the same key', async () => {
  const { child } = await started();
  const key = readFileSync(join(folder, 'witness.key'), 'utf8');
  await end(child, 'SIGKILL');
  expect(existsSync(lock())).toBe(true);
  await started();
  expect(readFileSync(join(folder, 'witness.key'), 'utf8')).toBe(key);
});

test('one that was stopped in order, or could not listen, leaves nothing behind', async () => {
  const { child, url } = await started();
  await end(child, 'SIGTERM');
  expect(existsSync(lock())).toBe(false);
  const { url: taken } = await started();
  expect(taken).not.toBe(url);
  await end(running.at(-1)!, 'SIGTERM');
  const { err } = await refused('--host', '203.0.113.1');
  expect(err).toContain('witness.address');
  expect(existsSync(lock())).toBe(false);
});

test('whether one on another machine has ended is for people to say', async () => {
  writeFileSync(lock(), JSON.stringify({ host: 'another-machine', pid: 1, born: '1' }));
  expect((await refused()).err).toContain('pid 1 @ another-machine');
});
