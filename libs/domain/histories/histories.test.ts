/** Engine histories: a run once, a build once, by the system alone. */
import { CLERK } from '../testing/directive-07';
import { codeOf, eventsOf, Scene, SYSTEM } from '../testing/scene';
import { kindOfStream } from '../streams';
import { historiesDecider } from './decider';
import type { RunHistory } from './types';

const at = '2026-03-02T02:00:00.000Z';
const run = (id: string): RunHistory => ({
  ...{ workflow: 'directive/d-07', run: id, first: 'r1', before: null, after: null },
  ...{ type: 'DirectiveWorkflow', status: 'COMPLETED', closed: at, queue: 'dondoc-1' },
  ...{ events: 12, proto: 'a'.repeat(64), json: 'b'.repeat(64), bundle: null },
});
const day = () => new Scene(historiesDecider, 'histories/2026-03-02', { at, by: SYSTEM });
const runsOf = (decision: ReturnType<ReturnType<typeof day>['ask']>) =>
  eventsOf(decision).flatMap(({ data }) => ('runs' in data ? data.runs.map((it) => it.run) : []));

test('a run is recorded once, in whatever batch it comes again', () => {
  const scene = day();
  const ask = (...ids: string[]) =>
    scene.ask('RecordHistories', { runs: ids.map(run), through: null });
  expect(runsOf(ask('r1', 'r2', 'r1'))).toEqual(['r1', 'r2']);
  expect(runsOf(ask('r2', 'r3'))).toEqual(['r3']);
  expect(eventsOf(ask('r1', 'r3'))).toEqual([]);
});

test('through when all is on record moves forward alone', () => {
  const scene = day();
  const through = (to: string) => scene.ask('RecordHistories', { runs: [], through: to });
  through('2026-03-02T05:00:00.000Z');
  expect(eventsOf(through('2026-03-02T04:00:00.000Z'))).toEqual([]);
  expect(scene.state.through).toBe('2026-03-02T05:00:00.000Z');
  scene.ask('RecordHistories', { runs: [run('r9')], through: null });
  expect(scene.state.through).toBe('2026-03-02T05:00:00.000Z');
});

test('a build is recorded once by its queue', () => {
  const scene = new Scene(historiesDecider, 'histories/builds', { at, by: SYSTEM });
  const build = { queue: 'dondoc-1', bundle: 'c'.repeat(64), lock: null };
  expect(eventsOf(scene.ask('RecordBuild', build))).toHaveLength(1);
  expect(eventsOf(scene.ask('RecordBuild', build))).toEqual([]);
  expect(scene.state.builds).toEqual({ 'dondoc-1': build });
});

test('only the system records, and only days and builds have a stream', () => {
  const decision = day().ask('RecordHistories', { runs: [], through: null }, { by: CLERK });
  expect(codeOf(decision)).toBe('actor.not-allowed');
  expect(kindOfStream('histories/2026-03-02')).toBe('histories');
  expect(kindOfStream('histories/builds')).toBe('histories');
  expect(kindOfStream('histories/x')).toBeNull();
});
