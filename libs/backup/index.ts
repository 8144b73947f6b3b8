export * from './format';
export { presentIndex } from './index-file';
export { checkBackup, type CheckedBackup } from './check-backup';
export { takeBackup, type TakenBackup } from './take-backup';
export { restoreBackup, type Restored, type Restoring } from './restore-backup';
export { CONTENT, DERIVED, ENTRIES, KEPT } from './tables';
export { acceptLoss, type AcceptedLoss, type Loss } from './accept-loss';
export { confirmRestore, type Confirmed, type Confirming } from './confirm-restore';
