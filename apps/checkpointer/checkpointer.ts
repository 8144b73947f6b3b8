/**
 * The checkpointer: follows the ledger, grows its tree, signs a checkpoint when there are new entries, at most every second,
 * and hands it out. Modes: standing by → following ⇄ refusing. Invariant: one checkpointer writes at a time, and a
 * checkpoint never causes the next one.
 */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import {
  completeNodes,
  Frontier,
  HeadsTree,
  originOf,
  readCheckpoint,
  readNote,
  same,
  type Hash,
  type NoteSigner,
} from '../../libs/audit';
import { Bell } from '../../libs/bus';
import {
  CHECKPOINTER_LEASE,
  createTreeBook,
  type Ledger,
  type StoredCheckpoint,
  type TreeBook,
  type TreeEntry,
} from '../../libs/ledger';
import {
  databaseState,
  describeFailure,
  failure,
  Gauge,
  type Logger,
  type Metrics,
  type Readiness,
} from '../../libs/service';
import { lastSignedIn } from './last-signed';
import { fork, refuseOtherHeads, signNext, type NotarySettings } from './notary';
import { Outlets, type Outlet } from './outlet';

export type CheckpointerSettings = {
  readonly ledger: Ledger;
  readonly pool: Pool;
  readonly signer: NoteSigner;
  readonly before: NoteSigner | null;
  /** The last signed checkpoint is remembered beside it. */
  readonly keyFile: string;
  readonly outlets: readonly Outlet[];
  readonly logger: Logger;
  readonly metrics?: Metrics;
};

export interface Checkpointer {
  /** The public key. */
  readonly key: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  ready(): Promise<Readiness>;
}

const LEASE = CHECKPOINTER_LEASE;
const LEASE_MS = 10_000;
const BATCH = 2_000;
/** Between two checkpoints, at least. */
const PACE_MS = 1_000;
/** When a hint is missed. */
const POLL_MS = 5_000;
const TRY_AGAIN_MS = 2_000;
const STOP_GRACE_MS = 5_000;

/** The tree as this process has read it. */
type Reading = { readonly frontier: Frontier; readonly heads: HeadsTree; recordedAt: string };

export function createCheckpointer(settings: CheckpointerSettings): Checkpointer {
  return new LedgerCheckpointer(settings);
}

class LedgerCheckpointer implements Checkpointer {
  private readonly bell = new Bell();
  private readonly holder = randomUUID();
  private readonly book: TreeBook;
  private readonly notary: NotarySettings;
  private readonly outlets: Outlets;
  private reading: Reading | null = null;
  private leasedAt = -Infinity;
  private signedAt = -Infinity;
  /** Of the last checkpoint signed or found. */
  private signedSize = 0;
  private trouble: string | null = 'not started';
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private unsubscribe: () => void = () => undefined;

  constructor(private readonly settings: CheckpointerSettings) {
    const { pool, ledger, signer, before, keyFile, metrics } = settings;
    this.book = createTreeBook(pool);
    const memory = lastSignedIn(`${keyFile}.last`);
    const { book, holder } = this;
    this.notary = { trail: ledger, book, signer, before, memory, holder };
    this.outlets = new Outlets(
      settings.outlets,
      { book: this.book, trail: ledger },
      settings.logger,
    );
    if (metrics) this.measure(metrics);
  }

  get key(): string {
    return this.settings.signer.key.text;
  }

  async start(): Promise<void> {
    this.unsubscribe = this.settings.ledger.onEntries(() => this.bell.ring());
    this.running = this.run();
    await Promise.resolve();
  }

  /** Signs what has come since the last checkpoint, and hands it out, unless that takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.unsubscribe();
    this.bell.ring();
    let late: NodeJS.Timeout | undefined;
    const givenUp = new Promise<void>((resolve) => (late = setTimeout(resolve, STOP_GRACE_MS)));
    await Promise.race([this.running.then(() => this.outlets.stop()), givenUp]);
    clearTimeout(late);
    await this.settings.ledger.releaseLease(LEASE, this.holder).catch(() => undefined);
  }

  async ready(): Promise<Readiness> {
    const database = await databaseState(this.settings.ledger);
    const signing = this.trouble ?? 'ok';
    const standsBy = signing === STANDS_BY;
    return {
      ok: database === 'ok' && (signing === 'ok' || standsBy),
      parts: { database, signing, ...this.outlets.state() },
    };
  }

  private async run(): Promise<void> {
    let last = false;
    while (!last) {
      last = this.stopping;
      const waitMs = await this.turn(last);
      if (!last && !this.stopping) await this.bell.heard(waitMs);
    }
  }

  /** Answers how long there is nothing to do, unless the bell rings. */
  private async turn(isLast: boolean): Promise<number> {
    try {
      if (!(await this.leads())) {
        this.trouble = STANDS_BY;
        this.reading = null;
        return LEASE_MS / 2;
      }
      const restored = await this.settings.ledger.undecidedRestore();
      if (restored !== null) throw undecided();
      const reading = (this.reading ??= await this.begin());
      await this.follow(reading, isLast);
      if (reading.frontier.size > this.signedSize) {
        const early = PACE_MS - (performance.now() - this.signedAt);
        if (early > 0 && !isLast) return early;
        await this.sign(reading);
      }
      this.trouble = null;
      return POLL_MS;
    } catch (thrown) {
      // What was read is not trusted after a failure: it is read again.
      this.reading = null;
      const before = this.trouble;
      this.trouble = describeFailure(thrown);
      if (before !== this.trouble) this.settings.logger.error({ err: thrown }, 'nothing is signed');
      return TRY_AGAIN_MS;
    }
  }

