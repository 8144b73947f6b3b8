/**
 * The dispatcher: one at a time under its lease, nothing left lying when a hint is lost or a run does not work, and
 * every run moved to a new bundle. Real PostgreSQL, real Temporal, the built bundle.
 */
import type { DispatcherReport } from '../../libs/commands';
import type { Ledger } from '../../libs/ledger';
import { openEngine, TOLD, WALL, type Engine } from './support/engine';
import { until } from './support/until';
import { asked, opening, rung, telling, urging } from './support/round-commands';

let engine: Engine;
let reports: DispatcherReport[];
const report = (it: DispatcherReport) => void reports.push(it);
const codes = () => reports.map(({ code }) => code);

beforeEach(async () => {
  engine = await openEngine(WALL);
  reports = [];
});
afterEach(() => engine.close());

describe('one at a time', () => {
  test('two dispatchers: one leads, every command is decided once, and the other takes over at once when it stops', async () => {
    await engine.startRunner();
    const looks = { first: 0, second: 0 };
    const first = await engine.startDispatcher({ holder: 'first', ledger: watched('first') });
    await until('the first leads', async () => first.leading());
    const second = await engine.startDispatcher({ holder: 'second', ledger: watched('second') });
    const acts = [0, 1, 2].map((n) => opening(engine.stream(`both-${n}`)));
    await engine.accept(...acts);
    expect((await engine.outcomes(...acts)).map((it) => it.outcome?.accepted)).toEqual([
      true,
      true,
      true,
    ]);
    expect([first.leading(), second.leading(), looks.second]).toEqual([true, false, 0]);
    await first.stop();
    await until('the other leads', async () => second.leading());
    const later = urging(acts[0]!.stream);
    await engine.accept(later);
    expect(await engine.outcomes(later)).toMatchObject([{ outcome: { accepted: true } }]);

    function watched(name: keyof typeof looks): Ledger {
      const { overdue } = engine.ledger;
      return { ...engine.ledger, overdue: (...of) => ((looks[name] += 1), overdue(...of)) };
    }
  });

  test('a leader that is cut off from the ledger loses its lease, says so and leads no more', async () => {
    let cut = false;
    const unlessCut =
      <Args extends unknown[], Result>(act: (...of: Args) => Promise<Result>) =>
      (...of: Args): Promise<Result> =>
        cut ? Promise.reject(new Error('cut off')) : act(...of);
    const { now, overdue, tryLease, renewLease } = engine.ledger;
    const first = await engine.startDispatcher({
      ...{ holder: 'first', leaseMs: 600, report },
      ledger: {
        ...engine.ledger,
        now: unlessCut(now),
        overdue: unlessCut(overdue),
        tryLease: unlessCut(tryLease),
        renewLease: unlessCut(renewLease),
      },
    });
    await until('the first leads', async () => first.leading());
    const second = await engine.startDispatcher({ holder: 'second', leaseMs: 600 });
    expect(second.leading()).toBe(false);
    cut = true;
    await until('the second leads', async () => second.leading());
    expect(first.leading()).toBe(false);
    expect(codes()).toContain('dispatcher.part-down');
    cut = false;
  });
});

describe('nothing is left lying', () => {
  test('a command whose notification is lost is found by the sweep', async () => {
    const stream = engine.stream('unheard');
    await engine.startRunner();
    await engine.startDispatcher({ ledger: { ...engine.ledger, onCommands: () => () => {} } });
    const act = opening(stream);
    await engine.accept(act);
    expect(await engine.outcomes(act)).toMatchObject([{ outcome: { accepted: true } }]);
  });

  test('a run that left, and whose successor was never heard of, is woken all the same', async () => {
    const stream = engine.stream('silent');
    await engine.startRunner();
    let leave = (_of: string) => {};
    const dispatcher = await engine.startDispatcher({
      ledger: {
        ...engine.ledger,
        onRuns(callback) {
          leave = (of) => callback({ stream: of, state: 'busy' });
          return () => {};
        },
      },
    });
    await until('it leads', async () => dispatcher.leading());
    leave(stream);
    const act = opening(stream);
    await engine.accept(act);
    expect(await engine.outcomes(act)).toMatchObject([{ outcome: { accepted: true } }]);
  });

  test('a wake-up that is overdue without any run gets one', async () => {
    const stream = engine.stream('lost-run');
    await engine.startRunner();
    const soon = new Date(Date.now() + 1_000).toISOString();
    await engine.decided(opening(stream, { rungs: [rung('T-7', soon)] }));
    await engine.settled(stream);
    await engine.run(stream).terminate('the Temporal server lost it');
    await engine.startDispatcher();
    await until('the reminder was issued', async () => {
      const entries = await engine.ledger.entriesOfStream(stream);
      return entries.at(-1)?.type.includes('RungReached') === true;
    });
  });

  test('a wake-up that is late by less than 3 s is left to the timer of its run', async () => {
    const stream = engine.stream('on-its-way');
    await engine.startRunner();
    const dispatcher = await engine.startDispatcher();
    await until('it leads', async () => dispatcher.leading());
    const dueAt = new Date(Date.now() + 3_000).toISOString();
    await engine.decided(opening(stream, { rungs: [rung('T-7', dueAt)] }));
    await engine.settled(stream);
    await engine.run(stream).terminate('so that no timer fires');
    const before = engine.wakes.length;
    await until('it is woken', async () => engine.wakes.slice(before).includes(stream));
    expect(Date.now() - Date.parse(dueAt)).toBeGreaterThanOrEqual(3_000);
  });

  test('a wake whose answer was lost started a run, and the next wake does not end it', async () => {
    const stream = engine.stream('unanswered');
    let wokenAgain: () => void = () => {};
    const again = new Promise<void>((resolve) => (wokenAgain = resolve));
    await engine.startRunner({
      wrap: (real) => ({ record: async (of) => (await again, real.record(of)) }),
    });
    const runs: string[] = [];
    const client = engine.clientWith(async (input, next) => {
      runs.push(await next(input));
      if (runs.length === 1) throw new Error('the answer was lost');
      wokenAgain();
      return runs[1]!;
    });
    await engine.startDispatcher({ client });
    const act = opening(stream);
    await engine.accept(act);
    expect(await engine.outcomes(act)).toMatchObject([{ outcome: { accepted: true } }]);
    expect(runs).toEqual([runs[0], runs[0]]);
  });

  test('a run that leaves its work lying is terminated, started again and reported', async () => {
    const stream = engine.stream('stuck');
    const runner = await engine.startRunner();
    await engine.decided(opening(stream, { rungs: [rung('T-7', '2099-01-01T00:00:00.000Z')] }));
    await engine.settled(stream);
    await engine.run(stream).terminate('so that another may take its name');
    const deaf = await engine.client.workflow.start('RoundWorkflow', {
      ...{ workflowId: stream, taskQueue: `${engine.queue}-nobody` },
      args: [{ stream }],
    });
    const act = urging(stream);
    await engine.startDispatcher({ stuckMs: 700, report });
    await engine.accept(act);
    expect(await engine.outcomes(act)).toMatchObject([{ outcome: { accepted: true } }]);
    expect(reports.filter(({ code }) => code === 'dispatcher.run-stuck')).toMatchObject([
      { level: 'error', stream, message: expect.stringContaining('1 commands') },
    ]);
    const old = await engine.client.workflow.getHandle(stream, deaf.firstExecutionRunId).describe();
    expect(old.status.name).toBe('TERMINATED');
    await runner.stop();
  });
});

