/** Indicators over a round worked out by hand: values, whose reports are in them, and what was known as of an instant. */
import {
  roundDecider,
  step,
  type Decided,
  type Indicator,
  type Loaded,
  type ReportData,
  type RoundCommand,
  type RoundState,
} from '../../libs/domain';
import { form } from '../../libs/domain/form/testing/fixture';
import * as the from '../../libs/domain/round/testing';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const day = (of: number, month = '2018-12') =>
  `${month}-${String(of).padStart(2, '0')}T02:00:00.000Z`;
const DIRECTIVE = 'd-indicators';
const ROUND = `directive/${DIRECTIVE}/round/report/2018/0`;
const LATER = day(1, '2019-06');

const filled = (registered: number, recognised: number, models = 0): { data: ReportData } => ({
  data: {
    form: 1,
    sections: { results: 'x' },
    values: {
      registered,
      recognised,
      models: Array.from({ length: models }, (_, n) => ({
        name: `m${n}`,
        place: 'x',
        summary: '',
      })),
    },
  },
});

const recognised: Indicator = {
  id: 'recognised',
  title: { vi: 'Tỷ lệ đạt', en: 'Share recognised' },
  duty: 'report',
  numerator: { kind: 'sum', field: 'recognised' },
  denominator: { kind: 'sum', field: 'registered' },
  target: {
    grade: 'stated',
    value: { comparator: '>', part: 95, of: 100 },
    quote: 'hàng năm có trên 95%',
    place: 'S1',
  },
  by: null,
  until: null,
  version: 1,
};
const withModels: Indicator = {
  ...recognised,
  id: 'with-models',
  numerator: { kind: 'unitsWithAtLeast', field: 'models', least: 1 },
  denominator: { kind: 'owed' },
  target: { grade: 'notStated' },
};
const byTheEnd: Indicator = {
  ...recognised,
  id: 'by-the-end',
  numerator: { kind: 'accepted' },
  denominator: { kind: 'owed' },
  target: { grade: 'assumed', value: { comparator: '=', part: 1, of: 1 }, reason: 'x' },
  by: '2018-12-17',
  until: '2018-12-17T17:00:00.000Z',
};

/** 20 of 20 and 18 of 20 are 38 of 40: exactly 95.0 %, which is not more than 95 %. */
const acts: readonly RoundCommand[] = [
  the.opens({ heading: { form: form() }, schedule: { rungs: [] } }),
  the.submits('nga-son', { at: day(10), report: filled(20, 20, 2) }),
  the.accepts('nga-son', { at: day(11) }),
  // Handed in and not accepted yet: in nothing.
  the.submits('sam-son', { at: day(19), report: filled(100, 0) }),
  the.submits('tinh-gia', { at: day(20), report: filled(20, 18) }),
  the.accepts('tinh-gia', { at: day(21) }),
  // A unit was counted twice: 19 of 20.
  the.corrects('tinh-gia', { at: day(10, '2019-01'), report: filled(20, 19) }),
  the.acceptsCorrection('tinh-gia', { at: day(20, '2019-01') }),
];

function definition(indicator: Indicator): Decided {
  const at = day(1, '2018-05');
  const { version: _version, until, ...asked } = indicator;
  const command = {
    id: indicator.id,
    stream: `directive/${DIRECTIVE}`,
    type: 'DefineIndicator',
    data: { indicator: asked },
    actor: the.clerkOf('v28'),
    receivedAt: at,
    effectiveAt: at,
    plan: { until },
  };
  const event = { type: 'IndicatorDefined', data: { indicator } };
  return { command, decision: { ok: true, events: [event] } };
}

let database: ReadmodelDatabase;
let reads: Reads;

beforeAll(async () => {
  database = await readmodelDatabase('indicators', '2018-04-01T00:00:00.000Z');
  reads = createReads(database.pool);
  const defined = [recognised, withModels, byTheEnd].map(definition);
  await database.record(`directive/${DIRECTIVE}`, defined, 0);
  let loaded: Loaded<RoundState> = { state: roundDecider.initial, version: 0 };
  for (const act of acts) {
    const done = step(roundDecider, loaded, { waiting: [act], now: act.receivedAt }, ROUND);
    expect(done.decided.map(({ decision }) => decision.ok)).toEqual([true]);
    await database.record(ROUND, done.decided, loaded.version);
    loaded = done.loaded;
  }
  await database.projectNew();
});
afterAll(() => database.drop());

const value = async (indicator: string, asOf = LATER) => {
  const { items } = await reads.indicators({ directive: DIRECTIVE, indicator }, asOf);
  return items[0]!.values[0]!;
};

test('exactly 95.0 % does not reach more than 95 %', async () => {
  expect(await value('recognised', day(1, '2019-01'))).toMatchObject({
    numerator: 38,
    denominator: 40,
    reached: false,
  });
});

test('a corrected figure makes a new value, and the old one stays as of then', async () => {
  expect(await value('recognised')).toMatchObject({
    numerator: 39,
    denominator: 40,
    reached: true,
  });
  // Between the correction and its acceptance the old one counts.
  expect(await value('recognised', day(15, '2019-01'))).toMatchObject({ numerator: 38 });
  expect(await value('recognised', day(15))).toMatchObject({ numerator: 20, denominator: 20 });
});

test('says whose reports are in it, and who owes and is not', async () => {
  expect(await value('recognised')).toMatchObject({
    numeratorFrom: [
      { unit: 'nga-son', submission: 1, amount: 20 },
      { unit: 'tinh-gia', submission: 2, amount: 19 },
    ],
    without: [{ unit: 'sam-son' }],
  });
});

test('counts units, not models, and compares with nothing where no target is stated', async () => {
  expect(await value('with-models')).toMatchObject({ numerator: 1, denominator: 3, reached: null });
});

test('a milestone counts what was handed in by its day', async () => {
  expect(await value('by-the-end')).toMatchObject({ numerator: 1, denominator: 3, reached: false });
});

test('a denominator of nothing has no value', async () => {
  expect(await value('recognised', day(10))).toMatchObject({ denominator: 0, reached: null });
});

test('before it was defined there is no indicator', async () => {
  const { items } = await reads.indicators({ directive: DIRECTIVE }, '2018-04-15T00:00:00.000Z');
  expect(items).toEqual([]);
});
