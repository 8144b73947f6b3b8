/**
 * The life of a run: it leaves early and carries nothing, is not woken while it leaves, ends after a quiet moment, and
 * has one timer for whatever comes next. What Temporal wrote down is the witness.
 */
import { openEngine, TOLD, WALL, type Engine, type Wrap } from './support/engine';
import { until } from './support/until';
import { cancellation, opening, rung, telling, urging } from './support/round-commands';

let engine: Engine;

beforeEach(async () => {
  engine = await openEngine(WALL);
});
afterEach(() => engine.close());

test('a busy run continues as new at about 150 events, carries no state, misses no command and fails no task', async () => {
  const stream = engine.stream('busy');
  await engine.startRunner();
  const dispatcher = await engine.startDispatcher();
  const runIds = new Set<string>();
  let acts = 0;
  for (let act = opening(stream); runIds.size < 3; act = telling(stream, acts)) {
    await engine.accept(act);
    expect(await engine.outcomes(act)).toMatchObject([{ outcome: { accepted: true } }]);
    acts += 1;
    if (acts % 5 === 0) runIds.add((await engine.run(stream).describe()).runId);
  }
  await engine.settled(stream);
  await dispatcher.stop();
  const runs = (await engine.chain(stream)).map(({ past }) => past);
  expect(runs.length).toBeGreaterThanOrEqual(3);
  for (const run of runs) {
    expect(run.failedTasks).toEqual([]);
    expect(run.input).toEqual([{ stream }]);
    expect(run.length).toBeLessThan(620);
  }
  for (const run of runs.slice(0, -1)) expect(run.length).toBeGreaterThanOrEqual(150);
  expect(await engine.ledger.entriesOfStream(stream)).toHaveLength(2 * acts);
});

test('a run that leaves is not woken until its successor has loaded; what came meanwhile is decided then', async () => {
  const stream = engine.stream('leaving');
  const gate = gated();
  await engine.startRunner({ wrap: gate.wrap });
  const sweeps = counted();
  const dispatcher = await engine.startDispatcher({
    ledger: { ...engine.ledger, overdue: (...of) => sweeps.count(engine.ledger.overdue(...of)) },
  });
  await engine.accept(opening(stream));
  await gate.left;
  const wakes = engine.wakes.length;
  const meanwhile = urging(stream, 'while the run leaves');
  await engine.accept(meanwhile);
  await sweeps.more(3);
  const row = (await engine.ledger.overdue(await engine.ledger.now())).find(
    (it) => it.stream === stream,
  );
  expect(row).toMatchObject({ leaving: true, undecided: 1, oldest: meanwhile.id });
  expect(engine.wakes).toHaveLength(wakes);
  gate.open();
  expect(await engine.outcomes(meanwhile)).toMatchObject([{ outcome: { accepted: true } }]);
  await engine.settled(stream);
  await dispatcher.stop();
  const [successor, predecessor] = (await engine.chain(stream)).map(({ past }) => past).reverse();
  expect(predecessor?.failedTasks).toEqual([]);
  expect(successor?.failedTasks).toEqual([]);
  expect(successor?.activities.slice(0, 2)).toEqual(['load', 'record']);
  /** Keeps the run busy until it leaves, and its successor from loading. */
  function gated() {
    let open = () => {};
    let announce = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    const left = new Promise<void>((resolve) => (announce = resolve));
    let leaving = false;
    const wrap: Wrap = ({ load, record }) => ({
      async load(input) {
        if (leaving) await opened;
        return load(input);
      },
      async record(input) {
        const answer = await record(input);
        if (input.leaving) {
          leaving = true;
          announce();
          return answer;
        }
        if (!leaving) await engine.accept(telling(stream, 0));
        return answer;
      },
    });
    return { wrap, left, open: () => open() };
  }
});

test('a run without a wake-up to come ends after a quiet moment, and a later command starts it again', async () => {
  const stream = engine.stream('quiet');
  await engine.startRunner();
  await engine.decided(opening(stream));
  const { runId } = await engine.run(stream).describe();
  await engine.client.workflow.getHandle(stream, runId).result();
  const past = await engine.past(stream, runId);
  expect(past.failedTasks).toEqual([]);
  expect(past.count('workflowExecutionCompleted')).toBe(1);
  const [later] = await engine.decided(urging(stream));
  expect(later).toMatchObject({ outcome: { accepted: true, version: 3 } });
  expect((await engine.run(stream).describe()).runId).not.toBe(runId);
});

describe('one timer', () => {
  const LATER = rung('T-1', '2099-12-17T01:00:00.000Z');

  test('is armed once however many commands come, and again only when the next wake-up changes', async () => {
    const stream = engine.stream('timer');
    await engine.startRunner();
    const soon = new Date(Date.now() + 3_000).toISOString();
    await engine.decided(opening(stream, { rungs: [rung('T-7', soon), LATER] }));
    for (let n = 0; n < 5; n += 1) await engine.decided(telling(stream, n));
    await until('the reminder was issued', async () =>
      (await engine.ledger.wakeups()).some(({ nextAt }) => nextAt === LATER.at),
    );
    for (let n = 5; n < 10; n += 1) await engine.decided(telling(stream, n));
    const rearmed = await engine.settled(stream);
    await engine.decided(cancellation(stream));
    await engine.run(stream).result();
    const timers = [rearmed, await engine.past(stream)].map((past) => [
      past.count('timerStarted'),
      past.count('timerFired'),
      past.count('timerCanceled'),
    ]);
    // The third is the quiet moment before a run without a wake-up ends.
    expect(timers).toEqual([
      [2, 1, 0],
      [3, 2, 1],
    ]);
    expect(rearmed.summaries.slice(-1)).toEqual([expect.stringMatching(/^T-1 reminder at 2099/)]);
  });

  test('is never armed with a told clock: advancing it wakes the run', async () => {
    const told = await openEngine(TOLD);
    const stream = told.stream('told');
    await told.startRunner();
    await told.startDispatcher();
    const act = opening(stream, { rungs: [rung('T-7', '2018-12-07T01:00:00.000Z'), LATER] });
    await told.accept(act);
    await told.outcomes(act);
    await told.ledger.tellClock('2018-12-07T01:00:00.000Z');
    await until('the reminder was issued', async () => {
      const { dueWakeups } = await told.ledger.pendingCounts();
      return dueWakeups === 0;
    });
    expect((await told.settled(stream)).count('timerStarted')).toBe(0);
    await told.close();
  });
});

function counted() {
  let seen = 0;
  return {
    async count<T>(work: Promise<T>): Promise<T> {
      const done = await work;
      seen += 1;
      return done;
    },
    more: async (times: number) => {
      const enough = seen + times;
      await until('the dispatcher has looked again', async () => seen >= enough);
    },
  };
}
