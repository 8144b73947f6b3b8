/** A disk of a few megabytes for the ledger's entries, which a fault may fill to the last byte: a tmpfs, so it needs root. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';

const SIZE = '4m';
const BLOCK = Buffer.alloc(4_096);

export type SmallDisk = { fill(): void; free(): void };

/** Whether this account may mount one at all. */
export function smallDiskIsPossible(): boolean {
  return process.getuid?.() === 0 && process.platform === 'linux';
}

/** The ledger's entries lie on the small disk while `work` is done, and where they were afterwards. */
export async function onSmallDisk(
  { owner, folder }: { readonly owner: Pool; readonly folder: string },
  work: (disk: SmallDisk) => Promise<void>,
): Promise<void> {
  const place = join(folder, 'small-disk');
  const [filler, space] = [join(place, 'filler'), join(place, 'entries')];
  const disk = { fill: () => fill(filler), free: () => rmSync(filler, { force: true }) };
  mkdirSync(place, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'dondoc-faults', place]);
  try {
    mkdirSync(space);
    execFileSync('chown', ['postgres', space]);
    await owner.query(`CREATE TABLESPACE small_disk LOCATION '${space}'`);
    await owner.query('ALTER TABLE ledger.entries SET TABLESPACE small_disk');
    try {
      await work(disk);
    } finally {
      disk.free();
      await owner.query('ALTER TABLE ledger.entries SET TABLESPACE pg_default');
      await owner.query('DROP TABLESPACE small_disk');
    }
  } finally {
    execFileSync('umount', ['--lazy', place]);
  }
}

function fill(filler: string): void {
  const file = openSync(filler, 'w');
  try {
    for (;;) writeSync(file, BLOCK);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
  } finally {
    closeSync(file);
  }
}
