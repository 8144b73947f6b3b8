/**
 * `history`: what Temporal writes down over a round's whole life, from its opening over a reminder to its end, with a
 * rung ahead all the time, as the ladders of our policies have it. `burst`: 50 callers report for 500 units; `single`:
 * one caller, one report after another.
 */
import type { Bench, BenchRun } from './support/bench';
import { Office } from './support/office';
import { openParts } from './support/parts';
import { opensRound, streamOf, submitsReport } from './support/rounds';
import { TemporalAsked, type Lived } from './support/temporal';

const RUNS = 5;
const REMINDED_AFTER_MS = 3_000;
const DAY_MS = 86_400_000;

type Case = { readonly name: 'burst' | 'single'; readonly units: number; readonly callers: number };

const CASES: readonly Case[] = [
  { name: 'burst', units: 500, callers: 50 },
  { name: 'single', units: 100, callers: 1 },
];

export const history: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'temporal');
  const office = await Office.open(bench, parts);
  await office.start('worker');
  const asked = await TemporalAsked.open(bench, parts.temporal!.address);
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  for (const { name, units: all, callers } of CASES) {
    const units = bench.small ? 5 : all;
    const lives: Lived[] = [];
    for (let run = 0; run < runs && !bench.signal.aborted; run += 1) {
      const stream = streamOf(`d-${name}-${run}`);
      await live(office, stream, { units, callers });
      lives.push(await asked.life(stream));
      bench.say(`${name}, ${run + 1} of ${runs}: ${JSON.stringify(lives.at(-1))}`);
    }
    report(bench, { name, units }, lives);
  }
};

/** Opened, reminded once, reported on by all, and closed by the last report. */
async function live(
  office: Office,
  stream: string,
  { units, callers }: { units: number; callers: number },
): Promise<void> {
  const { ledger } = office;
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const opening = opensRound(stream, {
    units,
    reminders: [at(REMINDED_AFTER_MS)],
    dueAt: at(7 * DAY_MS),
    escalation: at(10 * DAY_MS),
    acceptance: 'automatic',
  });
  await ledger.accept([opening]);
  await office.decided(opening.id);
  await reminded(ledger, stream);
  const waiting = Array.from({ length: units }, (_, n) => n).values();
  const caller = async (): Promise<void> => {
    for (const n of waiting) {
      const report = submitsReport(stream, n);
      await ledger.accept([report]);
      await office.decided(report.id);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

async function reminded(ledger: Office['ledger'], stream: string): Promise<void> {
  for (let from = 1; ;) {
    const entries = await ledger.entriesOfStream(stream, from);
    if (entries.some(({ type }) => type.includes('RungReached'))) return;
    from += entries.length;
    await new Promise<void>((resolve) => {
      const unsubscribe = ledger.onEntries(() => {
        unsubscribe();
        resolve();
      });
    });
  }
}

function report(
  bench: Bench,
  { name, units }: { name: Case['name']; units: number },
  lives: readonly Lived[],
): void {
  if (lives.length === 0) return;
  const per = name === 'burst' ? 'obligation' : 'act';
  const figure = (metric: string, unit: string, of: (life: Lived) => number) =>
    bench.figure({ case: name, metric, unit, samples: lives.map(of) });
  figure(`events_per_${per}`, 'events', ({ events }) => events / units);
  figure(`bytes_per_${per}`, 'bytes', ({ bytes }) => bytes / units);
  figure('runs', 'runs', ({ runs }) => runs);
}
