/** Checkpoints as files: one for each, never written over, and `latest` for those who watch. */
import { hash } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NotANote, readCheckpoint, readNote } from '../../../libs/audit';
import type { AuditTrail } from '../../../libs/ledger';
import type { Outlet } from '../outlet';

export function folderOutlet(folder: string): Outlet {
  return {
    name: 'folder',
    async publish({ size, note }, { trail }) {
      await mkdir(folder, { recursive: true });
      await keep(join(folder, String(size).padStart(12, '0')), note);
      const latest = join(folder, 'latest');
      // One that hung comes late, after another that went on.
      if (await isOvertaken(size, await textIn(latest), trail)) return [];
      await written(`${latest}.new`, note);
      await rename(`${latest}.new`, latest);
      return [];
    },
  };
}

/** Where another history has one of this size, both are what an auditor compares: it goes beside that, named by its text. */
async function keep(name: string, note: string): Promise<void> {
  const { text } = readNote(note);
  if (await isKept(`${name}.checkpoint`, note)) return;
  await isKept(`${name}-${hash('sha256', text).slice(0, 16)}.checkpoint`, note);
}

/** A store that is written once keeps what is there: false when that is something else. */
async function isKept(file: string, note: string): Promise<boolean> {
  await written(`${file}.new`, note);
  try {
    await link(`${file}.new`, file);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    return (await textIn(file)) === readNote(note).text;
  } finally {
    await rm(`${file}.new`, { force: true });
  }
}

/** By a longer one, when the ledger is as long: one of a history that was lost overtakes nothing. */
async function isOvertaken(
  size: number,
  latest: string | null,
  trail: Pick<AuditTrail, 'checkpointOver'>,
): Promise<boolean> {
  if (latest === null) return false;
  const { size: longest } = readCheckpoint(latest);
  return longest > size && (await trail.checkpointOver(longest)) !== null;
}

/** Null where there is none, or something else. */
async function textIn(path: string): Promise<string | null> {
  try {
    const { text } = readNote(await readFile(path, 'utf8'));
    readCheckpoint(text);
    return text;
  } catch (thrown) {
    const isNone = (thrown as { code?: unknown }).code === 'ENOENT' || thrown instanceof NotANote;
    if (isNone) return null;
    throw thrown;
  }
}

async function written(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
