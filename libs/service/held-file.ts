/**
 * A file that one process at a time holds: it names that process by its machine, pid and birth. That of a process that has
 * ended is taken over, also after a crash; whether one on another machine has ended nobody here can tell.
 */
import { randomUUID } from 'node:crypto';
import { constants, copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { lives, markOf, type ProcessMark } from './process-mark';

type Holder = ProcessMark & { readonly host: string };

/**
 * Answers how it is let go.
 * @param refused what is thrown when another one holds it: given who does, in words
 */
export async function holdFile(
  file: string,
  refused: (holder: string) => Error,
): Promise<() => Promise<void>> {
  const mine: Holder = { host: hostname(), ...markOf(process.pid)! };
  for (;;) {
    if (await written(file, JSON.stringify(mine))) return () => letGo(file);
    const theirs = await readFile(file, 'utf8').catch(goneAsNull);
    if (theirs === null) continue;
    const holder = holderIn(theirs);
    if (holder === null) throw refused(`an unknown process (${file})`);
    if (holder.host !== hostname() || lives(holder)) {
      throw refused(`process ${holder.pid} on ${holder.host} (${file})`);
    }
    await dropStale(file, theirs);
  }
}

async function letGo(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
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
    const { host, pid, born } = JSON.parse(text) as Partial<Holder>;
    if (typeof host !== 'string' || typeof born !== 'string') return null;
    return Number.isSafeInteger(pid) && pid! > 0 ? { host, pid: pid!, born } : null;
  } catch {
    return null;
  }
}