test('a new bundle: every run is moved to its queue, and what came in the gap is answered', async () => {
  const FAR = rung('T-7', '2099-01-01T00:00:00.000Z');
  const streams = Array.from({ length: 25 }, (_, n) => engine.stream(`moved-${n}`));
  const acts = streams.map((stream) => opening(stream, { rungs: [FAR] }));
  const before = await engine.startRunner();
  const old = await engine.startDispatcher();
  await engine.accept(...acts);
  await engine.outcomes(...acts);
  await old.stop();
  await before.stop();

  const gap = streams.slice(0, 10).map((stream) => telling(stream, 1));
  const fresh = opening(engine.stream('born-in-the-gap'), { rungs: [FAR] });
  await engine.accept(...gap, fresh);
  const queue = `${engine.queue}-next`;
  await engine.startRunner({ queue });
  await engine.startDispatcher({ queue, report });

  for (const { outcome } of await engine.outcomes(...gap, fresh)) {
    expect(outcome?.accepted).toBe(true);
  }
  for (const stream of [...streams, fresh.stream]) {
    await engine.settled(stream);
    const run = await engine.run(stream).describe();
    expect([run.status.name, run.taskQueue]).toEqual(['RUNNING', queue]);
  }
  const [decided, undisturbed] = await Promise.all(
    [streams[0]!, streams.at(-1)!].map((stream) => engine.past(stream)),
  );
  expect(decided?.count('timerStarted')).toBe(1);
  expect(undisturbed).toMatchObject({ activities: expect.arrayContaining(['load']) });
  expect(undisturbed?.count('timerStarted')).toBe(1);
  expect(codes()).toEqual(['dispatcher.leads']);
});

test('with a told clock no run is moved before it has something to do', async () => {
  const told = await openEngine(TOLD);
  const stream = told.stream('asleep');
  const before = await told.startRunner();
  await told.decided(opening(stream, { rungs: [rung('T-7', '2018-12-07T01:00:00.000Z')] }));
  await told.settled(stream);
  await before.stop();
  const queue = `${told.queue}-next`;
  await told.startRunner({ queue });
  const dispatcher = await told.startDispatcher({ queue });
  await until('it leads', async () => dispatcher.leading());
  expect((await told.run(stream).describe()).taskQueue).toBe(told.queue);
  await told.ledger.tellClock('2018-12-07T01:00:00.000Z');
  await until('the reminder was issued', async () => {
    return (await told.ledger.pendingCounts()).dueWakeups === 0;
  });
  expect((await told.run(stream).describe()).taskQueue).toBe(queue);
  await told.close();
});

test('a stream without time is decided by the dispatcher itself, and no run ever bears its name', async () => {
  await engine.startDispatcher();
  const unit = {
    ...{ id: 'nga-son', name: { vi: 'Nga Sơn', en: 'Nga Sơn' }, aliases: [], parent: null },
    ...{ kind: 'district', roleClasses: [], from: '2010-01-01', source: 'invented', contacts: [] },
  };
  const data = { units: [unit] };
  const actor = { id: 'op-1', role: 'operator' as const, unit: null };
  const acts = [
    asked('org', { type: 'RegisterUnits', data, actor }),
    asked('org', { type: 'RegisterUnits', data, actor }),
  ];
  await engine.accept(...acts);
  expect(await engine.outcomes(...acts)).toMatchObject([
    { outcome: { accepted: true, version: 1, events: ['UnitsRegistered'] } },
    { outcome: { accepted: false, version: 3 } },
  ]);
  await expect(engine.run('org').describe()).rejects.toMatchObject({
    name: 'WorkflowNotFoundError',
  });
});
