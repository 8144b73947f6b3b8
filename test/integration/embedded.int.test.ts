/**
 * What was started ends with its starter, however that ends, and the next start finds the data. Each owner is a process
 * of its own that provisions a PostgreSQL in a folder of this test.
 */
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { compileSupport } from '../support/compile-support';

let folder = '';
let script = '';
const owners: ChildProcess[] = [];

beforeAll(() => {
  script = compileSupport('test/support/provision-once.js');
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-embedded-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const owner of owners.splice(0)) await end(owner, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { readonly adminUrl: string; readonly texts: string[]; readonly failure?: string };

async function start(): Promise<{ owner: ChildProcess; answer: Answer }> {
  const args = [join(folder, 'data'), join(folder, 'cache')];
  const owner = fork(script, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  owners.push(owner);
  const [answer] = (await once(owner, 'message')) as [Answer];
  return { owner, answer };
}

async function end(owner: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (owner.exitCode !== null || owner.signalCode !== null) return;
  owner.kill(signal);
  await once(owner, 'exit');
}

async function query(adminUrl: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as unknown[];
}

async function listens(adminUrl: string): Promise<boolean> {
  const socket = createConnection(Number(new URL(adminUrl).port), '127.0.0.1');
  const connected = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return connected;
}

async function untilGone(adminUrl: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await listens(adminUrl)); tries += 1) await pause(100);
}

test('a second start finds the data and the address of the first', async () => {
  const first = await start();
  await query(first.answer.adminUrl, 'create table kept as select 7 as value');
  await end(first.owner, 'SIGTERM');
  expect(await listens(first.answer.adminUrl)).toBe(false);
  const second = await start();
  expect(second.answer.adminUrl).toBe(first.answer.adminUrl);
  expect(await query(second.answer.adminUrl, 'select value from kept')).toEqual([{ value: 7 }]);
});

test('two at once in one folder: the second is refused and the first lives on', async () => {
  const first = await start();
  const second = await start();
  expect(second.answer.failure).toMatch(/in use by another Dondoc .*\[data.inUse\]/);
  expect(await listens(first.answer.adminUrl)).toBe(true);
});

test('a start that is killed outright takes its parts with it', async () => {
  const { owner, answer } = await start();
  await end(owner, 'SIGKILL');
  await untilGone(answer.adminUrl);
  expect(await listens(answer.adminUrl)).toBe(false);
});

test('a part whose guardian was killed too is ended by the next start, which finds its data', async () => {
  const first = await start();
  await query(first.answer.adminUrl, 'create table kept as select 7 as value');
  const { pid } = JSON.parse(readFileSync(childFile(), 'utf8')) as { pid: number };
  killGuardianOf(pid);
  await end(first.owner, 'SIGKILL');
  await pause(500);
  expect(await listens(first.answer.adminUrl)).toBe(true);
  const second = await start();
  expect(second.answer.texts.join('\n')).toContain('ended postgres, left running');
  expect(await query(second.answer.adminUrl, 'select value from kept')).toEqual([{ value: 7 }]);
});

function childFile(): string {
  const run = join(folder, 'data', 'run');
  const [name] = readdirSync(run).filter((it) => it.startsWith('child-'));
  return join(run, name ?? 'none');
}

/** The shell that waits for the owner's end; found by its arguments, which name the part's pid. */
function killGuardianOf(pid: number): void {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const guardian = processes.find((line) => line.endsWith(` guardian INT ${pid}`));
  process.kill(-Number(guardian?.trim().split(' ')[0]), 'SIGKILL');
}
