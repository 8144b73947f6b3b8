/**
 * The ledger's interface: the one book of decisions, the tray of commands, wake-ups, cursors, leases and contents.
 * Invariant: what is appended is never changed, and a command's outcome is stored in the transaction that records it.
 */
import type { Actor, Command, Decided, Instant, Rejection } from '../domain';
import type { Envelope } from '../contracts';
import type { AuditTrail } from './audit-trail';
import type { ContentStore } from './content-store';
import type { UndecidedRestore } from './restores';

/** One line of the book. `bytes` is the canonical JSON: Merkle leaf, Kafka value and export line. */
export type Entry = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  /** `{stream}@{version}` */
  readonly id: string;
  readonly type: string;
  readonly bytes: string;
  readonly envelope: Envelope;
  /** SHA-256 of `bytes`, hex: the `prevhash` of the stream's next entry. */
  readonly hash: string;
};

/** What lies in a stream's tray. `now` was read before the tray: nothing received by `now` is missing from it. */
export type Tray = {
  /** Undecided commands in order of effective time, receipt, id; at most {@link TRAY_LIMIT}. */
  readonly waiting: Command[];
  /** The deployment's instant. */
  readonly now: Instant;
  /** More may wait behind the last one: time may advance only to its `effectiveAt`. */
  readonly full: boolean;
};

export type Loaded = Tray & { readonly decided: Decided[]; readonly version: number };

export type LoadedRange = {
  readonly decided: Decided[];
  /** Version of the last entry read: pass it as `afterVersion` of the next call. */
  readonly version: number;
  readonly more: boolean;
};

export type Recording = {
  readonly stream: string;
  /** The version on which `decided` was decided. */
  readonly expected: number;
  readonly decided: readonly Decided[];
  readonly nextAt: Instant | null;
  /** The task queue whose workflow keeps this stream's time; null when none does. */
  readonly queue: string | null;
  readonly decidersHash: string;
  /** The run is about to continue as new: wakes are held until its successor calls `load`. */
  readonly leaving?: boolean;
};

/** `tail`: what the ledger holds after `expected`. With `version < expected` the ledger is behind the run: end it. */
export type Recorded =
  | (Tray & { readonly recorded: true; readonly version: number })
  | (Tray & { readonly recorded: false; readonly version: number; readonly tail: Decided[] });

/** A personal value and the token `pii:{sha256(salt‖value)}` that stands for it. */
export type PersonalValue = {
  readonly token: string;
  readonly salt: Buffer;
  readonly value: string;
};

export type NewCommand = {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly plan?: unknown;
  readonly actor: Actor;
  /** Default: the time of receipt. */
  readonly effectiveAt?: Instant;
  readonly causedBy?: string;
  /** The key counts per actor. Without `idempotency` only the command's id tells a repeat. */
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
  /** What its data names by token. Kept with the command, and like it: of a repeat nothing is. */
  readonly personal?: readonly PersonalValue[];
};

/** `commandId` is the first one's when the answer is a repeat or a conflict. */
export type AcceptResult = {
  readonly result: 'accepted' | 'repeat' | 'conflict';
  readonly commandId: string;
  readonly receivedAt: Instant;
  readonly effectiveAt: Instant;
  /** The first one's record, for a repeat. */
  readonly record?: CommandRecord;
};

export type Outcome = {
  readonly accepted: boolean;
  readonly rejection?: Rejection;
  /** Sequence and version of the command's own entry. */
  readonly seq: number;
  readonly version: number;
  /** Types of the events it caused: `['ReportSubmitted']`. */
  readonly events: string[];
  readonly decidedAt: Instant;
};

export type CommandRecord = {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly receivedAt: Instant;
  readonly effectiveAt: Instant;
  readonly status: 'waiting' | 'decided';
  readonly outcome?: Outcome;
};

export type Deployment = {
  readonly id: string;
  readonly mode: 'drill' | 'live';
  readonly clock: 'wall' | 'told';
  readonly seed: string | null;
};

/** A stream that somebody should wake: it has undecided commands or its wake-up is due. */
export type Overdue = {
  readonly stream: string;
  /** The queue of its last run; null when no run ever recorded for it. */
  readonly queue: string | null;
  readonly nextAt: Instant | null;
  readonly undecided: number;
  /** The undecided command that came first: once it changes, the run has decided something since. */
  readonly oldest: string | null;
  /** Whether a run has announced that it is leaving and its successor has not loaded yet: hold the wake. */
  readonly leaving: boolean;
};

export type WakeupRow = {
  readonly stream: string;
  readonly nextAt: Instant | null;
  readonly queue: string | null;
};

export type PendingCounts = {
  readonly undecided: number;
  readonly dueWakeups: number;
  /** Entries not yet seen, by consumer. */
  readonly lag: { readonly [consumer: string]: number };
};

/** What came from outside and could not be taken. */
export type DeadLetter = {
  /** `topic/partition/offset` */
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
  /** Only the hash is kept of what must not be. */
  readonly withheld?: boolean;
};

/** `busy`: the run leaves, hold its wakes. `idle`: a run has loaded or recorded, the wake sent to it is used up. */
export type RunNotice = { readonly stream: string; readonly state: 'busy' | 'idle' };

export type Unsubscribe = () => void;

/** A pg client within a transaction. */
export type Transaction = { query(text: string, values: unknown[]): Promise<unknown> };

export type DirectivesAsked = {
  readonly units: readonly string[];
  /** Only ids after this one. */
  readonly after: string | null;
  /** 200 when not said. */
  readonly limit?: number;
};
export type DirectivesFound = { readonly directives: readonly string[]; readonly more: boolean };

