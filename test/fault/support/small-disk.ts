/** A disk of a few megabytes for the ledger's entries, which a fault may fill to the last byte: a tmpfs, so it needs root. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';

const SIZE = '4m';
const BLOCK = Buffer.alloc(4_096);

export class SmallDisk {
  private readonly filler: string;
  private readonly space: string;

  private constructor(private readonly place: string) {
    this.filler = join(place, 'filler');
    this.space = join(place, 'entries');
  }

  /** Whether this account may mount one at all. */
  static isPossible(): boolean {
    return process.getuid?.() === 0 && process.platform === 'linux';
  }

  static mount(place: string): SmallDisk {
    mkdirSync(place, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'dondoc-faults', place]);
    const disk = new SmallDisk(place);
    mkdirSync(disk.space);
    execFileSync('chown', ['postgres', disk.space]);
    return disk;
  }

  /** The ledger's entries lie on this disk from now on. */
  async take(owner: Pool): Promise<void> {
    await owner.query(`CREATE TABLESPACE small_disk LOCATION '${this.space}'`);
    await owner.query('ALTER TABLE ledger.entries SET TABLESPACE small_disk');
  }

  fill(): void {
    const file = openSync(this.filler, 'w');
    try {
      for (;;) writeSync(file, BLOCK);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.filler, { force: true });
  }

  async giveBack(owner: Pool): Promise<void> {
    await owner.query('ALTER TABLE ledger.entries SET TABLESPACE pg_default');
    await owner.query('DROP TABLESPACE small_disk');
    execFileSync('umount', [this.place]);
  }
}
