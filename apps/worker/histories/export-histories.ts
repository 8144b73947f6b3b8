/**
 * One pass of the exporter: every closed run's history goes into the content store and its hashes into the ledger, a run once,
 * from where the last pass ended. Invariant: `through` never passes a run that could not be kept.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { stateOf, type Asked, type WayIn } from '../../../libs/commands';
import {
  BUILDS_STREAM,
  historiesStream,
  type Actor,
  type EngineBuild,
  type HistoriesState,
  type RunHistory,
} from '../../../libs/domain';
import type { Ledger } from '../../../libs/ledger';
import { keep } from './archive-build';
import type { ClosedRun, ClosedRuns } from './closed-runs';

export type Passing = {
  readonly ledger: Pick<Ledger, 'loadRange' | 'describeContent' | 'putContent' | 'now'>;
  readonly wayIn: Pick<WayIn, 'ask'>;
  readonly runs: ClosedRuns;
  readonly build: EngineBuild;
  /** The wall clock: the server closes runs by it, whatever clock the deployment is told. */
  readonly wall: () => Date;
  /** Whether to go on: false between two runs ends the pass. */
  readonly goesOn?: () => Promise<boolean>;
};

export type Passed = {
  readonly kept: number;
  readonly failed: readonly { readonly run: ClosedRun; readonly cause: unknown }[];
  /** Runs of a chain that the server has no more and that were never kept. */
  readonly lost: readonly { readonly workflow: string; readonly run: string }[];
  /** Between which instants runs may have closed and been removed before any pass; `from` null: earlier than was looked. */
  readonly unseen: { readonly from: string | null; readonly to: string } | null;
  /** How long the oldest run of this pass had been closed when it was come upon, and what is too late. */
  readonly oldestMs: number;
  readonly lateAfterMs: number;
  readonly late: number;
};

const EXPORTER: Actor = { id: 'histories', role: 'system', unit: null };
/** What the server's list shows of a run may come a while after its close. */
const OVERLAP_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** Some 600 bytes each: an entry has 60 KiB. */
const RUNS_A_COMMAND = 40;

export async function exportHistories(passing: Passing): Promise<Passed> {
  const { runs, wall } = passing;
  const began = wall();
  const retentionMs = await runs.retentionMs();
  const known = await knownRuns(passing, retentionMs);
  const closed = (await runs.since(known.since)).filter(({ run }) => !known.runs.has(run));
  const lateAfterMs = retentionMs / 3;
  const ages = closed.map((run) => wall().getTime() - run.closed.getTime());
  const { builds, first } = await buildsOf(passing);
  const pass: Pass = {
    builds,
    known: known.runs,
    days: known.days,
    kept: [],
    failed: [],
    lost: [],
  };
  await keepAll(passing, pass, closed);
  const reached = (await tell(passing, pass)) ?? known.through;
  const quietMs = Math.max(retentionMs, DAY_MS) / 3;
  const quiet = reached === null || began.getTime() - Date.parse(reached) > quietMs;
  if (quiet && pass.failed.length === 0) await tellQuiet(passing, began);
  const to = new Date(began.getTime() - retentionMs).toISOString();
  const gap = retentionMs > 0 && (known.through === null ? !first : known.through < to);
  return {
    unseen: gap ? { from: known.through, to } : null,
    ...{ kept: pass.kept.length, failed: pass.failed, lost: pass.lost },
    ...{ oldestMs: Math.max(0, ...ages), lateAfterMs },
    late: retentionMs > 0 ? ages.filter((age) => age > lateAfterMs).length : 0,
  };
}

type Pass = {
  readonly builds: { readonly [queue: string]: EngineBuild };
  readonly known: Set<string>;
  /** Of which days all that is on record is known. */
  readonly days: Set<string>;
  readonly kept: RunHistory[];
  readonly failed: { run: ClosedRun; cause: unknown }[];
  readonly lost: { workflow: string; run: string }[];
};

async function keepAll(passing: Passing, pass: Pass, closed: readonly ClosedRun[]): Promise<void> {
  for (const run of closed) {
    if (passing.goesOn && !(await passing.goesOn())) {
      pass.failed.push({ run, cause: null });
      return;
    }
    await keepChain(passing, pass, run);
  }
}

/** The run, and whatever came before it in its chain and was not on the list. */
async function keepChain(passing: Passing, pass: Pass, last: ClosedRun): Promise<void> {
  for (let run: ClosedRun | null = last; run !== null && !pass.known.has(run.run);) {
    let before: string | null;
    try {
      const { kept, started } = await keepRun(passing, pass.builds, run);
      pass.known.add(run.run);
      pass.kept.push(kept);
      before = kept.before;
      if (before !== null && !pass.known.has(before)) await knowAround(passing, pass, started);
    } catch (cause) {
      pass.failed.push({ run, cause });
      return;
    }
    if (before === null || pass.known.has(before)) return;
    const { workflow } = run;
    run = await passing.runs.named(workflow, before);
    if (run === null) pass.lost.push({ workflow, run: before });
  }
}

