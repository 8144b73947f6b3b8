/**
 * `checkpoint`: what following, hashing and signing cost whoever appends: entries per second with the checkpointer at work beside
 * it, against the same without one, and how far the tree is behind when the last was appended.
 */
import { createTreeBook } from '../../libs/ledger';
import { testDatabase } from '../integration/support/ledger-database';
import { append, decidedRounds } from './support/appending';
import type { Bench, BenchRun } from './support/bench';
import { caughtUp, follow } from './support/following';
import { openParts } from './support/parts';

const RUNS = 7;

export const checkpoint: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres');
  const rounds = bench.small ? 2 : 20;
  const [followed, alone] = [await place(bench), await place(bench)];
  await follow(bench, followed.database.urlAs('dondoc_checkpointer'), parts.folder);
  const rates: number[] = [];
  const bare: number[] = [];
  const behind: number[] = [];
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  // The first run warms both sides up and does not count.
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const ours = await decidedRounds(followed.book, run, rounds);
    const theirs = await decidedRounds(alone.book, run, rounds);
    await caughtUp(followed.tree, await followed.book.lastSeq());
    const rate = await append(ours);
    const since = performance.now();
    await caughtUp(followed.tree, await followed.book.lastSeq());
    const late = performance.now() - since;
    const baseline = await append(theirs);
    if (run === 0) continue;
    rates.push(rate);
    bare.push(baseline);
    behind.push(late);
    bench.say(`${run} of ${runs}: ${Math.round(rate)} against ${Math.round(baseline)} entries/s`);
  }
  const it = { case: '1,000 entries a transaction' };
  bench.figure({ ...it, metric: 'appended', unit: 'entries/s', samples: rates, baseline: bare });
  bench.figure({ ...it, metric: 'behind', unit: 'ms', samples: behind });
};

async function place(bench: Bench) {
  const database = await testDatabase({ mode: 'drill', deploymentId: 'bench', clock: 'wall' });
  bench.own('database', () => database.drop());
  return { database, book: database.ledger(), tree: createTreeBook(database.pool()) };
}
