export * from './format';
export { presentIndex } from './index-file';
export { checkBackup, type CheckedBackup } from './check-backup';
export { takeBackup, type TakenBackup } from './take-backup';
export { restoreBackup, type Restored, type Restoring } from './restore-backup';
export { CONTENT, DERIVED, ENTRIES, KEPT } from './tables';
export {
  acceptLoss,
  confirmRestore,
  type AcceptedLoss,
  type Confirmed,
  type Confirming,
  type Loss,
} from './confirm-restore';
