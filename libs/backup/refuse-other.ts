/** What a backup may be added to: a folder that holds the beginning of the same ledger, whole, or nothing. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { Failure, type Deployment } from '../ledger';
import { rowOf } from './database';
import type { Index, Segment } from './format';

/** A folder holds the history of one deployment, and only ever more of it. */
export async function refuseOther(
  client: Client,
  folder: string,
  { before, deployment }: { readonly before: Index; readonly deployment: Deployment },
): Promise<void> {
  const { id, mode } = before.deployment;
  if (id !== deployment.id || mode !== deployment.mode) {
    throw new Failure(
      'backup.other-deployment',
      `${folder} holds backups of the ${mode} deployment "${id}", and this is "${deployment.id}"`,
      { nextStep: 'take another folder' },
    );
  }
  await refuseUnlessThere(folder, before.segments);
  const { last } = before;
  if (last === null) return;
  const there = await rowOf<{ hash: string }>(
    client,
    'SELECT hash FROM ledger.entries WHERE seq = $1',
    [last.seq],
  );
  if (there?.hash === last.hash) return;
  throw new Failure(
    'backup.other-history',
    there === null
      ? `${folder} holds entries up to ${last.seq}, and this ledger ends before`
      : `entry ${last.seq} of this ledger is not the one that ${folder} holds`,
    {
      nextStep:
        'after a restore take a new folder and keep this one; if nothing was restored, somebody has changed the ledger: ' +
        'run npx dondoc verify (docs/audit.md)',
    },
  );
}

/** By their sizes: `dondoc backup --check` reads them. */
export async function refuseUnlessThere(
  folder: string,
  segments: readonly Segment[],
): Promise<void> {
  for (const { file, bytes } of segments) {
    const size = await stat(join(folder, file)).then(
      (found) => found.size,
      () => null,
    );
    if (size === bytes) continue;
    throw new Failure('backup.damaged', `${file} is missing or has another size`, {
      nextStep: 'take a new folder: nothing can be added to a backup that is not whole',
    });
  }
}
