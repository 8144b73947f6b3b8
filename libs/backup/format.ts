/**
 * The form of a backup: a folder of segments (gzip, a JSON value per line), each written once, and `index.json`, which is
 * replaced at last and names them with their SHA-256. What the index does not name is no part of the backup.
 */
import type { Deployment } from '../ledger';
import type { Instant } from '../domain';

export const FORMAT = 'dondoc.backup.v1';
export const INDEX = 'index.json';

export type Segment = {
  readonly file: string;
  /** `ledger.entries`, or another table. */
  readonly table: string;
  /** Of entries and of commands decided: their sequences. */
  readonly from?: number;
  readonly to?: number;
  readonly rows: number;
  /** Of the file, as it lies there. */
  readonly bytes: number;
  readonly sha256: string;
};

export type LastEntry = {
  readonly seq: number;
  readonly hash: string;
  readonly recordedAt: Instant;
};

export type Index = {
  readonly format: typeof FORMAT;
  readonly deployment: Deployment;
  /** Wall time at the database. */
  readonly takenAt: Instant;
  /** The deployment's instant; null while a told clock was never told. */
  readonly now: Instant | null;
  /** Counts the backups taken into this folder. */
  readonly generation: number;
  readonly migrations: readonly AppliedMigration[];
  /** Null of an empty ledger. */
  readonly last: LastEntry | null;
  /** The highest checkpoint that is kept; 0 before the first. */
  readonly checkpoint: number;
  readonly segments: readonly Segment[];
};

export type AppliedMigration = {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
};

/** How far a long work has come. */
export type Progress = {
  readonly step: 'entries' | 'commands' | 'contents' | 'tables' | 'wake-ups' | 'files';
  readonly done: number;
  readonly total: number;
};

export type Following = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
};
