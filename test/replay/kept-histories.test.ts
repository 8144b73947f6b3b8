/**
 * The exporter and the replay of what it keeps, on the real engine: every closed run of a life once, also after an
 * interruption; an untouched history replays, and one in which a length, an input or an answer was altered does not.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';
import { archiveBuild } from '../../apps/worker/histories/archive-build';
import {
  closedRunsOf,
  type ClosedRuns,
  type History,
} from '../../apps/worker/histories/closed-runs';
import { exportHistories, type Passing } from '../../apps/worker/histories/export-histories';
import { replayRuns, type Replayed } from '../../apps/worker/histories/replay-runs';
import { createWayIn, decideStream } from '../../libs/commands';
import type { EngineBuild, RunHistory } from '../../libs/domain';
import { builtBundle } from '../integration/support/built-bundle';
import { openEngine, WALL, type Engine } from '../integration/support/engine';
import { until } from '../integration/support/until';
import { directiveLife, roundLife } from './lives';

const DAY_MS = 86_400_000;
/** Two runs of the round and one of the directive. */
const LEAST_RUNS = 3;

let engine: Engine;
let build: EngineBuild;
let runs: ClosedRuns;
let recorded: RunHistory[];

beforeAll(async () => {
  engine = await openEngine(WALL);
  await engine.startRunner();
  await engine.startDispatcher();
  await Promise.all([roundLife(engine), directiveLife(engine)]);
  runs = closedRunsOf({ client: engine.client, only: `TaskQueue = "${engine.queue}"` });
  build = { ...(await archiveBuild(engine.ledger, builtBundle())), queue: engine.queue };
  await until('the server lists what has closed', async () => {
    return (await runs.since(new Date(Date.now() - DAY_MS))).length >= LEAST_RUNS;
  });
}, 120_000);
afterAll(() => engine.close());

async function pass(changes: Partial<Passing> = {}) {
  const { ledger } = engine;
  const wayIn = createWayIn(ledger);
  const given = { ledger, wayIn, runs, build, wall: () => new Date() };
  const passed = await exportHistories({ ...given, ...changes });
  const streams = new Set((await ledger.overdue(await ledger.now())).map(({ stream }) => stream));
  for (const stream of streams) {
    if (stream.startsWith('histories/')) await decideStream(ledger, stream, { decidersHash: 'x' });
  }
  recorded = (await ledger.entriesOfPrefixes(['histories'], { limit: 10_000 })).flatMap(
    ({ type, envelope }) =>
      type === 'dondoc.histories.HistoriesRecorded.v1'
        ? (envelope.data as unknown as { body: { runs: RunHistory[] } }).body.runs
        : [],
  );
  return passed;
}

const contentOf = async (sha256: string) => (await engine.ledger.getContent(sha256))!.bytes;
const { History: codec } = temporal.api.history.v1;

describe('the exporter', () => {
  test('that is interrupted after one run has kept that one, and goes on from there', async () => {
    let left = 1;
    const first = await pass({ goesOn: async () => left-- > 0 });
    expect([first.kept, first.failed.length]).toEqual([1, 1]);
    const second = await pass();
    expect([second.failed, second.lost]).toEqual([[], []]);
    expect(first.kept + second.kept).toBeGreaterThanOrEqual(LEAST_RUNS);
    expect(new Set(recorded.map(({ run }) => run)).size).toBe(first.kept + second.kept);
  });

  test('asked again keeps nothing twice', async () => {
    const before = recorded.length;
    expect(await pass()).toMatchObject({ kept: 0, late: 0 });
    expect(recorded).toHaveLength(before);
  });

  test('names each run in its chain, and the bundle and lock file it resolves to', async () => {
    const chain = recorded.filter(({ type }) => type === 'RoundWorkflow');
    const [head, next] = chain.toSorted((a, b) => (a.closed < b.closed ? -1 : 1));
    expect(head).toMatchObject({ before: null, status: 'CONTINUED_AS_NEW', first: head!.run });
    expect(next).toMatchObject({ before: head!.run, first: head!.run });
    expect(head!.after).toBe(next!.run);
    for (const { bundle } of recorded) expect(bundle).toBe(builtBundle().bundleHash);
    expect(await contentOf(build.bundle)).toEqual(readFileSync(builtBundle().codePath));
    expect(JSON.parse(String(await contentOf(build.lock!)))).toMatchObject({ name: 'dondoc' });
  });

  test('keeps the same history as bytes and as JSON', async () => {
    for (const { proto, json, events } of recorded) {
      const bytes = codec.decode(gunzipSync(await contentOf(proto)));
      expect(bytes.events).toHaveLength(events);
      const text = historyFromJSON(JSON.parse(String(gunzipSync(await contentOf(json)))));
      expect(codec.encode(codec.fromObject(text as object)).finish()).toEqual(
        codec.encode(bytes).finish(),
      );
    }
  });

  test('that comes upon a run later than a third of the retention says how many', async () => {
    const [closed] = await runs.since(new Date(Date.now() - DAY_MS));
    const other = { ...closed!, run: `${closed!.run.slice(0, -1)}_` };
    const slow: ClosedRuns = {
      ...runs,
      since: async () => [other],
      fetch: () => Promise.reject(new Error('away')),
      retentionMs: async () => 3 * DAY_MS,
    };
    const wall = () => new Date(closed!.closed.getTime() + DAY_MS + 1);
    expect(await pass({ runs: slow, wall })).toMatchObject({ late: 1, lateAfterMs: DAY_MS });
    expect(await pass({ runs: slow })).toMatchObject({ late: 0, failed: [{ run: other }] });
  });
});

