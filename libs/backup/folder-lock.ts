/** One backup into a folder at a time, of whatever database: a file in it that names the process which writes. */
import { join } from 'node:path';
import { Failure } from '../ledger';
import { holdFile } from '../service';
import { folderFault } from './folder-fault';

const LOCK = 'backup.lock';

/** @throws Failure `backup.runs` */
export async function inLockedFolder<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const letGo = await holdFile(join(folder, LOCK), runs).catch((cause: unknown) => {
    throw folderFault(folder, cause);
  });
  try {
    return await work();
  } finally {
    await letGo();
  }
}

function runs(holder: string): Failure {
  return new Failure('backup.runs', `another backup writes into this folder: ${holder}`, {
    nextStep: 'wait for it to end; if no backup runs there any more, remove that file',
  });
}
