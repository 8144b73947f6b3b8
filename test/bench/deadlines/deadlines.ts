/**
 * `deadlines`: rounds whose reminder falls due in one instant of the wall clock. Lag from the instant to the committed
 * entry and to the mail that the SMTP server took; the way to the commit is split where Temporal's timer fires.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { drained, settled } from '../../../libs/bus';
import type { Bench, BenchRun } from '../support/bench';
import { percentile } from '../support/figures';
import { MailSink } from '../support/mail-sink';
import { Office } from '../support/office';
import { openParts } from '../support/parts';
import { opensRound, streamOf } from '../support/rounds';
import { timersFired, type Timer } from './timers';

const RUNS = 5;
const SHAPES = [
  { rounds: 10, units: 500 },
  { rounds: 20, units: 500 },
  { rounds: 100, units: 20 },
  { rounds: 200, units: 25 },
  { rounds: 1_000, units: 5 },
] as const;
/** Until the instant: for the opening of all rounds, and for what follows from it. Twice as long when it was too short. */
const LEAD_MS = 8_000;
const LEAD_A_ROUND_MS = 60;
/** What has not come so long after the instant is lost. */
const LOST_AFTER_MS = 120_000;
const LOOK_MS = 100;

type Shape = { readonly rounds: number; readonly units: number };

export const deadlines: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'temporal');
  const sink = await MailSink.open(bench);
  const office = await Office.open(bench, parts, sink.smtpUrl);
  const pool = office.database.pool();
  for (const app of ['worker', 'reactor', 'notifier'] as const) await office.start(app);
  const shapes = bench.small ? [{ rounds: 3, units: 5 }] : SHAPES;
  const leadOf = ({ rounds }: Shape) =>
    (bench.small ? LEAD_MS / 2 : LEAD_MS) + rounds * LEAD_A_ROUND_MS;
  await office.registerUnits(Math.max(...shapes.map(({ units }) => units)));
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  for (const shape of shapes) {
    const measured: Lags[] = [];
    for (let run = 0; run < runs && !bench.signal.aborted; run += 1) {
      const lags = await measure({
        office,
        pool,
        sink,
        name: `${shape.rounds}-${run}`,
        shape,
        leadMs: leadOf(shape),
      });
      measured.push(lags);
      bench.say(`${nameOf(shape)}, ${run + 1} of ${runs}: ${sentence(lags)}`);
    }
    report(bench, shape, measured);
  }
};

function nameOf({ rounds, units }: Shape): string {
  return `${rounds.toLocaleString('en')} × ${units}`;
}

/** Milliseconds, one per round (or per mail). */
type Lags = {
  readonly commit: readonly number[];
  readonly mail: readonly number[];
  readonly timerLate: readonly number[];
  /** The part of it that lies in the timer's own length: it was armed for later than the instant. */
  readonly armedLate: readonly number[];
  readonly own: readonly number[];
  /** Rounds whose timer had not fired when a wake of the dispatcher came. */
  readonly wokenOtherwise: number;
  readonly lost: number;
  readonly double: number;
};

function sentence({ commit, mail, timerLate, own, lost, double }: Lags): string {
  const p99 = (values: readonly number[]) => `${Math.round(percentile(values, 0.99))} ms`;
  return `p99 to commit ${p99(commit)} (timer ${p99(timerLate)}, own ${p99(own)}), to mail ${p99(mail)}, lost ${lost}, double ${double}`;
}

function report(bench: Bench, shape: Shape, runs: readonly Lags[]): void {
  if (runs.length === 0) return;
  const figure = (metric: string, unit: string, of: (lags: Lags) => number) =>
    bench.figure({ case: nameOf(shape), metric, unit, samples: runs.map(of) });
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
    ['max', 1],
  ] as const) {
    figure(`commit_${name}`, 'ms', ({ commit }) => percentile(commit, share));
    figure(`mail_${name}`, 'ms', ({ mail }) => percentile(mail, share));
  }
  figure('timer_late_p99', 'ms', ({ timerLate }) => percentile(timerLate, 0.99));
  figure('armed_late_p99', 'ms', ({ armedLate }) => percentile(armedLate, 0.99));
  figure('own_p99', 'ms', ({ own }) => percentile(own, 0.99));
  figure('woken_otherwise', 'rounds', ({ wokenOtherwise }) => wokenOtherwise);
  figure('lost', 'reminders', ({ lost }) => lost);
  figure('double', 'reminders', ({ double }) => double);
}

type Measuring = {
  readonly office: Office;
  readonly pool: Pool;
  readonly sink: MailSink;
  readonly name: string;
  readonly shape: Shape;
  readonly leadMs: number;
};

