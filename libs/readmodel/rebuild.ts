/**
 * Building the read model anew from the ledger while the old one serves: beside it, then in its place; or to compare the
 * two and drop it. It may be interrupted at any moment and run again: until the one transaction at the end nothing that
 * serves has changed.
 */
import {
  besideOf,
  createBeside,
  dropBeside,
  dropOld,
  inTransaction,
  projectBeside,
  swapIn,
} from './beside';
import { compareBeside, type Comparison } from './compare-beside';
import { rowOf, type Db } from './db';
import { project, PROJECTOR_CONSUMER, PROJECTOR_LOCK } from './projections';
import type { ProjectedEntry } from './projected';

export type Rebuilding = {
  /** One connection, as the owner of the database. */
  readonly owner: Db;
  /** The SQL of the read model's migrations, in order. */
  readonly migrations: readonly string[];
  /** On the owner's connection. */
  readonly entriesAfter: (
    seq: number,
    span: { readonly until: number; readonly limit: number },
  ) => Promise<readonly ProjectedEntry[]>;
  /** Entries at a time, and the most that are caught up with while the projector waits. Default: 2,000. */
  readonly batch?: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
};

/** What a run came to; null when it was interrupted. */
export type Rebuilt = { readonly seq: number };
export type Checked = Comparison & { readonly seq: number };

const BATCH = 2_000;

/** One at a time. */
const TAKE = `SELECT pg_try_advisory_lock(7406000, 11) AS taken`;
const GIVE = `SELECT pg_advisory_unlock(7406000, 11)`;

/** Another rebuild runs: this one did nothing. */
export class RebuildRuns extends Error {
  readonly code = 'rebuild.runs';
}

export function rebuildReadModel(rebuilding: Rebuilding): Promise<Rebuilt | null> {
  return alone(rebuilding.owner, async () => {
    const { owner, signal } = rebuilding;
    const built = await buildBeside(rebuilding, lastSeq);
    if (built === null) return null;
    const seq = await inTransaction(owner, async () => {
      await owner.query(PROJECTOR_LOCK);
      const until = Math.max(await cursorOf(owner), built);
      await catchUp(rebuilding, built, until, (entries) => project(besideOf(owner), entries));
      if (signal.aborted) return null;
      await swapIn(owner);
      await owner.query(
        `INSERT INTO work.cursors (consumer, seq) VALUES ($1, $2)
         ON CONFLICT (consumer) DO UPDATE SET seq = excluded.seq, moved_at = clock_timestamp()`,
        [PROJECTOR_CONSUMER, until],
      );
      await owner.query(`SELECT pg_notify('dondoc_cursors', $1)`, [PROJECTOR_CONSUMER]);
      return until;
    });
    await (seq === null ? dropBeside(owner) : dropOld(owner));
    return seq === null ? null : { seq };
  });
}

/** Nothing that serves is touched or held up: one snapshot has the rows and the entry at which they stand. */
export function checkReadModel(rebuilding: Rebuilding): Promise<Checked | null> {
  return alone(rebuilding.owner, async () => {
    const { owner, signal } = rebuilding;
    try {
      const built = await buildBeside(rebuilding, cursorOf);
      if (built === null) return null;
      return await inTransaction(owner, async () => {
        await owner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        const seq = await cursorOf(owner);
        await catchUp(rebuilding, built, seq, (entries) => project(besideOf(owner), entries));
        if (signal.aborted) return null;
        return { seq, ...(await compareBeside(owner)) };
      });
    } finally {
      await dropBeside(owner);
    }
  });
}

/**
 * Up to which entry it was built: fewer than one batch before what is there by then, however long that took. Null when it
 * was interrupted, and then nothing is left of it.
 */
async function buildBeside(
  rebuilding: Rebuilding,
  endOf: (owner: Db) => Promise<number>,
): Promise<number | null> {
  const { owner, migrations, signal, onProgress, batch = BATCH } = rebuilding;
  await createBeside(owner, migrations);
  let done = 0;
  for (let end = await endOf(owner); end > done && !signal.aborted;) {
    const before = done;
    done = await catchUp(rebuilding, done, end, async (entries) => {
      await projectBeside(owner, entries);
      onProgress(entries.at(-1)!.seq, end);
    });
    end = await endOf(owner);
    if (end - done < batch || done === before) break;
  }
  if (!signal.aborted) return done;
  await dropBeside(owner);
  return null;
}

async function catchUp(
  { entriesAfter, signal, batch = BATCH }: Pick<Rebuilding, 'entriesAfter' | 'signal' | 'batch'>,
  after: number,
  until: number,
  apply: (entries: readonly ProjectedEntry[]) => Promise<void>,
): Promise<number> {
  let at = after;
  while (at < until && !signal.aborted) {
    const entries = await entriesAfter(at, { until, limit: batch });
    if (entries.length === 0) break;
    await apply(entries);
    at = entries.at(-1)!.seq;
  }
  return at;
}

async function alone<T>(owner: Db, work: () => Promise<T>): Promise<T> {
  const found = await rowOf<{ taken: boolean }>(owner, TAKE);
  if (!found!.taken) throw new RebuildRuns('another rebuild of the read tables runs');
  try {
    // Of a run that ended between its last two steps.
    await dropOld(owner);
    return await work();
  } finally {
    await owner.query(GIVE).catch(() => undefined);
  }
}

async function lastSeq(owner: Db): Promise<number> {
  const found = await rowOf<{ seq: string }>(
    owner,
    `SELECT coalesce(max(seq), 0) AS seq FROM ledger.entries`,
  );
  return Number(found!.seq);
}

async function cursorOf(owner: Db): Promise<number> {
  const found = await rowOf<{ seq: string }>(
    owner,
    `SELECT seq FROM work.cursors WHERE consumer = $1`,
    [PROJECTOR_CONSUMER],
  );
  return Number(found?.seq ?? 0);
}
