/**
 * A file that one process at a time holds: it names that process by its machine, pid and birth. That of a process that has
 * ended is taken over, also after a crash; whether one on another machine has ended nobody here can tell.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { lives, markOf, type ProcessMark } from './process-mark';

type Holder = ProcessMark & { readonly host: string };

/** What a file system says that has no links (FAT, some shares). */
const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * Answers how it is let go.
 * @param refused what is thrown when another one holds it: given who does, in words
 */
export async function holdFile(
  file: string,
  refused: (holder: string) => Error,
): Promise<() => Promise<void>> {
  // The id tells two of one process apart.
  const mine = JSON.stringify({ host: hostname(), ...markOf(process.pid)!, id: randomUUID() });
  for (;;) {
    if (await written(file, mine)) return () => removeOnly(file, mine).catch(() => undefined);
    const theirs = await textOf(file);
    if (theirs === null) continue;
    const holder = holderIn(theirs);
    if (holder === null) throw refused(`pid ? (${file})`);
    if (holder.host !== hostname() || lives(holder)) {
      throw refused(`pid ${holder.pid} @ ${holder.host} (${file})`);
    }
    // One at a time, or one would take away what another has taken over. Whoever is killed here leaves a file of the same kind.
    const done = await holdFile(`${file}.taking`, refused);
    await removeOnly(file, theirs).finally(done);
  }
}

/** What lies there may be another's by now. */
async function removeOnly(file: string, text: string): Promise<void> {
  if ((await textOf(file)) === text) await rm(file, { force: true });
}

/** Under another name first: it has its name when it is whole and on the disk, or an empty one would be nobody's for ever. */
async function written(file: string, text: string): Promise<boolean> {
  const whole = `${file}.${randomUUID()}`;
  const asNew = { flag: 'wx', mode: 0o600, flush: true };
  try {
    await writeFile(whole, text, asNew);
    await link(whole, file).catch((thrown: unknown) => {
      if (!NO_LINKS.includes(codeOf(thrown))) throw thrown;
      return writeFile(file, text, asNew);
    });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  } finally {
    await rm(whole, { force: true });
  }
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(goneAsNull);
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
