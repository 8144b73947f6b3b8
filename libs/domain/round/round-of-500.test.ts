/** A round of 500: what one step costs, and that every entry stays below its limit. */
import { foldAll, step, type Loaded } from '../kernel';
import { roundDecider } from './round';
import { clerkOf, closes, given, opens, schedule, STREAM, submits } from './testing';
import type { RoundEvent, RoundState } from './types';

const ENTRY_LIMIT = 60 * 1024;
const units = Array.from({ length: 500 }, (_, n) => ({
  unit: `ubnd-phuong-dong-ve-${String(n).padStart(3, '0')}`,
  superior: `ubnd-thanh-pho-thanh-hoa-${n % 27}`,
}));
const opened = given(opens({ units }));

const sizeOf = (event: RoundEvent) => Buffer.byteLength(JSON.stringify(event));
const largest = (events: readonly RoundEvent[]) => Math.max(...events.map(sizeOf));

/** The least CPU time of some runs: what the work costs, whatever else the machine does. */
function cpuMs(times: number, run: () => void): number {
  const spent = Array.from({ length: times }, () => {
    const from = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return Math.min(...spent);
}

test('500 reports in one step cost less than a tenth of a second', () => {
  const loaded: Loaded<RoundState> = { state: opened.state, version: 2 };
  const tray = units.map(({ unit }, n) => ({
    ...submits(unit, { at: '2018-12-05T01:00:00.000Z' }),
    id: `c${n}`,
  }));
  const ms = cpuMs(7, () => {
    const done = step(
      roundDecider,
      loaded,
      { waiting: tray, now: '2018-12-05T02:00:00.000Z' },
      STREAM,
    );
    expect(done.decided).toHaveLength(500);
  });
  expect(ms).toBeLessThan(100);
});

test('every event of a round of 500 fits into an entry, at its opening, on each rung and at its end', () => {
  const ended = opened.until('2018-12-31T00:00:00.000Z');
  expect(largest(ended.events)).toBeLessThan(ENTRY_LIMIT);
  expect(largest(opened.wokenLateAt('2018-12-26T01:00:00.000Z').events)).toBeLessThan(ENTRY_LIMIT);
  expect(largest(opened.when(closes()).events)).toBeLessThan(ENTRY_LIMIT);
});

test('a rung that skips 500 for 500 reasons fits, too', () => {
  let round = opened;
  for (const { unit } of units.slice(0, 499)) {
    round = round.when(submits(unit, { at: '2018-12-05T01:00:00.000Z' }));
  }
  const reached = round.until('2018-12-07T01:00:00.000Z');
  expect(reached.last('RungReached').skipped).toHaveLength(499);
  expect(largest(reached.events)).toBeLessThan(ENTRY_LIMIT);
});

test('a round whose 500 were accepted before the first rung closes in one entry', () => {
  const heading = { acceptance: 'automatic' } as const;
  let loaded: Loaded<RoundState> = {
    state: given(opens({ units, heading, schedule: schedule() })).state,
    version: 2,
  };
  for (const { unit } of units) {
    const act = submits(unit, { at: '2018-12-05T01:00:00.000Z', by: clerkOf(unit) });
    const decision = roundDecider.decide(loaded.state, act);
    loaded = foldAll(roundDecider, [{ command: act, decision }], loaded);
    if (decision.ok) expect(largest(decision.events)).toBeLessThan(ENTRY_LIMIT);
  }
  expect(loaded.state.status).toBe('closed');
});
