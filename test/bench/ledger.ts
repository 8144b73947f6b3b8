/**
 * `ledger`: entries appended per second, canonical JSON, hash, chain, outcomes and fsync included, against COPY of the
 * same rows into the same table of another database: 1,000 entries a transaction both ways.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client, type Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Step } from '../../libs/domain';
import type { Ledger, Stamp } from '../../libs/ledger';
import { testDatabase } from '../integration/support/ledger-database';
import type { BenchRun } from './support/bench';
import { openParts } from './support/parts';
import { HandMadeRun, opensRound, streamOf, submitsReport } from './support/rounds';

const STAMP: Stamp = { mode: 'drill', deploymentId: 'bench-ledger', clock: 'wall' };
const RUNS = 7;
/** Two entries each: a command and its event. */
const ACTS = 500;

export const ledger: BenchRun = async (bench) => {
  await openParts(bench, 'postgres');
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

  const appended: number[] = [];
  const copied: number[] = [];
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  // The first run warms both sides up and does not count.
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const rate = await append(await decidedRounds(book, run, rounds));
    const baseline = await copy(copier, await copyRows(reader, run, rounds));
    if (run === 0) continue;
    appended.push(rate);
    copied.push(baseline);
    bench.say(`${run} of ${runs}: ${Math.round(rate)} against ${Math.round(baseline)} entries/s`);
  }
  const it = { case: '1,000 entries a transaction', metric: 'appended', unit: 'entries/s' };
  bench.figure({ ...it, samples: appended, baseline: copied });
};

type DecidedRound = { readonly run: HandMadeRun; readonly reports: Step<unknown> };

const streamOfRun = (run: number, round: number) => streamOf(`d-${run}-${round}`);

/** Opened, reported on by every unit, all decided; only the reports are not recorded yet. */
async function decidedRounds(book: Ledger, run: number, rounds: number): Promise<DecidedRound[]> {
  const all: DecidedRound[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const stream = streamOfRun(run, round);
    const made = new HandMadeRun(book, stream);
    await made.act(opensRound(stream, { units: ACTS }));
    const reports = Array.from({ length: ACTS }, (_, n) => submitsReport(stream, n));
    all.push({ run: made, reports: await made.decide(...reports) });
  }
  return all;
}

async function append(rounds: readonly DecidedRound[]): Promise<number> {
  const since = performance.now();
  let entries = 0;
  for (const { run, reports } of rounds) entries += await run.record(reports);
  return (entries / (performance.now() - since)) * 1_000;
}

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