async function measure(of: Measuring): Promise<Lags> {
  const { office, pool, sink, name, shape, leadMs } = of;
  const streams = Array.from({ length: shape.rounds }, (_, n) => streamOf(`d-${name}-${n}`));
  const dueAt = Date.now() + leadMs;
  const reminders = [new Date(dueAt).toISOString()];
  const openedAt = new Date().toISOString();
  const inAWeek = new Date(dueAt + 7 * 86_400_000).toISOString();
  const openings = streams.map((stream) => ({
    ...opensRound(stream, { units: shape.units, reminders, dueAt: inAWeek }),
    effectiveAt: openedAt,
  }));
  await office.ledger.accept(openings);
  await office.decided(...openings.map(({ id }) => id));
  if (Date.now() > dueAt - 1_000) {
    await settled({ ledger: office.ledger, timeoutMs: LOST_AFTER_MS });
    return measure({ ...of, name: `${name}-again`, leadMs: leadMs * 2 });
  }
  await pause(dueAt - Date.now());

  const first = await untilAll(() => reachedIn(pool, streams), shape.rounds, dueAt);
  const expected = shape.rounds * shape.units;
  const asked = new Set(first.map(({ id }) => id));
  await untilAll(async () => mailsOf(sink, asked), expected, dueAt);
  await nothingLeft(office, pool);
  // Looked at again when nothing is left to do: what came twice may have come late.
  const reached = await reachedIn(pool, streams);
  const mailed = mailsOf(sink, new Set(reached.map(({ id }) => id)));
  const timers = await timersFired(office.parts.temporal!.address, {
    streams,
    since: dueAt,
  });
  return lagsOf({ dueAt, reached, mailed, timers, shape });
}

/** Asked again until there are `count` of them, or they count as lost. */
async function untilAll<T>(
  ask: () => Promise<readonly T[]>,
  count: number,
  dueAt: number,
): Promise<readonly T[]> {
  for (;;) {
    const found = await ask();
    if (found.length >= count || Date.now() > dueAt + LOST_AFTER_MS) return found;
    await pause(LOOK_MS);
  }
}

async function nothingLeft({ ledger }: Office, pool: Pool): Promise<void> {
  const also = async () => {
    const { rows } = await pool.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM work.mail_messages WHERE state IN ('planned', 'sending')`,
    );
    return rows[0]!.left === 0;
  };
  await drained({
    ledger,
    consumers: ['reactor', 'notifier'],
    also,
    timeoutMs: LOST_AFTER_MS,
  });
}

type Reached = { readonly stream: string; readonly id: string; readonly committedAt: number };

/** The true instants of commit, from PostgreSQL. */
async function reachedIn(pool: Pool, streams: readonly string[]): Promise<Reached[]> {
  const { rows } = await pool.query<{ stream: string; id: string; at: string }>(
    `SELECT stream, id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at
     FROM ledger.entries WHERE stream = ANY ($1) AND type = 'dondoc.round.RungReached.v1'`,
    [streams],
  );
  return rows.map(({ stream, id, at }) => ({ stream, id, committedAt: Number(at) }));
}

type Mailed = { readonly about: string; readonly takenAt: number };

/** One for each unit and reminder it was told of. */
function mailsOf(sink: MailSink, ids: ReadonlySet<string>): Mailed[] {
  return sink.mails.flatMap(({ to, takenAt, entries }) =>
    entries.filter((id) => ids.has(id)).map((id) => ({ about: `${to} ${id}`, takenAt })),
  );
}

function lagsOf(of: {
  readonly dueAt: number;
  readonly reached: readonly Reached[];
  readonly mailed: readonly Mailed[];
  readonly timers: readonly Timer[];
  readonly shape: Shape;
}): Lags {
  const { dueAt, reached, mailed, timers, shape } = of;
  const firedAt = new Map(timers.map((timer) => [timer.stream, timer.firedAt]));
  const rounds = new Set(reached.map(({ stream }) => stream)).size;
  const told = new Set(mailed.map(({ about }) => about)).size;
  return {
    commit: reached.map(({ committedAt }) => committedAt - dueAt),
    mail: mailed.map(({ takenAt }) => takenAt - dueAt),
    timerLate: timers.map((timer) => timer.firedAt - dueAt),
    armedLate: timers.map((timer) => timer.armedFor - dueAt),
    own: reached.flatMap(({ stream, committedAt }) => {
      const fired = firedAt.get(stream);
      return fired === undefined ? [] : [committedAt - fired];
    }),
    wokenOtherwise: shape.rounds - timers.length,
    lost: shape.rounds - rounds + (shape.rounds * shape.units - told),
    double: reached.length - rounds + (mailed.length - told),
  };
}
