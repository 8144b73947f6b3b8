/**
 * One backup into a folder at a time, of whatever database: a file in it that names the process which writes. That of a
 * process that has ended is taken over; whether one on another machine has ended nobody here can tell.
 */
import { randomUUID } from 'node:crypto';
import { constants, copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../ledger';
import { folderFault } from './folder-fault';

const LOCK = 'backup.lock';

type Holder = { readonly host: string; readonly pid: number; readonly id: string };

/** Of this process: another one may have had its number. */
const held = new Set<string>();

/** @throws Failure `backup.runs` */
export async function inLockedFolder<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const file = join(folder, LOCK);
  const mine: Holder = { host: hostname(), pid: process.pid, id: randomUUID() };
  held.add(mine.id);
  try {
    await take(file, JSON.stringify(mine)).catch((cause: unknown) => {
      throw folderFault(folder, cause);
    });
    try {
      return await work();
    } finally {
      await rm(file, { force: true }).catch(() => undefined);
    }
  } finally {
    held.delete(mine.id);
  }
}

async function take(file: string, mine: string): Promise<void> {
  for (;;) {
    if (await written(file, mine)) return;
    const theirs = await readFile(file, 'utf8').catch(goneAsNull);
    if (theirs === null) continue;
    const holder = holderIn(theirs);
    if (holder === null || isAlive(holder)) throw runs(file, holder);
    await dropStale(file, theirs);
  }
}

async function written(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

/** Moved aside first: what another one has taken over meanwhile is put back. */
async function dropStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  const moved = await rename(file, aside).then(() => true, goneAsNull);
  if (moved === null) return;
  if ((await readFile(aside, 'utf8')) !== stale) {
    await copyFile(aside, file, constants.COPYFILE_EXCL).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

function goneAsNull(thrown: unknown): null {
  if (codeOf(thrown) === 'ENOENT') return null;
  throw thrown;
}

function codeOf(thrown: unknown): unknown {
  return (Object(thrown) as { code?: unknown }).code;
}

function holderIn(text: string): Holder | null {
  try {
    const read = JSON.parse(text) as Partial<Holder>;
    const { host, pid, id } = read;
    if (typeof host !== 'string' || typeof id !== 'string') return null;
    return Number.isSafeInteger(pid) && pid! > 0 ? { host, pid: pid!, id } : null;
  } catch {
    return null;
  }
}

function isAlive({ host, pid, id }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(id);
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return codeOf(thrown) !== 'ESRCH';
  }
}

function runs(file: string, holder: Holder | null): Failure {
  const who = holder === null ? 'an unknown process' : `process ${holder.pid} on ${holder.host}`;
  return new Failure('backup.runs', `another backup writes into this folder: ${who} (${file})`, {
    nextStep: 'wait for it to end; if no backup runs there any more, remove that file',
  });
}
