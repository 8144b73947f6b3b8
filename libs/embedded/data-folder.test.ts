import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from './data-folder';
import { lives, markOf } from '../service';

let path = '';

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'dondoc-data-'));
});

afterEach(() => rmSync(path, { recursive: true, force: true }));

const nothingLeft = (part: string): void => {
  throw new Error(`nothing was to be ended, but ${part} was`);
};

async function sleeper() {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
}

test('a folder that another living process owns is refused', async () => {
  const other = await sleeper();
  const folder = await openDataFolder(path, nothingLeft);
  folder.release();
  writeFileSync(join(path, 'run', 'owner.json'), JSON.stringify(markOf(other.pid ?? 0)));
  await expect(openDataFolder(path, nothingLeft)).rejects.toMatchObject({ code: 'data.inUse' });
  other.kill('SIGKILL');
  await once(other, 'exit');
  await expect(openDataFolder(path, nothingLeft)).resolves.toBeDefined();
});

test('a part that a killed owner left running is ended, recognised by pid and birth', async () => {
  const ours = await sleeper();
  const stranger = await sleeper();
  const folder = await openDataFolder(path, nothingLeft);
  const record = { ...markOf(ours.pid ?? 0), part: 'kafka', signal: 'SIGTERM' };
  writeFileSync(join(path, 'run', `child-${ours.pid}.json`), JSON.stringify(record));
  const reused = { pid: stranger.pid, born: 'another birth', part: 'postgres', signal: 'SIGTERM' };
  writeFileSync(join(path, 'run', `child-${stranger.pid}.json`), JSON.stringify(reused));
  folder.release();
  const ended: string[] = [];
  await openDataFolder(path, (part) => ended.push(part));
  expect(ended).toEqual(['kafka']);
  expect(lives(markOf(stranger.pid ?? 0) ?? { pid: 0, born: '' })).toBe(true);
  expect(existsSync(join(path, 'run', `child-${stranger.pid}.json`))).toBe(false);
  stranger.kill('SIGKILL');
});

test('a part keeps its port from start to start, unless somebody has taken it', async () => {
  const folder = await openDataFolder(path, nothingLeft);
  const [kafka, temporal] = await Promise.all([folder.port('kafka'), folder.port('temporal')]);
  expect(kafka).not.toBe(temporal);
  expect(await folder.port('kafka')).toBe(kafka);
  const taker = createServer().listen(kafka, '127.0.0.1');
  await once(taker, 'listening');
  expect(await folder.port('kafka')).not.toBe(kafka);
  taker.close();
  const written = JSON.parse(readFileSync(join(path, 'ports.json'), 'utf8')) as object;
  expect(Object.keys(written).sort()).toEqual(['kafka', 'temporal']);
});

test('a secret is made once and only its owner reads it', async () => {
  const folder = await openDataFolder(path, nothingLeft);
  const secret = folder.secret('postgres');
  expect(folder.secret('postgres')).toBe(secret);
  expect(folder.secret('api')).not.toBe(secret);
  expect(statSync(join(path, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a folder that cannot be made says so and what to do', async () => {
  writeFileSync(join(path, 'file'), '');
  await expect(openDataFolder(join(path, 'file', 'x'), nothingLeft)).rejects.toMatchObject({
    code: 'data.unwritable',
    nextStep: expect.stringContaining('DONDOC_DATA_DIR'),
  });
});
