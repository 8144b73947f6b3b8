export * from './format';
export { takeBackup, type TakenBackup } from './take-backup';
export { restoreBackup, type Restored, type Restoring } from './restore-backup';
export { CONTENT, DERIVED, ENTRIES, KEPT } from './tables';
