/**
 * `export`: a directive of 20,000 entries among as many of another one, taken out as evidence: seconds until the last byte, against
 * a bare SELECT of the same lines by the same index, and how large it is.
 */
import { Writable } from 'node:stream';
import type { Pool } from 'pg';
import { writeEvidence } from '../support/write-evidence';
import { testDatabase } from '../integration/support/ledger-database';
import { until } from '../integration/support/until';
import type { Bench, BenchRun } from './support/bench';
import { follow } from './support/following';
import { openParts } from './support/parts';
import { HandMadeRun, opensRound, submitsReport } from './support/rounds';

const RUNS = 5;
/** Two entries each: a command and its event. */
const ACTS = 500;

export const evidence: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres');
  const database = await testDatabase({ mode: 'drill', deploymentId: 'bench', clock: 'wall' });
  bench.own('database', () => database.drop());
  const book = database.ledger();
  await follow(bench, database.urlAs('dondoc_checkpointer'), parts.folder);
  const shards = bench.small ? 2 : 20;
  for (let shard = 0; shard < shards && !bench.signal.aborted; shard += 1) {
    for (const directive of ['d-1', 'd-2']) {
      await reported(new HandMadeRun(book, `directive/${directive}/round/report/2018/${shard}`));
    }
    bench.say(`${shard + 1} of ${shards} shards recorded`);
  }
  const size = await book.lastSeq();
  await until('a checkpoint over all', async () => (await book.checkpointOver(size)) !== null);
  await measured(bench, { pool: database.pool(), book: database.ledger('dondoc_api') });
};

type Place = {
  readonly pool: Pool;
  readonly book: Parameters<typeof writeEvidence>[0];
};

async function measured(bench: Bench, { pool, book }: Place): Promise<void> {
  const [seconds, bare, megabytes]: number[][] = [[], [], []];
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  let entries = 0;
  // The first run warms both sides up and does not count.
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const since = performance.now();
    const sink = new Counting();
    const written = await writeEvidence(book, { kind: 'directive', directive: 'd-1' }, sink, {
      signal: bench.signal,
    });
    const took = (performance.now() - since) / 1_000;
    entries = written.entries.count;
    const baseline = await selected(pool);
    if (run === 0) continue;
    seconds!.push(took);
    bare!.push(baseline);
    megabytes!.push(sink.bytes / 1e6);
    bench.say(`${run} of ${runs}: ${took.toFixed(2)} s against ${baseline.toFixed(2)} s`);
  }
  const it = { case: `${entries.toLocaleString('en')} entries` };
  bench.figure({ ...it, metric: 'seconds', unit: 's', samples: seconds!, baseline: bare! });
  bench.figure({ ...it, metric: 'size', unit: 'MB', samples: megabytes! });
}

/** Opened, and reported on by every unit. */
async function reported(run: HandMadeRun): Promise<void> {
  await run.record(await run.decide(opensRound(run.stream, { units: ACTS })));
  const reports = Array.from({ length: ACTS }, (_, n) => submitsReport(run.stream, n));
  await run.record(await run.decide(...reports));
}

async function selected(pool: Pool): Promise<number> {
  const since = performance.now();
  await pool.query(
    `SELECT seq, bytes FROM ledger.entries
     WHERE stream >= 'directive/d-1/' AND stream < 'directive/d-10' ORDER BY seq`,
  );
  return (performance.now() - since) / 1_000;
}

class Counting extends Writable {
  bytes = 0;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    done();
  }
}