/** The run before closed when this one started, maybe long before the days that are known: it may lie kept there. */
async function knowAround({ ledger }: Passing, pass: Pass, started: Date): Promise<void> {
  for (const ms of [-OVERLAP_MS, 0, OVERLAP_MS]) {
    const day = dayOf(new Date(started.getTime() + ms));
    if (pass.days.has(day)) continue;
    const { runs } = await historiesOf(ledger, historiesStream(day));
    for (const run of Object.keys(runs)) pass.known.add(run);
    pass.days.add(day);
  }
}

async function keepRun(
  { ledger, runs }: Passing,
  builds: Pass['builds'],
  run: ClosedRun,
): Promise<{ readonly kept: RunHistory; readonly started: Date }> {
  const { proto, json, started, ...said } = await runs.fetch(run);
  const kept = {
    ...{ workflow: run.workflow, run: run.run, type: run.type, status: run.status },
    ...{ closed: run.closed.toISOString(), ...said },
    proto: await keep(ledger, gzipSync(proto), 'history'),
    json: await keep(ledger, gzipSync(json), 'history-json'),
    bundle: builds[said.queue]?.bundle ?? null,
  };
  return { kept, started };
}

/** Bytes lie in the store before the ledger names them. The last command of a pass says how far it came: that is answered. */
async function tell(passing: Passing, { kept, failed }: Pass): Promise<string | null> {
  if (kept.length === 0) return null;
  const stopped = failed.map(({ run }) => run.closed.toISOString()).sort()[0];
  const sorted = kept.toSorted((a, b) => (a.closed < b.closed ? -1 : 1));
  const reached = sorted.filter(({ closed }) => stopped === undefined || closed < stopped).at(-1);
  const days = byDay(sorted);
  const effectiveAt = await passing.ledger.now();
  for (const [day, runs] of days) {
    for (let at = 0; at < runs.length; at += RUNS_A_COMMAND) {
      const batch = runs.slice(at, at + RUNS_A_COMMAND);
      const ends = reached !== undefined && batch.includes(reached);
      const data = { runs: batch, through: ends ? reached.closed : null };
      await passing.wayIn.ask([asked({ day, type: 'RecordHistories', data, effectiveAt })]);
    }
  }
  return reached?.closed ?? null;
}

/** Where nothing closes for long, it is on record that a pass looked: else nobody could tell that from passes that failed. */
async function tellQuiet({ ledger, wayIn }: Passing, began: Date): Promise<void> {
  const data = { runs: [], through: began.toISOString() };
  const effectiveAt = await ledger.now();
  await wayIn.ask([asked({ day: dayOf(began), type: 'RecordHistories', data, effectiveAt })]);
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

function byDay(sorted: readonly RunHistory[]): Map<string, RunHistory[]> {
  const days = new Map<string, RunHistory[]>();
  for (const run of sorted) {
    const day = run.closed.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), run]);
  }
  return days;
}

/** The present build is put on record with the first histories that are kept by it. */
async function buildsOf(
  passing: Passing,
): Promise<{ readonly builds: Pass['builds']; readonly first: boolean }> {
  const { ledger, wayIn, build } = passing;
  const { builds } = await historiesOf(ledger, BUILDS_STREAM);
  const first = Object.keys(builds).length === 0;
  if (Object.hasOwn(builds, build.queue)) return { builds, first };
  const effectiveAt = await ledger.now();
  await wayIn.ask([asked({ day: 'builds', type: 'RecordBuild', data: build, effectiveAt })]);
  return { builds: { ...builds, [build.queue]: build }, first };
}

type Known = {
  readonly runs: Set<string>;
  readonly days: Set<string>;
  readonly through: string | null;
  readonly since: Date;
};

/** What is on record of the days the server still has, through when, and from when on there may be more. */
async function knownRuns({ ledger, wall }: Passing, retentionMs: number): Promise<Known> {
  const now = wall().getTime();
  const oldest = now - Math.max(retentionMs, DAY_MS);
  const [runs, days] = [new Set<string>(), new Set<string>()];
  let through: string | null = null;
  for (let at = now; at >= oldest - DAY_MS; at -= DAY_MS) {
    const day = dayOf(new Date(at));
    const state = await historiesOf(ledger, historiesStream(day));
    for (const run of Object.keys(state.runs)) runs.add(run);
    days.add(day);
    // The overlap may reach into the day before.
    if (through !== null) break;
    through = state.through;
  }
  const since = through === null ? oldest : Date.parse(through) - OVERLAP_MS;
  return { runs, days, through, since: new Date(since) };
}

async function historiesOf(ledger: Passing['ledger'], stream: string): Promise<HistoriesState> {
  return (await stateOf(ledger, stream)) as HistoriesState;
}

type Told = { day: string; type: string; data: unknown; effectiveAt: string };

/** Asked again after a crash it is the same command. */
function asked({ day, type, data, effectiveAt }: Told): Asked {
  const hash = createHash('sha256')
    .update(JSON.stringify([day, type, data]))
    .digest('hex');
  const stream = historiesStream(day);
  const id = `e-${hash.slice(0, 32)}`;
  return { id, stream, type, data, actor: EXPORTER, effectiveAt, causedBy: null };
}
