/**
 * `idle`: processor time and memory of each service at rest, over Kafka, after everything has settled. Time of user and
 * system together, from /proc; a run is one service over the whole measuring time.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchRun } from './support/bench';
import { MailSink } from './support/mail-sink';
import { Office, type App } from './support/office';
import { openParts } from './support/parts';
import { sleepingRounds } from './support/sleeping-rounds';

const APPS: readonly App[] = [
  'api',
  'worker',
  'relay',
  'projector',
  'reactor',
  'notifier',
  'checkpointer',
];
const RUNS = 5;
/** After the start the heap shrinks for half a minute. */
const SETTLED_AFTER_MS = 40_000;
const MEASURED_MS = 20_000;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

type Used = { readonly cpuMs: number; readonly residentMiB: number };

export const idle: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'temporal', 'kafka');
  const sink = await MailSink.open(bench);
  const office = await Office.open(bench, parts, sink.smtpUrl);
  const pids = new Map<App, number>();
  for (const app of APPS) pids.set(app, (await office.start(app)).pid);
  await sleepingRounds(office, bench.small ? 2 : 50);
  const wait = (ms: number) => pause(bench.small ? ms / 20 : ms, undefined, bench);
  await wait(SETTLED_AFTER_MS);
  const cpu = new Map<App, number[]>(APPS.map((app) => [app, []]));
  const memory = new Map<App, number[]>(APPS.map((app) => [app, []]));
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  for (let run = 0; run < runs; run += 1) {
    const before = new Map(APPS.map((app) => [app, usedBy(pids.get(app)!)]));
    const since = performance.now();
    await wait(MEASURED_MS);
    const seconds = (performance.now() - since) / 1_000;
    for (const app of APPS) {
      const after = usedBy(pids.get(app)!);
      cpu.get(app)!.push((after.cpuMs - before.get(app)!.cpuMs) / seconds);
      memory.get(app)!.push(after.residentMiB);
    }
    bench.say(
      `${run + 1} of ${runs}: ${APPS.map((app) => `${app} ${cpu.get(app)!.at(-1)!.toFixed(1)}`).join(', ')} ms/s`,
    );
  }
  for (const app of APPS) {
    bench.figure({ case: app, metric: 'cpu', unit: 'ms/s', samples: cpu.get(app)! });
    bench.figure({ case: app, metric: 'resident', unit: 'MiB', samples: memory.get(app)! });
  }
};

function usedBy(pid: number): Used {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold anything: fields are counted behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuMs: (user + system) * TICK_MS, residentMiB: Number(resident) / 1_024 };
}