describe('the replay', () => {
  const replayed = async (change: (history: History) => void = () => undefined) => {
    const code = String(await contentOf(build.bundle));
    const all: { workflow: string; run: string; history: History }[] = [];
    for (const { workflow, run, proto } of recorded) {
      const history = codec.decode(gunzipSync(await contentOf(proto)));
      change(history);
      all.push({ workflow, run, history });
    }
    const results: Replayed[] = [];
    for await (const result of replayRuns(code, all)) results.push(result);
    return results;
  };
  const kinds = (results: readonly Replayed[]) => results.map(({ differs }) => differs?.kind);

  test('of untouched histories gives the same, with every input and timer compared', async () => {
    const results = await replayed();
    expect(results.map(({ differs }) => differs)).toEqual(recorded.map(() => null));
    const sum = (key: 'inputs' | 'timers' | 'unsaid') =>
      results.reduce((total, one) => total + one[key], 0);
    expect(sum('inputs')).toBeGreaterThan(20);
    expect(sum('timers')).toBeGreaterThan(3);
    expect(sum('unsaid')).toBe(0);
  });

  test('finds a timer whose length was altered', async () => {
    const results = await replayed(({ events }) => {
      const timer = events!.find((it) => it.timerStartedEventAttributes);
      const { startToFireTimeout } = timer?.timerStartedEventAttributes ?? {};
      if (startToFireTimeout) startToFireTimeout.nanos = (startToFireTimeout.nanos ?? 0) + 1e6;
    });
    expect(kinds(results)).toContain('timer');
    expect(kinds(results)).not.toContain('steps');
  });

  test('finds an input that was altered', async () => {
    const results = await replayed((history) =>
      alterAnswer(history, ({ asked, ...rest }) => ({ ...rest, asked: `0${asked.slice(1)}x` })),
    );
    expect(new Set(kinds(results))).toEqual(new Set(['input']));
  });

  test('finds an answer that was altered so that other things were decided by the same steps', async () => {
    const results = await replayed((history) =>
      alterAnswer(history, ({ waiting: [command, ...rest], ...answer }) => ({
        ...{ ...answer, waiting: [{ ...command, id: `${command?.id}-x` }, ...rest] },
      })),
    );
    expect(kinds(results)).toContain('input');
  });
});

type Answer = { readonly asked: string; readonly waiting: readonly { readonly id: string }[] };

/** The first answer of a local activity that hands a command out, as its marker holds it. */
function alterAnswer({ events }: History, how: (answer: Answer) => object): void {
  for (const { markerRecordedEventAttributes: marker } of events ?? []) {
    const payload = marker?.details?.['result']?.payloads?.[0];
    if (!payload?.data) continue;
    const answer = JSON.parse(Buffer.from(payload.data).toString()) as Answer;
    if (answer.waiting.length === 0) continue;
    payload.data = Buffer.from(JSON.stringify(how(answer)));
    return;
  }
}