  private async leads(): Promise<boolean> {
    const { ledger } = this.settings;
    if (performance.now() - this.leasedAt < LEASE_MS / 3) return true;
    const held = await ledger.tryLease(LEASE, this.holder, LEASE_MS);
    this.leasedAt = held ? performance.now() : -Infinity;
    return held;
  }

  /** The tree as it lies in the database, and that the entries it goes on from are those that were signed. */
  private async begin(): Promise<Reading> {
    const { ledger } = this.settings;
    const size = await this.book.size();
    const edge = await ledger.treeHashes(completeNodes({ from: 0, to: size }));
    const heads = new HeadsTree();
    for (const head of await ledger.headsAt(size)) heads.set(head);
    const latest = await ledger.latestCheckpoint();
    await this.refuseOthers(latest, size);
    this.signedSize = latest?.size ?? 0;
    if (latest) this.outlets.offer(latest);
    const [entry] = size === 0 ? [] : await this.book.entriesAfter(size - 1, 1);
    return { frontier: new Frontier(size, edge), heads, recordedAt: entry?.recordedAt ?? '' };
  }

  private async refuseOthers(latest: StoredCheckpoint | null, size: number): Promise<void> {
    const { ledger } = this.settings;
    const stored = latest && readCheckpoint(readNote(latest.note).text);
    for (const one of [stored, this.notary.memory.read()]) {
      if (one !== null && one.size <= size) await refuseOtherHeads(ledger, one);
    }
    // In the tree and under no checkpoint yet: what was hashed then must be there still.
    for (let from = latest?.size ?? 0; from < size; from += BATCH) {
      const to = Math.min(from + BATCH, size);
      const leaves = await ledger.leafHashes(from, to);
      const entries = await this.book.entriesAfter(from, to - from);
      const isThere = (leaf: Hash, at: number) =>
        entries[at]?.seq === from + at + 1 && same(entries[at].leaf, leaf);
      if (!leaves.every(isThere)) throw fork(to);
    }
  }

  private async follow(reading: Reading, isLast: boolean): Promise<void> {
    for (;;) {
      const { size } = reading.frontier;
      const entries = await this.book.entriesAfter(size, BATCH);
      if (entries.length > 0) await this.take(reading, entries);
      const due = performance.now() - this.signedAt >= PACE_MS;
      if (entries.length < BATCH || (due && !isLast)) return;
    }
  }

  private async take(reading: Reading, entries: readonly TreeEntry[]): Promise<void> {
    const { frontier, heads } = reading;
    const nodes = entries.flatMap(({ seq, stream, version, leaf }) => {
      if (seq !== frontier.size + 1) throw new Error(`entry ${frontier.size + 1} is missing`);
      heads.set({ stream, version, leaf });
      return frontier.append(leaf);
    });
    await this.book.grow(nodes);
    reading.recordedAt = entries.at(-1)!.recordedAt;
  }

  private async sign(reading: Reading): Promise<void> {
    const { id } = await this.settings.ledger.deployment();
    const { frontier, heads, recordedAt } = reading;
    const signed = await signNext(
      this.notary,
      {
        origin: originOf(id),
        size: frontier.size,
        root: frontier.root(),
        heads: { size: heads.size, root: heads.root() },
      },
      recordedAt,
    );
    this.signedSize = signed.size;
    this.signedAt = performance.now();
    this.outlets.offer(signed);
  }

  private measure(metrics: Metrics): void {
    const { ledger } = this.settings;
    const signed = () => this.signedSize;
    new Gauge({
      name: 'dondoc_checkpoint_lag',
      help: 'Entries of the ledger under no signed checkpoint yet.',
      registers: [metrics],
      async collect() {
        this.set(Math.max(0, (await ledger.lastSeq()) - signed()));
      },
    });
  }
}

function undecided(): Error {
  return failure(
    'restore.undecided',
    'the database was restored and nobody has decided yet that it goes on: nothing is signed',
    'dondoc restore confirm --checkpoint FILE (docs/operations.md, Backup and restore)',
  );
}

const STANDS_BY = 'stands by: another checkpointer signs';
