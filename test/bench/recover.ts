/**
 * `recover`: kill -9 of the worker while 10 rounds decide, and a new worker at once: seconds until the last waiting
 * command is decided, with a task timeout of 5 s (our default) and of 2 s; nothing lost, nothing double.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Bench, BenchRun } from './support/bench';
import { Office } from './support/office';
import { openParts } from './support/parts';
import { opensRound, streamOf, submitsReport } from './support/rounds';

const RUNS = 5;
const TASK_TIMEOUTS_S = [5, 2] as const;
const ROUNDS = 10;
const UNITS = 500;
const LOST_AFTER_MS = 60_000;

type Recovered = { readonly seconds: number; readonly lost: number; readonly double: number };

export const recover: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'temporal');
  const office = await Office.open(bench, parts);
  const pool = office.database.pool();
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  for (const timeout of TASK_TIMEOUTS_S) {
    const all: Recovered[] = [];
    for (let run = 0; run < runs && !bench.signal.aborted; run += 1) {
      const rounds = Array.from({ length: ROUNDS }, (_, n) => streamOf(`d-${timeout}-${run}-${n}`));
      const recovered = await killAndRecover({ office, pool, rounds, timeout });
      all.push(recovered);
      bench.say(`task timeout ${timeout} s, ${run + 1} of ${runs}: ${JSON.stringify(recovered)}`);
    }
    report(bench, `task timeout ${timeout} s`, all);
  }
};

function report(bench: Bench, name: string, all: readonly Recovered[]): void {
  if (all.length === 0) return;
  const figure = (metric: keyof Recovered, unit: string) =>
    bench.figure({ case: name, metric, unit, samples: all.map((it) => it[metric]) });
  figure('seconds', 's');
  figure('lost', 'commands');
  figure('double', 'commands');
}

type Killing = {
  readonly office: Office;
  readonly pool: Pool;
  readonly rounds: readonly string[];
  readonly timeout: number;
};

async function killAndRecover({ office, pool, rounds, timeout }: Killing): Promise<Recovered> {
  const worker = () =>
    office.start('worker', {
      program: 'test/bench/worker.process.js',
      args: [String(timeout * 1_000)],
    });
  const first = await worker();
  const openings = rounds.map((stream) => opensRound(stream, { units: UNITS }));
  await office.ledger.accept(openings);
  await office.decided(...openings.map(({ id }) => id));
  const reports = Array.from({ length: UNITS }, (_, n) =>
    rounds.map((stream) => submitsReport(stream, n)),
  ).flat();
  const accepted = inParts(reports, ROUNDS * 10, (part) => office.ledger.accept(part));
  await untilSome(office, reports);
  await first.end('SIGKILL');
  const killedAt = performance.now();
  const [second] = await Promise.all([worker(), accepted]);
  const last = await untilDecided(office);
  const seconds = (last - killedAt) / 1_000;
  await second.end();
  return { seconds, ...(await counted(pool, rounds, reports.length)) };
}

/** As they would arrive: not all at once. */
async function inParts<T>(
  all: readonly T[],
  size: number,
  act: (part: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < all.length; from += size) await act(all.slice(from, from + size));
}

/** Until every round is at work on its reports. */
async function untilSome({ ledger }: Office, reports: readonly { id: string }[]): Promise<void> {
  for (const { id } of reports.slice(0, ROUNDS)) await ledger.awaitOutcome(id, LOST_AFTER_MS);
}

async function untilDecided({ ledger }: Office): Promise<number> {
  const giveUpAt = performance.now() + LOST_AFTER_MS;
  for (;;) {
    const { undecided } = await ledger.pendingCounts();
    const now = performance.now();
    if (undecided === 0 || now > giveUpAt) return now;
    await pause(20);
  }
}

async function counted(
  pool: Pool,
  rounds: readonly string[],
  expected: number,
): Promise<Pick<Recovered, 'lost' | 'double'>> {
  const { rows } = await pool.query<{ all: number; distinct: number }>(
    `SELECT count(*)::int AS all, count(DISTINCT bytes::json ->> 'correlationid')::int AS distinct
     FROM ledger.entries WHERE stream = ANY ($1) AND type = 'dondoc.round.command.SubmitReport.v1'`,
    [rounds],
  );
  const { all, distinct } = rows[0]!;
  return { lost: expected - distinct, double: all - distinct };
}
