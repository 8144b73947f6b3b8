/** A database with the read model, lives recorded in its ledger and projected in batches of any size. */
import type { Pool } from 'pg';
import type { Decided, Instant } from '../../../libs/domain';
import { inTransaction, migrate, type DatabaseRole, type Ledger } from '../../../libs/ledger';
import { project } from '../../../libs/readmodel';
import { testDatabase } from './ledger-database';

export type ReadmodelDatabase = {
  readonly ledger: Ledger;
  /** On a pool of its own, with the rights of that process. */
  ledgerAs(role: DatabaseRole): Ledger;
  /** As the projector. */
  readonly pool: Pool;
  /** Connects as the owner. */
  readonly url: string;
  urlAs(role: DatabaseRole): string;
  /** With the rights of that role. */
  poolAs(role: DatabaseRole): Pool;
  /** As the owner, who reads every table. */
  readonly owner: Pool;
  /** Records a life, or its continuation after `expected` entries, in a stream of its own. */
  record(stream: string, decided: readonly Decided[], expected?: number): Promise<number>;
  projectNew(sizes?: readonly number[]): Promise<void>;
  /** From the first entry on, after the tables were emptied. */
  projectAll(sizes?: readonly number[]): Promise<void>;
  drop(): Promise<void>;
};

/** @param startsAt the first instant of a told clock, which each recording then moves; without it the wall clock */
export async function readmodelDatabase(
  deploymentId: string,
  startsAt?: Instant,
): Promise<ReadmodelDatabase> {
  const clock = startsAt === undefined ? 'wall' : 'told';
  const stamp = { mode: 'drill', deploymentId, seed: 's', clock, startsAt } as const;
  const database = await testDatabase(stamp);
  await migrate(database.url, stamp);
  const ledger = database.ledger();
  const pool = database.pool('dondoc_projector');
  let projected = 0;
  async function projectNew(sizes: readonly number[] = [500]) {
    for (let n = 0; ; n += 1) {
      const entries = await ledger.entriesAfter(projected, sizes[n % sizes.length]!);
      if (entries.length === 0) return;
      await inTransaction(pool, (tx) => project(tx, entries));
      projected = entries.at(-1)!.seq;
    }
  }

  return {
    ledger,
    ledgerAs: (role) => database.ledger(role),
    pool,
    url: database.url,
    urlAs: (role) => database.urlAs(role),
    poolAs: (role) => database.pool(role),
    owner: database.pool(),
    projectNew,
    projectAll(sizes) {
      projected = 0;
      return projectNew(sizes);
    },
    drop: () => database.drop(),
    async record(stream, decided, expected = 0) {
      const moved = inStream(stream, decided);
      const last = decided.at(-1)?.command.receivedAt;
      if (startsAt !== undefined && last !== undefined) await ledger.tellClock(last);
      const asked = moved.map(({ command }) => command).filter(({ type }) => type !== 'WakeUp');
      if (asked.length > 0) await ledger.accept(asked);
      const recording = { stream, expected, decided: moved, nextAt: null, queue: null };
      const answer = await ledger.record({ ...recording, decidersHash: 'test' });
      if (!answer.recorded) throw new Error('somebody else recorded in this stream');
      return answer.version;
    },
  };
}

/** The same life in another stream. */
function inStream(stream: string, decided: readonly Decided[]): Decided[] {
  return decided.map(({ command, decision }) => ({
    command: { ...command, stream, id: `${stream}:${command.id}` },
    decision,
  }));
}
