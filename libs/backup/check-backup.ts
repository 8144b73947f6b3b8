/**
 * `dondoc backup --check`: reads every file that the index names and holds it against its hash. Needs no database and changes
 * nothing, so that a copy can be looked at where it is kept.
 */
import { goOn } from './database';
import { bytesOf, type ContentRow } from './contents';
import { Failure } from '../ledger';
import type { Following } from './format';
import { nameOf, presentIndex } from './index-file';
import { refuseOtherHash, wholeLinesOf } from './segment-reader';
import { CONTENT } from './tables';

export type CheckedBackup = {
  readonly name: string;
  /** The last entry in it. */
  readonly last: number;
  readonly files: number;
  readonly bytes: number;
  /** Contents that lie in an object store, and so not here. */
  readonly elsewhere: number;
  /** What is wrong, file by file; none: it is whole. */
  readonly damaged: readonly string[];
};

type Asked = { readonly bytes: number; readonly read: () => Promise<unknown> };

export async function checkBackup(
  folder: string,
  following: Following = {},
): Promise<CheckedBackup> {
  const index = presentIndex(folder);
  const damaged: string[] = [];
  const orNamed = async (read: () => Promise<unknown>): Promise<void> => {
    try {
      await read();
    } catch (thrown) {
      const { code, message } = thrown as Failure;
      if (code !== 'backup.damaged') throw thrown;
      damaged.push(message);
    }
  };
  const contents: ContentRow[] = [];
  for (const segment of index.segments.filter(({ table }) => table === CONTENT)) {
    // Named below, with all others.
    await contentsIn(folder, segment, contents).catch(() => undefined);
  }
  const here = contents.filter((it) => it.here);
  const all: Asked[] = [
    ...index.segments.map((segment) => ({
      bytes: segment.bytes,
      read: () => refuseOtherHash(folder, segment),
    })),
    ...here.map(({ sha256, size }) => ({ bytes: size, read: () => bytesOf(folder, sha256) })),
  ];
  for (const [place, { read }] of all.entries()) {
    goOn(following);
    await orNamed(read);
    following.onProgress?.({ step: 'files', done: place + 1, total: all.length });
  }
  const name = nameOf(index);
  if (damaged.length > 0 && nameOf(presentIndex(folder)) !== name) throw replaced(folder);
  return {
    name,
    last: index.last?.seq ?? 0,
    files: all.length,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    elsewhere: contents.length - here.length,
    damaged,
  };
}

async function contentsIn(
  folder: string,
  segment: Parameters<typeof wholeLinesOf>[1],
  into: ContentRow[],
): Promise<void> {
  for await (const lines of wholeLinesOf(folder, segment)) {
    into.push(...lines.map((line) => JSON.parse(line) as ContentRow));
  }
}

function replaced(folder: string): Failure {
  return new Failure('backup.runs', `a backup into ${folder} has ended while it was read`, {
    nextStep: 'check it again',
  });
}