/** At most this many commands are handed out at once. */
export const TRAY_LIMIT = 500;
/** At most this many canonical bytes an entry may have. */
export const ENTRY_LIMIT_BYTES = 60 * 1024;

export interface Ledger extends AuditTrail {
  load(stream: string): Promise<Loaded>;
  /** Whole decisions after `afterVersion`, about `limit` entries of them, for streams too long for one answer. */
  loadRange(stream: string, afterVersion: number, limit: number): Promise<LoadedRange>;
  take(stream: string): Promise<Tray>;
  record(recording: Recording): Promise<Recorded>;

  accept(rows: readonly NewCommand[]): Promise<AcceptResult[]>;
  commandRecord(id: string): Promise<CommandRecord | null>;
  /** What was asked, with tokens for personal values; null when there is no such command. */
  commandData(id: string): Promise<unknown>;
  /** The decided record, or null when none came within `timeoutMs`. */
  awaitOutcome(id: string, timeoutMs: number): Promise<CommandRecord | null>;

  entriesAfter(seq: number, limit: number): Promise<Entry[]>;
  entriesOfStream(stream: string, fromVersion?: number, toVersion?: number): Promise<Entry[]>;
  /** Entries of each `prefix` itself and of all streams under `prefix/`, by sequence. */
  entriesOfPrefixes(
    prefixes: readonly string[],
    paging?: { afterSeq?: number; limit?: number },
  ): Promise<Entry[]>;
  /** Numbers of the same entries up to `last`, of as many as there are. */
  sequencesUnder(prefixes: readonly string[], last: number): Promise<number[]>;
  /** By sequence; one that is not there is left out. */
  entriesAt(sequences: readonly number[]): Promise<Entry[]>;
  /** A page of directives that name one of the units, decided or still waiting, in the order of their ids. */
  directivesNaming(asked: DirectivesAsked): Promise<DirectivesFound>;
  /** The streams of commendations and units whose entries name a personal value. */
  streamsNaming(token: string): Promise<readonly string[]>;
  /** Directives' streams on which a legal hold was ever placed. */
  streamsEverHeld(): Promise<readonly string[]>;
  /** Whether the stream or one under it names a personal value. */
  isNamedUnder(stream: string, token: string): Promise<boolean>;
  lastSeq(): Promise<number>;

  /** Hints (LISTEN): a missed one must not matter, so whoever subscribes also polls. */
  onEntries(callback: (seq: number) => void): Unsubscribe;
  onCommands(callback: (stream: string) => void): Unsubscribe;
  onRuns(callback: (notice: RunNotice) => void): Unsubscribe;
  /** The told clock has moved. */
  onClock(callback: (now: Instant) => void): Unsubscribe;
  /** A consumer has moved its cursor. */
  onCursors(callback: (consumer: string) => void): Unsubscribe;

  /** The sequence a consumer has reached; 0 when it never moved. */
  cursor(consumer: string): Promise<number>;
  /** Without a transaction (null) it moves on its own. So a cursor never goes back. */
  moveCursor(tx: Transaction | null, consumer: string, seq: number): Promise<void>;
  /** What the cursor stood for is lost: it begins anew. */
  restartCursor(consumer: string): Promise<void>;

  /** A lease runs on the wall clock, in a drill too. */
  tryLease(name: string, holder: string, ttlMs: number): Promise<boolean>;
  renewLease(name: string, holder: string, ttlMs: number): Promise<boolean>;
  releaseLease(name: string, holder: string): Promise<void>;

  overdue(now: Instant, queue?: string): Promise<Overdue[]>;
  /** Every stream that has a wake-up to come, whatever its queue, the earliest first. */
  wakeups(): Promise<WakeupRow[]>;
  /** Every stream whose last run was on `queue` and that has a wake-up to come. */
  wakeupsOn(queue: string): Promise<WakeupRow[]>;
  pendingCounts(): Promise<PendingCounts>;

  now(): Promise<Instant>;
  /** Moves a drill's told clock; never backwards. Answers the deployment's instant. */
  tellClock(instant: Instant): Promise<Instant>;
  /**
   * Moves a drill's told clock and accepts what arrives at that very instant, in one transaction: so what arrives
   * exactly at a due instant is decided before the wake-up that is due then.
   */
  tellClockAndAccept(instant: Instant, rows: readonly NewCommand[]): Promise<AcceptResult[]>;
  deployment(): Promise<Deployment>;
  /** Null when the deployment may act; what was not restored since it was opened stays so. */
  undecidedRestore(): Promise<UndecidedRestore | null>;

  /** `mediaType` as held: of the same bytes the first one stays. */
  putContent: ContentStore['put'];
  getContent: ContentStore['get'];
  describeContent: ContentStore['describe'];
  /** Whether there is an object store besides PostgreSQL; throws its failure when it does not answer as it should. */
  probeContents(): Promise<boolean>;

  /** The token for a personal value of a command, in a drill always the same one. Nothing is kept before the command is. */
  conceal(value: string, command: string): Promise<PersonalValue>;
  /** By token; one that was erased or never kept is missing. */
  reveal(tokens: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether a value was ever kept under the token, erased since or not. */
  isKept(token: string): Promise<boolean>;
  /** Value and salt are gone; asked again it changes nothing. */
  erase(token: string): Promise<void>;

  /** Kept once per source and content, however often it is handed in. */
  deadLetter(letter: DeadLetter): Promise<void>;
  deadLetterCount(): Promise<number>;

  /** Stops listening; the pool stays its owner's. */
  close(): Promise<void>;
}
