/** What a pass takes for lost or unseen, over long lives: the ledger's decider and the engine's list in memory. */
import type { Asked } from '../../../libs/commands';
import { deciderOf, type Decided } from '../../../libs/domain';
import type { ClosedRun, ClosedRuns, FetchedRun } from './closed-runs';
import { exportHistories } from './export-histories';

const DAY_MS = 86_400_000;
const NOW = '2026-03-20T12:00:00.000Z';
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY_MS);

type Run = { readonly run: string; readonly closed: Date; readonly before: string | null };

/** Runs of one chain, in order; the server has those that closed within its retention. */
function deployment(chain: readonly Run[], retentionDays = 3) {
  const streams = new Map<string, Decided[]>();
  let now = new Date(NOW);
  const has = (it: Run) => it.closed.getTime() > now.getTime() - retentionDays * DAY_MS;
  const shown = ({ run, closed }: Run): ClosedRun => ({
    ...{ workflow: 'directive/d-07', run, closed, status: 'CONTINUED_AS_NEW' },
    type: 'DirectiveWorkflow',
  });
  const runs: ClosedRuns = {
    since: async (instant) =>
      chain.filter((it) => has(it) && it.closed >= instant && it.closed <= now).map(shown),
    named: async (_workflow, run) =>
      chain.filter((it) => it.run === run && has(it)).map(shown)[0] ?? null,
    fetch: async ({ run }): Promise<FetchedRun> => {
      const at = chain.findIndex((it) => it.run === run);
      const { before } = chain[at]!;
      const started = chain.find((it) => it.run === before)?.closed ?? daysAgo(30);
      const rest = { events: 1, first: 'r1', after: null, queue: 'dondoc-1' };
      return { ...rest, proto: Buffer.from(run), json: `"${run}"`, started, before };
    },
    retentionMs: async () => retentionDays * DAY_MS,
  };
  const ledger = {
    loadRange: async (stream: string, after: number) => {
      const decided = (streams.get(stream) ?? []).slice(after);
      return { decided, version: after + decided.length, more: false };
    },
    describeContent: async () => ({ size: 1, mediaType: 'x' }),
    putContent: () => Promise.reject(new Error('all is held')),
    now: async () => now.toISOString(),
  };
  const ask = async (commands: readonly Asked[]) => {
    for (const { id, stream, type, data, actor, effectiveAt } of commands) {
      const before = streams.get(stream) ?? [];
      const decider = deciderOf(stream);
      const command = { id, stream, type, data, actor, receivedAt: effectiveAt, effectiveAt };
      const state = before.reduce(
        (all, { command: by, decision }) =>
          'events' in decision
            ? decision.events.reduce((s, it) => decider.evolve(s, { ...it, ...stampOf(by) }), all)
            : all,
        decider.initial,
      );
      streams.set(stream, [...before, { command, decision: decider.decide(state, command) }]);
    }
  };
  return {
    streams,
    async pass(at: Date) {
      now = at;
      const build = { queue: 'dondoc-1', bundle: 'c'.repeat(64), lock: null };
      return exportHistories({ ledger, wayIn: { ask }, runs, build, wall: () => at });
    },
  };
}

const stampOf = ({ effectiveAt, id, actor }: Decided['command']) => ({
  ...{ at: effectiveAt, commandId: id, actor },
});

test('a run before that was kept long ago and is gone from the server is not lost', async () => {
  const { pass } = deployment([
    { run: 'r1', closed: daysAgo(5), before: null },
    { run: 'r2', closed: daysAgo(0.01), before: 'r1' },
    { run: 'other', closed: daysAgo(1), before: null },
  ]);
  expect(await pass(daysAgo(4.9))).toMatchObject({ kept: 1, lost: [], unseen: null });
  expect(await pass(daysAgo(2.5))).toMatchObject({ kept: 0, lost: [] });
  expect(await pass(daysAgo(0.9))).toMatchObject({ kept: 1, lost: [] });
  expect(await pass(daysAgo(0))).toMatchObject({ kept: 1, lost: [], unseen: null });
});

test('one that was never kept and is gone is lost', async () => {
  const { pass } = deployment([
    { run: 'r1', closed: daysAgo(5), before: null },
    { run: 'r2', closed: daysAgo(0.01), before: 'r1' },
  ]);
  expect(await pass(daysAgo(0))).toMatchObject({
    ...{ kept: 1, lost: [{ workflow: 'directive/d-07', run: 'r1' }] },
  });
});

test('when no pass looked for longer than the retention, runs may have gone unseen', async () => {
  const { pass } = deployment([{ run: 'r1', closed: daysAgo(5), before: null }]);
  expect(await pass(daysAgo(4.9))).toMatchObject({ kept: 1, unseen: null });
  const from = daysAgo(5).toISOString();
  expect(await pass(daysAgo(1.5))).toMatchObject({
    unseen: { from, to: daysAgo(4.5).toISOString() },
  });
  expect(await pass(daysAgo(1.4))).toMatchObject({ unseen: null });
});

test('and also when that was so long ago that nothing of those days is looked at', async () => {
  const { pass } = deployment([{ run: 'r1', closed: daysAgo(20), before: null }]);
  expect(await pass(daysAgo(19.9))).toMatchObject({ kept: 1 });
  expect(await pass(daysAgo(0))).toMatchObject({ unseen: { from: null } });
});

test('where nothing closes for long, passes that looked are on record, one a third of the retention', async () => {
  const { pass, streams } = deployment([]);
  for (let day = 10; day >= 0; day -= 0.25) {
    expect(await pass(daysAgo(day))).toMatchObject({ unseen: null });
  }
  const asked = [...streams].filter(([stream]) => stream !== 'histories/builds');
  expect(asked.flatMap(([, decided]) => decided)).toHaveLength(9);
});
