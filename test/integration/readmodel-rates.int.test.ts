/** Rates on the set that was owed at the opening: a round worked out by hand, and the laws over rounds of any life. */
import fc from 'fast-check';
import {
  roundDecider,
  standingOf,
  step,
  type Instant,
  type Loaded,
  type RoundCommand,
  type RoundState,
} from '../../libs/domain';
import { decidingSubmission } from '../../libs/domain/round/standing';
import * as the from '../../libs/domain/round/testing';
import { life } from '../../libs/domain/round/testing/arbitraries';
import { play } from '../../libs/domain/round/testing/play';
import { RATES_BY } from '../../libs/contracts';
import { createReads, type Rates, type Reads } from '../../libs/readmodel';
import { percent, type RatesFilter } from '../../libs/readmodel/queries/rates';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const day = (of: number) => `2018-12-${String(of).padStart(2, '0')}T02:00:00.000Z`;
/** Long after everything. */
const AFTER = '2040-01-01T00:00:00.000Z';

let lives = 0;

describe('a round of five, due on 18/12, and one that joined later', () => {
  const units = [
    ['nga-son', 'ubnd-tinh'],
    ['tinh-gia', 'ubnd-tinh'],
    ['sam-son', 'cong-an-tinh'],
    ['quan-hoa', 'cong-an-tinh'],
    ['quan-son', 'cong-an-tinh'],
  ].map(([unit, superior]) => ({ unit: unit!, superior: superior! }));
  const directive = 'd-rates';
  const [round, joined] = [0, 1].map(
    (shard) => `directive/${directive}/round/report/2018/${shard}`,
  );
  const joining = the.opens({
    units: [{ unit: 'muong-lat', superior: 'ubnd-tinh' }],
    schedule: { rungs: [] },
    late: true,
    at: day(13),
  });
  const acts: readonly (readonly [string, RoundCommand])[] = [
    [round!, the.opens({ units, schedule: { rungs: [] } })],
    // Handed in and accepted in time.
    [round!, the.submits('nga-son', { at: day(10) })],
    [round!, the.accepts('nga-son', { at: day(11) })],
    // Waived after the opening: it stays in the set.
    [round!, the.waives('quan-son', { at: day(12) })],
    [joined!, { ...joining, data: { ...joining.data, shard: 1 } } as RoundCommand],
    [joined!, the.submits('muong-lat', { at: day(16) })],
    // Exactly at the due instant is in time; nobody has accepted it.
    [round!, the.submits('sam-son', { at: the.DUE_AT })],
    // Late; accepted all the same.
    [round!, the.submits('tinh-gia', { at: day(20) })],
    [round!, the.accepts('tinh-gia', { at: day(21) })],
  ];
  let database: ReadmodelDatabase;
  let reads: Reads;

  beforeAll(async () => {
    database = await readmodelDatabase('rates', '2018-04-01T00:00:00.000Z');
    reads = createReads(database.pool);
    const lived = new Map<string, Loaded<RoundState>>();
    for (const [stream, act] of acts) {
      const before = lived.get(stream) ?? { state: roundDecider.initial, version: 0 };
      const at = { waiting: [act], now: act.receivedAt };
      const { decided, loaded } = step(roundDecider, before, at, stream);
      expect(decided.map(({ decision }) => decision.ok)).toEqual([true]);
      await database.record(stream, decided, before.version);
      lived.set(stream, loaded);
    }
    await database.projectNew();
  });
  afterAll(() => database.drop());

  const rates = (asked: RatesFilter, now: Instant) => reads.rates(asked, { now, asOf: null });
  const asOf = (asked: RatesFilter, then: Instant) =>
    reads.rates(asked, { now: day(31), asOf: then });

  test('each rate is over the five that were owed', async () => {
    const { rows } = await rates({ by: 'all', directive }, day(31));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      key: null,
      owed: 5,
      joinedLater: 1,
      completeness: { part: 3, of: 5, percent: 60 },
      timeliness: { part: 2, of: 5, percent: 40 },
      onTime: { part: 1, of: 5, percent: 20 },
      late: { part: 1, of: 5, percent: 20 },
      unfinishedLate: { part: 1, of: 5, percent: 20 },
      counts: { doneOnTime: 1, doneLate: 1, openOnTime: 1, openLate: 1, waived: 1, total: 5 },
    });
  });

  test('as of an instant only what was recorded by then is known', async () => {
    const { rows } = await asOf({ by: 'all', directive }, '2018-12-11T12:00:00.000Z');
    expect(rows).toMatchObject([
      {
        ...{ owed: 5, joinedLater: 0, completeness: { part: 1, of: 5, percent: 20 } },
        counts: { doneOnTime: 1, openOnTime: 4, waived: 0 },
      },
    ]);
    const opening = await asOf({ by: 'all', directive }, '2018-01-01T00:00:00.000Z');
    expect(opening.rows).toEqual([]);
  });

  test('by superior, each with its own denominator', async () => {
    const { rows } = await rates({ by: 'superior', directive }, day(31));
    const told = rows.map(({ key, owed, joinedLater, onTime, unfinishedLate }) => [
      key,
      owed,
      joinedLater,
      onTime.percent,
      unfinishedLate.percent,
    ]);
    expect(told).toEqual([
      ['cong-an-tinh', 3, 0, 0, 33.3],
      ['ubnd-tinh', 2, 1, 50, 0],
    ]);
  });

  test('who alone joined later has no rate, and says so', async () => {
    const { rows } = await rates({ by: 'unit', directive, unit: 'muong-lat' }, day(31));
    expect(rows).toMatchObject([
      { key: 'muong-lat', owed: 0, joinedLater: 1, onTime: { part: 0, of: 0, percent: null } },
    ]);
  });

  test('a filter that nothing meets gives no row', async () => {
    expect((await rates({ by: 'unit', directive, period: '1999' }, day(31))).rows).toEqual([]);
  });
});

