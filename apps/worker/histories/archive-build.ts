/** The workflow bundle and the lock file of this build go into the content store, so that its histories can be replayed. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Hex } from '../../../libs/audit';
import { ENGINE_MEDIA_TYPE } from '../../../libs/contracts';
import type { EngineBuild } from '../../../libs/domain';
import type { Ledger } from '../../../libs/ledger';
import { taskQueueOf } from '../../../workflows/messages';
import type { BuiltBundle } from '../bundle';

type Store = Pick<Ledger, 'describeContent' | 'putContent'>;

/** What is held already is not put again. */
export async function archiveBuild(
  ledger: Store,
  { codePath, bundleHash }: Pick<BuiltBundle, 'codePath' | 'bundleHash'>,
): Promise<EngineBuild> {
  const bundle = await keep(ledger, readFileSync(codePath), 'bundle');
  if (bundle !== bundleHash) throw new Error('the archived bundle is not that of this build');
  const lockFile = lockFileAbove(__dirname);
  const lock = lockFile === null ? null : await keep(ledger, readFileSync(lockFile), 'lock');
  return { queue: taskQueueOf(bundleHash), bundle, lock };
}

export async function keep(ledger: Store, bytes: Uint8Array, what: string): Promise<string> {
  const sha256 = sha256Hex(bytes);
  if ((await ledger.describeContent(sha256)) === null)
    await ledger.putContent(bytes, `${ENGINE_MEDIA_TYPE}.${what}`);
  return sha256;
}

/** Beside package.json; an image may have been made without it. */
function lockFileAbove(folder: string): string | null {
  const found = join(folder, 'package-lock.json');
  if (existsSync(found)) return found;
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, 'package.json'))
    ? null
    : lockFileAbove(parent);
}
