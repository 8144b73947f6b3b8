/**
 * What the engine wrote down of its runs, kept beyond its own retention: the hashes of every closed run's history, one stream
 * a day of closing, and what each build of the workflows was made of, in a stream of its own.
 */
import type { Command, Event, Instant } from '../kernel';

/** A build by its task queue, whose name carries the beginning of the bundle's hash. */
export type EngineBuild = {
  readonly queue: string;
  /** SHA-256 of the workflow bundle, and of the package-lock.json it was built with; null where there was none. */
  readonly bundle: string;
  readonly lock: string | null;
};

/** One closed run. Of its history two forms are kept, each gzipped. */
export type RunHistory = {
  /** The workflow's id: the stream whose time it kept. */
  readonly workflow: string;
  readonly run: string;
  /** The first run of its chain, and the one before and after it; null at the ends. */
  readonly first: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly type: string;
  readonly status: string;
  readonly closed: Instant;
  readonly queue: string;
  readonly events: number;
  /** SHA-256 of the gzipped protobuf bytes, and of the gzipped JSON. */
  readonly proto: string;
  readonly json: string;
  /** Null when the run was of a build that nobody put on record. */
  readonly bundle: string | null;
};

export type HistoriesState = {
  readonly runs: { readonly [run: string]: true };
  /** Every run that closed by then is on record here or under an earlier day. */
  readonly through: Instant | null;
  readonly builds: { readonly [queue: string]: EngineBuild };
};

export type HistoriesCommand =
  | Command<'RecordHistories', { runs: readonly RunHistory[]; through: Instant | null }>
  | Command<'RecordBuild', EngineBuild>
  | Command<'WakeUp', Record<string, never>>;

export type HistoriesEvent =
  | Event<'HistoriesRecorded', { runs: readonly RunHistory[]; through: Instant | null }>
  | Event<'BuildRecorded', EngineBuild>;
