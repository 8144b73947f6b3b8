/** What is wrong with the folder of a backup, with what to do about it. */
import { Failure } from '../ledger';

export function folderFault(folder: string, cause: unknown): unknown {
  const { code } = Object(cause) as { code?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Failure('backup.disk-full', `there is no room left for the backup in ${folder}`, {
      cause,
      nextStep: 'make room, or take another folder; the backup before is whole and can be used',
    });
  }
  if (typeof code === 'string' && /^E(ACCES|PERM|ROFS|NOTDIR|ISDIR|NOENT|EXIST|IO)$/.test(code)) {
    return new Failure('backup.folder', `the folder ${folder} cannot be used (${code})`, {
      cause,
      nextStep: 'correct its owner and rights, or take another folder',
    });
  }
  return cause;
}
