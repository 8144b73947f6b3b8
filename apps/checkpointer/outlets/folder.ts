/** Checkpoints as files: one for each size, never written over, and `latest` for those who watch. */
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCheckpoint, readNote } from '../../../libs/audit';
import type { StoredCheckpoint } from '../../../libs/ledger';
import type { Outlet } from '../outlet';

export function folderOutlet(folder: string): Outlet {
  return {
    name: 'folder',
    async publish({ size, note }: StoredCheckpoint) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${String(size).padStart(12, '0')}.checkpoint`);
      await written(`${file}.new`, note);
      // A store that is written once keeps what is there.
      await link(`${file}.new`, file).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EEXIST') throw cause;
      });
      await rm(`${file}.new`, { force: true });
      // One that hung comes late, after another that went on.
      if ((await sizeIn(join(folder, 'latest'))) > size) return [];
      await written(join(folder, 'latest.new'), note);
      await rename(join(folder, 'latest.new'), join(folder, 'latest'));
      return [];
    },
  };
}

/** 0 where there is none, or something else. */
async function sizeIn(path: string): Promise<number> {
  try {
    return readCheckpoint(readNote(await readFile(path, 'utf8')).text).size;
  } catch {
    return 0;
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
