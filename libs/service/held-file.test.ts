/** A held file: never two holders, whatever a killed process has left and however many come at once. */
import {
  existsSync,
  mkdtempSync,
  promises,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdFile } from './held-file';
import { markOf } from './process-mark';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-held-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'lock');
const taking = () => `${file()}.taking`;
const refused = (holder: string) => new Error(`held by ${holder}`);
const hold = () => holdFile(file(), refused);
/** As a process that was killed has left it. */
const stale = (born = '1') => JSON.stringify({ host: hostname(), pid: process.pid, born });
const living = () => JSON.stringify({ host: hostname(), ...markOf(process.ppid)! });

// Each round waits for the disk some ten times.
test('of many who find that of a killed process one holds it', async () => {
  for (let round = 0; round < 40; round += 1) {
    writeFileSync(file(), stale());
    const all = await Promise.allSettled([hold(), hold(), hold(), hold()]);
    const held = all.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
    expect(held).toHaveLength(1);
    await held[0]!();
    expect(readdirSync(folder)).toEqual([]);
  }
}, 60_000);

test('who was killed while he took it over leaves nothing that blocks', async () => {
  writeFileSync(file(), stale());
  writeFileSync(taking(), stale('2'));
  writeFileSync(`${taking()}.taking`, stale('3'));
  const letGo = await hold();
  expect(readdirSync(folder)).toEqual(['lock']);
  await letGo();
  expect(readdirSync(folder)).toEqual([]);
});

test('while another one takes it over nobody else does', async () => {
  writeFileSync(file(), stale());
  writeFileSync(taking(), living());
  await expect(hold()).rejects.toThrow(`held by pid ${process.ppid} @ ${hostname()} (${taking()})`);
  expect(readFileSync(file(), 'utf8')).toBe(stale());
});

test('it is there whole or not at all', async () => {
  const link = jest.spyOn(promises, 'link').mockImplementation(async (whole, to) => {
    expect(JSON.parse(readFileSync(whole, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(existsSync(to)).toBe(false);
    throw new Error('killed here');
  });
  await expect(hold()).rejects.toThrow('killed here');
  expect(link).toHaveBeenCalledTimes(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('where the file system has no links it is held all the same', async () => {
  const none = Object.assign(new Error('no links'), { code: 'EPERM' });
  jest.spyOn(promises, 'link').mockRejectedValue(none);
  const letGo = await hold();
  await expect(hold()).rejects.toThrow(`held by pid ${process.pid} @`);
  await letGo();
  expect(readdirSync(folder)).toEqual([]);
});

test("letting go leaves another's alone", async () => {
  const letGo = await hold();
  writeFileSync(file(), living());
  await letGo();
  expect(readFileSync(file(), 'utf8')).toBe(living());
});
