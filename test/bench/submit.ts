/**
 * `submit`: receipts per second and their latency over HTTP, with the worker deciding, against a bare Fastify route
 * that inserts one row with fsync into the same PostgreSQL; the callers are a process of their own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { obligationId, parseRoundStream } from '../../libs/domain';
import type { Bench, BenchRun } from './support/bench';
import { DIST } from './support/dist';
import { percentile } from './support/figures';
import { Office } from './support/office';
import { openParts } from './support/parts';
import { opensRound, streamOf, unitOf } from './support/rounds';
import { startService } from './support/service-process';
import type { Load, Loaded } from './submit-callers.process';

const RUNS = 5;
const UNITS = 500;
/** Callers, and how many requests they share in a run. */
const CASES = [
  { callers: 1, requests: 300 },
  { callers: 16, requests: 2_500 },
  { callers: 128, requests: 5_000 },
] as const;

export const submit: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'temporal');
  const office = await Office.open(bench, parts);
  await office.start('worker');
  const api = await office.startApi();
  const bare = await startBare(bench, office);
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  for (const { callers, requests: all } of CASES) {
    const requests = bench.small ? 20 : all;
    const ours: Loaded[] = [];
    const others: Loaded[] = [];
    for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
      const paths = await openRounds(office, `${callers}-${run}`, requests);
      const measured = await call({ origin: api, callers, paths, expects: 200 });
      const baseline = await call({
        origin: bare,
        callers,
        paths: paths.map(() => '/'),
        expects: 200,
      });
      if (run === 0) continue;
      ours.push(measured);
      others.push(baseline);
      bench.say(
        `${callers} callers, ${run} of ${runs}: ${Math.round(rate(measured))} against ${Math.round(rate(baseline))} a second`,
      );
    }
    report(bench, `${callers} callers`, ours, others);
  }
};

function report(
  bench: Bench,
  name: string,
  ours: readonly Loaded[],
  others: readonly Loaded[],
): void {
  const figure = (metric: string, unit: string, of: (loaded: Loaded) => number) =>
    bench.figure({ case: name, metric, unit, samples: ours.map(of), baseline: others.map(of) });
  figure('receipts', 'a second', rate);
  figure('p50', 'ms', ({ tookMs }) => percentile(tookMs, 0.5));
  figure('p99', 'ms', ({ tookMs }) => percentile(tookMs, 0.99));
}

function rate({ tookMs, ms }: Loaded): number {
  return (tookMs.length / ms) * 1_000;
}

/** Answers a path for every obligation, those of one round after another's. */
async function openRounds(office: Office, name: string, obligations: number): Promise<string[]> {
  const paths: string[] = [];
  const openings = [];
  for (let at = 0; at < obligations; at += UNITS) {
    const units = Math.min(UNITS, obligations - at);
    const stream = streamOf(`d-${name}-${at}`);
    openings.push(opensRound(stream, { units }));
    const shard = parseRoundStream(stream)!;
    for (let n = 0; n < units; n += 1) {
      paths.push(`/v1/obligations/${obligationId(shard, unitOf(n))}/submit`);
    }
  }
  await office.ledger.accept(openings);
  await office.decided(...openings.map(({ id }) => id));
  return paths;
}

async function startBare(bench: Bench, office: Office): Promise<string> {
  const bare = await startService({
    name: 'bare route',
    program: 'test/bench/submit-bare.process.js',
    args: [office.database.url],
    env: {},
    ready: /listening at \S+\n/,
  });
  bench.own('bare route', () => bare.end());
  return /listening at (\S+)\n/.exec(bare.said())![1]!;
}

async function call(load: Load): Promise<Loaded> {
  const callers = fork(join(DIST, 'test/bench/submit-callers.process.js'));
  callers.send(load);
  const [answer] = (await once(callers, 'message')) as [Loaded | { fault: string }];
  callers.disconnect();
  if ('fault' in answer) throw new Error(answer.fault);
  return answer;
}
