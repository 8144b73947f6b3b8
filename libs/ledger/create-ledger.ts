/** Composes the ledger out of its small parts over one pool. */
import type { Pool } from 'pg';
import { decidedOf } from '../contracts';
import { acceptAt, createAcceptor } from './accept';
import { createAppender } from './append';
import { createContentStore, IN_POSTGRES, type ContentPlace } from './content-store';
import { cursor, moveCursor, restartCursor } from './cursors';
import { deadLetter, deadLetterCount } from './dead-letters';
import { now, readDeployment, tellClock } from './deployment';
import { directivesNaming } from './directives-naming';
import {
  entriesAfter,
  entriesAt,
  entriesOfPrefixes,
  entriesOfStream,
  lastSeq,
  loadRange,
  sequencesUnder,
  isNamedUnder,
  streamsEverHeld,
  streamsNaming,
} from './entries';
import { conceal, erase, isKept, reveal } from './erasable';
import { releaseLease, renewLease, tryLease } from './leases';
import type { Deployment, Ledger } from './ledger';
import { Listener } from './listener';
import { OutcomeWatch, commandData, commandRecord } from './outcomes';
import { createRestoreWatch } from './restores';
import { createTrays } from './tray';
import { createAuditTrail } from './tree';
import { arrived, overdue, pendingCounts, wakeups, wakeupsOn } from './wakeups';

export type LedgerSettings = {
  readonly pool: Pool;
  /** Default: PostgreSQL keeps the bytes, too. */
  readonly contents?: ContentPlace;
};

export function createLedger({ pool, contents = IN_POSTGRES }: LedgerSettings): Ledger {
  // An idle connection that breaks is noticed at its next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  const listener = new Listener(pool);
  const outcomes = new OutcomeWatch(pool, listener);
  const accept = createAcceptor(pool);
  const append = createAppender(pool);
  const take = createTrays(pool);
  let stamp: Promise<Deployment> | null = null;
  const deployment = () => (stamp ??= unlessItFails(readDeployment(pool), () => (stamp = null)));

  return {
    async load(stream) {
      await arrived(pool, stream);
      // Entries before the tray: a command decided in between is then in neither, and `record` brings the tail.
      const entries = await entriesOfStream(pool, stream);
      const tray = await take(stream);
      const decided = decidedOf(entries.map((entry) => entry.envelope));
      return { ...tray, decided, version: entries.length };
    },
    loadRange: (stream, afterVersion, limit) => loadRange(pool, stream, { afterVersion, limit }),
    take,
    async record(recording) {
      const appended = await append(recording);
      return { ...(await take(recording.stream)), ...appended };
    },
    accept,
    commandRecord: (id) => commandRecord(pool, id),
    commandData: (id) => commandData(pool, id),
    awaitOutcome: (id, timeoutMs) => outcomes.await(id, timeoutMs),
    entriesAfter: (seq, limit) => entriesAfter(pool, seq, limit),
    entriesOfStream: (stream, from, to) => entriesOfStream(pool, stream, { from, to }),
    entriesOfPrefixes: (prefixes, paging) => entriesOfPrefixes(pool, prefixes, paging),
    sequencesUnder: (prefixes, last) => sequencesUnder(pool, prefixes, last),
    entriesAt: (sequences) => entriesAt(pool, sequences),
    directivesNaming: (asked) => directivesNaming(pool, asked),
    lastSeq: () => lastSeq(pool),
    ...createAuditTrail(pool),
    ...hints(listener),
    cursor: (consumer) => cursor(pool, consumer),
    moveCursor: (tx, consumer, seq) => moveCursor(tx ?? pool, { consumer, seq }),
    restartCursor: (consumer) => restartCursor(pool, consumer),
    ...leasesIn(pool),
    overdue: (instant, queue) => overdue(pool, instant, queue),
    wakeups: () => wakeups(pool),
    wakeupsOn: (queue) => wakeupsOn(pool, queue),
    pendingCounts: () => pendingCounts(pool),
    now: () => now(pool),
    tellClock: (instant) => tellClock(pool, instant),
    tellClockAndAccept: (instant, rows) => acceptAt(pool, instant, rows),
    deployment,
    undecidedRestore: createRestoreWatch(pool),
    ...contentsIn(pool, contents),
    conceal: async (value, command) => conceal(value, command, await deployment()),
    ...personalValues(pool),
    deadLetter: (letter) => deadLetter(pool, letter),
    deadLetterCount: () => deadLetterCount(pool),
    async close() {
      outcomes.close();
      await listener.close();
    },
  };
}

function contentsIn(
  pool: Pool,
  contents: ContentPlace,
): Pick<Ledger, 'putContent' | 'getContent' | 'describeContent' | 'probeContents'> {
  const store = createContentStore(pool, contents);
  return {
    putContent: store.put,
    getContent: store.get,
    describeContent: store.describe,
    async probeContents() {
      await contents.objects?.probe();
      return contents.objects !== null;
    },
  };
}

function leasesIn(pool: Pool): Pick<Ledger, 'tryLease' | 'renewLease' | 'releaseLease'> {
  return {
    tryLease: (name, holder, ttlMs) => tryLease(pool, { name, holder, ttlMs }),
    renewLease: (name, holder, ttlMs) => renewLease(pool, { name, holder, ttlMs }),
    releaseLease: (name, holder) => releaseLease(pool, name, holder),
  };
}

function personalValues(
  pool: Pool,
): Pick<
  Ledger,
  'reveal' | 'isKept' | 'erase' | 'streamsNaming' | 'streamsEverHeld' | 'isNamedUnder'
> {
  return {
    reveal: (tokens) => reveal(pool, tokens),
    isKept: (token) => isKept(pool, token),
    erase: (token) => erase(pool, token),
    streamsNaming: (token) => streamsNaming(pool, token),
    streamsEverHeld: () => streamsEverHeld(pool),
    isNamedUnder: (stream, token) => isNamedUnder(pool, stream, token),
  };
}

function hints(
  listener: Listener,
): Pick<Ledger, 'onEntries' | 'onCommands' | 'onRuns' | 'onClock' | 'onCursors'> {
  return {
    onEntries: (callback) => listener.on('entries', (payload) => callback(Number(payload))),
    onCommands: (callback) => listener.on('commands', callback),
    onRuns: (callback) =>
      listener.on('runs', (payload) => {
        const state = payload.startsWith('busy ') ? 'busy' : 'idle';
        callback({ stream: payload.slice(state.length + 1), state });
      }),
    onClock: (callback) => listener.on('clock', callback),
    onCursors: (callback) => listener.on('cursors', callback),
  };
}

/** A failed read is not remembered. */
async function unlessItFails<Value>(reading: Promise<Value>, forget: () => void): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    forget();
    throw error;
  }
}
