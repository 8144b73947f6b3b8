/**
 * `ledger`: entries appended per second, canonical JSON, hash, chain, outcomes and fsync included, against COPY of the
 * same rows into the same table of another database: 1,000 entries a transaction both ways. `in_the_tree`: the same until the
 * checkpointer, a process of its own, has put the last of them into the tree.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client, type Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createTreeBook, type Stamp } from '../../libs/ledger';
import { testDatabase } from '../integration/support/ledger-database';
import { append, decidedRounds, streamOfRun } from './support/appending';
import type { BenchRun } from './support/bench';
import { caughtUp, follow } from './support/following';
import { openParts } from './support/parts';

const STAMP: Stamp = { mode: 'drill', deploymentId: 'bench', clock: 'wall' };
const RUNS = 7;

export const ledger: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres');
  const rounds = bench.small ? 2 : 20;
  const ours = await testDatabase(STAMP);
  bench.own('database', () => ours.drop());
  const other = await testDatabase(STAMP);
  bench.own("COPY's database", () => other.drop());
  const book = ours.ledger();
  const reader = ours.pool();
  const copier = new Client({ connectionString: other.url });
  await copier.connect();
  bench.own('connection of COPY', () => copier.end());

  const tree = createTreeBook(reader);
  await follow(bench, ours.urlAs('dondoc_checkpointer'), parts.folder);
  const appended: number[] = [];
  const inTree: number[] = [];
  const copied: number[] = [];
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  // The first run warms both sides up and does not count.
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const decided = await decidedRounds(book, run, rounds);
    await caughtUp(tree, await book.lastSeq());
    const since = performance.now();
    const rate = await append(decided);
    const last = await book.lastSeq();
    const entries = (rate * (performance.now() - since)) / 1_000;
    await caughtUp(tree, last);
    const whole = (entries / (performance.now() - since)) * 1_000;
    const baseline = await copy(copier, await copyRows(reader, run, rounds));
    if (run === 0) continue;
    appended.push(rate);
    inTree.push(whole);
    copied.push(baseline);
    bench.say(`${run} of ${runs}: ${Math.round(rate)} against ${Math.round(baseline)} entries/s`);
  }
  const it = { case: '1,000 entries a transaction', metric: 'appended', unit: 'entries/s' };
  bench.figure({ ...it, samples: appended, baseline: copied });
  bench.figure({ ...it, metric: 'in_the_tree', samples: inTree, baseline: copied });
};

/** What was just appended, as the text of COPY, 1,000 rows each. */
async function copyRows(pool: Pool, run: number, rounds: number): Promise<string[][]> {
  const transactions: string[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { rows } = await pool.query<{ line: string }>(
      `SELECT concat_ws(E'\\t', seq, stream, version, id, type,
                        replace(replace(replace(bytes, '\\', '\\\\'), E'\\t', '\\t'), E'\\n', '\\n'),
                        hash, recorded_at) || E'\\n' AS line
       FROM ledger.entries WHERE stream = $1 AND version > 2 ORDER BY seq`,
      [streamOfRun(run, round)],
    );
    transactions.push(rows.map(({ line }) => line));
  }
  return transactions;
}

async function copy(client: Client, transactions: readonly string[][]): Promise<number> {
  const texts = transactions.map((lines) => Buffer.from(lines.join('')));
  const since = performance.now();
  for (const text of texts) {
    const into = client.query(
      copyFrom(
        'COPY ledger.entries (seq, stream, version, id, type, bytes, hash, recorded_at) FROM STDIN',
      ),
    );
    await pipeline(Readable.from([text]), into);
  }
  const rows = transactions.reduce((sum, lines) => sum + lines.length, 0);
  return (rows / (performance.now() - since)) * 1_000;
}