describe('rounds of any life', () => {
  let database: ReadmodelDatabase;
  let reads: Reads;

  beforeAll(async () => {
    database = await readmodelDatabase('rates');
    reads = createReads(database.pool);
  });
  afterAll(() => database.drop());

  test('their rates are what the folded state says, and every way of telling them adds up to the same', async () => {
    await fc.assert(
      fc.asyncProperty(life, fc.integer({ min: 0, max: 40 }), async (lived, days) => {
        const directive = `d-law-${(lives += 1)}`;
        const stream = `directive/${directive}/round/report/2018/0`;
        const { decided, loaded } = play(lived);
        await database.record(stream, decided);
        await database.projectNew();
        const state = loaded.state as RoundState;
        if (state.status === 'none') return;
        const now = new Date(Date.parse(AFTER) + days * 86_400_000).toISOString();
        const [all, ...others] = await Promise.all(
          RATES_BY.map((by) => reads.rates({ by, directive }, { now, asOf: null })),
        );
        const past = await Promise.all(
          RATES_BY.map((by) => reads.rates({ by, directive }, { now, asOf: now })),
        );
        expect(sum(all!)).toEqual(expected(state, now));
        for (const other of [...others, ...past]) expect(sum(other)).toEqual(sum(all!));
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  [0, 0, null],
  [0, 7, 0],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [95, 100, 95],
  [7, 7, 100],
  // 99.95 and 0.02: nearly all is not all, and hardly any is not none.
  [1_999, 2_000, 99.9],
  [1, 5_000, 0.1],
])('%d of %d is %s per cent', (part, of, wanted) => {
  expect(percent(part, of)).toBe(wanted);
});

function sum({ rows }: Rates) {
  const of = (number: (row: Rates['rows'][number]) => number) =>
    rows.reduce((all, row) => all + number(row), 0);
  return {
    owed: of((it) => it.owed),
    joinedLater: of((it) => it.joinedLater),
    received: of((it) => it.completeness.part),
    inTime: of((it) => it.timeliness.part),
    onTime: of((it) => it.onTime.part),
    late: of((it) => it.late.part),
    unfinishedLate: of((it) => it.unfinishedLate.part),
  };
}

function expected(state: RoundState, now: Instant): ReturnType<typeof sum> {
  const all = Object.values(state.obligations);
  const standing = (wanted: string) =>
    all.filter((it) => standingOf(it, state.schedules, state.status, now) === wanted).length;
  const received = all.filter((it) => decidingSubmission(it) !== null);
  const inTime = received.filter(
    (it) => decidingSubmission(it)!.effectiveAt <= state.schedules[it.schedule]!.dueAt,
  );
  const counted = {
    owed: all.length,
    received: received.length,
    inTime: inTime.length,
    onTime: standing('doneOnTime'),
    late: standing('doneLate'),
    unfinishedLate: standing('openLate'),
  };
  if (!state.late) return { ...counted, joinedLater: 0 };
  const nothing = Object.fromEntries(Object.keys(counted).map((it) => [it, 0]));
  return { ...(nothing as typeof counted), joinedLater: all.length };
}
