/** The shortlist worked out by hand: every criterion with its count and weight, ties as ties, the barred named and unranked. */
import {
  deciderOf,
  roundDecider,
  step,
  type Actor,
  type Loaded,
  type RoundCommand,
  type RoundState,
} from '../../libs/domain';
import { form } from '../../libs/domain/form/testing/fixture';
import * as the from '../../libs/domain/round/testing';
import { createReads, type Reads, type Shortlist } from '../../libs/readmodel';
import { policies } from '../../samples';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const day = (of: number) => `2018-12-${String(of).padStart(2, '0')}T02:00:00.000Z`;
const directive = 'd-list';
const round = `directive/${directive}/round/report/2018/0`;
const OPERATOR: Actor = { id: 'op', role: 'operator', unit: null };

const units = ['nga-son', 'tinh-gia', 'sam-son', 'quan-hoa', 'quan-son'].map((unit) => ({
  unit,
  superior: 'ubnd-tinh',
}));

const filled = (models: number | null) => ({
  data: {
    form: 1,
    sections: { results: 'x' },
    values: {
      registered: 1,
      ...(models === null
        ? {}
        : {
            models: Array.from({ length: models }, (_, n) => ({
              name: `m${n}`,
              place: 'x',
              summary: '',
            })),
          }),
    },
  },
});

let database: ReadmodelDatabase;
let reads: Reads;

beforeAll(async () => {
  database = await readmodelDatabase('shortlist', '2018-04-01T00:00:00.000Z');
  reads = createReads(database.pool);
  const weights = policies.find(({ id }) => id === 'shortlist')!;
  await other('policy/shortlist', 'AdoptPolicy', weights, { actor: OPERATOR });
  const bar = { id: 'b1', unit: 'sam-son', kind: 'inspection', from: '2018-06-01', to: null };
  await other(
    'bars',
    'RecordBar',
    { ...bar, reason: 'thanh tra', source: 'QĐ 9' },
    { actor: OPERATOR },
  );
  let lived: Loaded<RoundState> = { state: roundDecider.initial, version: 0 };
  const acts: readonly RoundCommand[] = [
    the.opens({ units, schedule: { rungs: [] }, heading: { form: form() } }),
    the.submits('quan-son', { at: day(9), report: filled(2) }),
    the.accepts('quan-son', { at: day(10) }),
    the.submits('nga-son', { at: day(10), report: filled(0) }),
    the.accepts('nga-son', { at: day(11) }),
    the.submits('sam-son', { at: day(12), report: filled(0) }),
    the.accepts('sam-son', { at: day(13) }),
    // The form asks for models: a report that leaves them out names none.
    the.submits('tinh-gia', { at: day(20), report: filled(null) }),
    the.accepts('tinh-gia', { at: day(21) }),
  ];
  for (const act of acts) {
    const at = { waiting: [act], now: act.receivedAt };
    const { decided, loaded } = step(roundDecider, lived, at, round);
    await database.record(round, decided, lived.version);
    lived = loaded;
  }
  await database.projectNew();
  // How a year comes to be decided is tested with recognition itself.
  await database.owner.query(
    `INSERT INTO read.recognition_subjects (authority, year, unit, kind, status, reference, registered_on, registration, norm)
     SELECT 'ubnd-tinh', year, 'nga-son', 'agency', status, 'x', '2018-01-10', '{}', '{}'
     FROM (VALUES (2017, 'notMet'), (2018, 'met'), (2019, 'met')) AS y (year, status)`,
  );
});
afterAll(() => database.drop());

/** Policies and bars: streams without time. */
async function other(
  stream: string,
  type: string,
  data: unknown,
  { actor, at = '2018-05-01T00:00:00.000Z' }: { actor: Actor; at?: string },
): Promise<void> {
  const decider = deciderOf(stream);
  const command = { id: type, stream, type, data, actor, receivedAt: at, effectiveAt: at };
  const start = { state: decider.initial, version: 0 };
  const { decided } = step(decider, start, { waiting: [command], now: at }, stream);
  expect(decided.map(({ decision }) => decision.ok)).toEqual([true]);
  await database.record(stream, decided);
}

const unit = (id: string, kind: string) => ({
  ...{ id, name: { vi: id, en: id }, aliases: [], parent: null, kind, roleClasses: [] },
  ...{ from: '2010-01-01', source: 's', contacts: [] },
});

const listed = (more: Partial<Parameters<Reads['shortlist']>[0]> = {}): Promise<Shortlist | null> =>
  reads.shortlist({
    ...{ directive, symbol: null, issuer: 'ubnd-tinh', from: '2018-01-01', to: '2018-12-31' },
    now: day(31),
    ...more,
  });

test('units stand by what was recorded', async () => {
  const { ranked } = (await listed())!;
  // 100 · 1/1 on time and 20 · 1/1 recognised in 2018; 100 and 10 · 1/1 with models; −25 · 1/1 late; −100 · 1/1 unfinished.
  expect(ranked.map(({ rank, tied, unit, score }) => [rank, tied, unit, score])).toEqual([
    [1, false, 'nga-son', 120],
    [2, false, 'quan-son', 110],
    [3, false, 'tinh-gia', -25],
    [4, false, 'quan-hoa', -100],
  ]);
});

test('as of then it ranks by what was recorded by then', async () => {
  const { seq } = (await reads.lastRecorded(day(10)))!;
  const question = { directive, symbol: null, issuer: 'ubnd-tinh', from: '2018-01-01' };
  const then = await reads.at(seq).shortlist({ ...question, to: '2018-12-31', now: day(19) });
  // Due on the 18th: who had handed nothing in by the 10th is unfinished, who waited for an acceptance is not.
  expect(then!.ranked.map(({ unit, score }) => [unit, score])).toEqual([
    ['quan-son', 110],
    ['nga-son', 20],
    ['quan-hoa', -100],
    ['tinh-gia', -100],
  ]);
  expect(await reads.at(1).shortlist({ ...question, to: '2018-12-31', now: day(19) })).toBeNull();
});

test('each criterion shows its count, weight, what it brings, and the obligations it rests on', async () => {
  const { ranked } = (await listed())!;
  const late = ranked.find(({ unit }) => unit === 'tinh-gia')!;
  const id = `${directive}~report~2018~0~tinh-gia`;
  expect(late.counted).toEqual([id]);
  expect(late.criteria).toMatchObject([
    { criterion: 'onTime', part: 0, of: 1, points: 100, contribution: 0, evidence: [] },
    { criterion: 'late', part: 1, of: 1, points: -25, contribution: -25, evidence: [id] },
    { criterion: 'unfinishedLate', part: 0, of: 1, points: -100, contribution: 0, evidence: [] },
    { criterion: 'recognised', part: 0, of: 0, points: 20, contribution: 0, evidence: [] },
    { criterion: 'models', part: 0, of: 1, points: 10, contribution: 0, evidence: [] },
    { criterion: 'indicators', part: 0, of: 0, points: 20, contribution: 0, evidence: [] },
  ]);
});

test('those with one score share a rank, and say so; years of the span alone count', async () => {
  const { ranked } = (await listed({ from: '2017-01-01', to: '2018-12-31' }))!;
  // nga-son was recognised in one of two years: 100 + 20 · 1/2.
  expect(
    ranked.map(({ rank, tied, unit, score }) => [rank, tied, unit, score]).slice(0, 2),
  ).toEqual([
    [1, true, 'nga-son', 110],
    [1, true, 'quan-son', 110],
  ]);
  const year = 'recognition/ubnd-tinh/2018';
  expect(ranked[0]!.criteria).toContainEqual(
    expect.objectContaining({ criterion: 'recognised', part: 1, of: 2, evidence: [year] }),
  );
});

test('who is barred is named with the reason, and is in no rank', async () => {
  const { ranked, barred } = (await listed())!;
  expect(ranked.map(({ unit }) => unit)).not.toContain('sam-son');
  expect(barred).toMatchObject([
    { unit: 'sam-son', bars: [{ id: 'b1', kind: 'inspection', reason: 'thanh tra', to: null }] },
  ]);
  const before = (await listed({ now: '2018-05-02T00:00:00.000Z' }))!;
  expect(before.barred).toEqual([]);
});

test('the weights name their policy, and that it is younger than the day on which it is used', async () => {
  const { policy } = (await listed())!;
  expect(policy).toMatchObject({ name: 'shortlist@1', from: '2026-01-01', assumed: true });
  expect(policy.source).toContain('Mặc định của Dondoc');
});

test('only what fell due in the span and by now is counted', async () => {
  expect((await listed({ to: '2018-12-17' }))!.ranked).toEqual([]);
  expect((await listed({ from: '2018-12-18', to: '2018-12-18' }))!.ranked).toHaveLength(4);
  expect((await listed({ now: day(18) }))!.ranked).toEqual([]);
});

test('indicators count where a unit by itself reaches the target, exactly, and name the submissions', async () => {
  const indicator = (id: string, target: object) => ({
    ...{ id, title: { vi: id, en: id }, duty: 'report', version: 1, by: null, until: null },
    numerator: { kind: 'unitsWithAtLeast', field: 'models', least: 1 },
    denominator: { kind: 'accepted' },
    target: { grade: 'decided', value: target },
  });
  const define = (one: ReturnType<typeof indicator>) =>
    database.owner.query(
      `INSERT INTO read.indicators (directive_id, indicator_id, version, indicator, defined_by, recorded_at)
       VALUES ($1, $2, 1, $3, '{}', '2018-05-01T00:00:00.000Z')`,
      [directive, one.id, one],
    );
  await define(indicator('has-model', { comparator: '>=', part: 1, of: 1 }));
  // 1 of 1 is exactly 100 % and not more.
  await define(indicator('more', { comparator: '>', part: 100, of: 100 }));
  const { ranked } = (await listed())!;
  const of = (unit: string) =>
    ranked.find((it) => it.unit === unit)!.criteria.find((it) => it.criterion === 'indicators');
  const submission = `${directive}~report~2018~0~quan-son#`;
  expect(of('quan-son')).toMatchObject({ part: 1, of: 2, points: 20, contribution: 10 });
  expect(of('quan-son')!.evidence).toEqual([expect.stringContaining(`has-model=${submission}`)]);
  expect(of('nga-son')).toMatchObject({ part: 0, of: 2, contribution: 0 });
  // Nothing of it was accepted: neither indicator has a value.
  expect(of('quan-hoa')).toMatchObject({ part: 0, of: 0 });
  await database.owner.query(`DELETE FROM read.indicators`);
});

test('who has ended is not ranked and stands apart with the heir; thematic awards are named and not counted', async () => {
  const ended = { on: '2018-12-20', how: 'merged', successors: ['quan-moi'], source: 's' };
  await database.owner.query(
    `INSERT INTO read.units (unit_id, name, role_classes, ended_on, search, record)
     VALUES ('quan-hoa', '{"vi": "Quan Hóa", "en": "Quan Hóa"}', '[]', '2018-12-20', '', $1),
       ('quan-moi', '{"vi": "Quan Mới", "en": "Quan Mới"}', '[]', null, '', '{}')`,
    [{ id: 'quan-hoa', ended }],
  );
  const award = (id: string, merit: string, status: string, kind: string) =>
    database.owner.query(
      `WITH c AS (INSERT INTO read.commendations (commendation_id, status, form, first_at, first_seq, changed_at, warnings, record)
         VALUES ($1, $3, 'bang-khen', $5, $6, $5, '[]', jsonb_build_object('nomination', jsonb_build_object('merit', $2::text),
           'decision', jsonb_build_object('date', '2018-11-01'))))
       INSERT INTO read.commendation_subjects (commendation_id, ordinal, kind, unit, individuals, collectives, households)
       VALUES ($1, 0, $4, 'nga-son', 0, 1, 0)`,
      [id, merit, status, kind, day(1), id.length],
    );
  await award('k-1', 'thematic', 'madeKnown', 'collective');
  await award('k-22', 'regular', 'madeKnown', 'collective');
  await award('k-333', 'unplanned', 'nominated', 'collective');
  await award('k-4444', 'unplanned', 'decided', 'individual');
  const page = (await listed())!;
  expect(page.ended).toEqual([
    {
      ...{ unit: 'quan-hoa', on: '2018-12-20', heir: 'quan-moi' },
      ...{ name: { vi: 'Quan Hóa', en: 'Quan Hóa' }, heirName: { vi: 'Quan Mới', en: 'Quan Mới' } },
    },
  ]);
  expect(page.ranked.map(({ unit }) => unit)).toEqual(['nga-son', 'quan-son', 'tinh-gia']);
  expect(page.notCounted).toMatchObject([
    { unit: 'nga-son', commendation: 'k-1', merit: 'thematic', decidedOn: '2018-11-01' },
  ]);
  // Its bar stays with whoever took it over.
  const sam = { ...ended, successors: ['nga-son'] };
  await database.owner.query(
    `INSERT INTO read.units (unit_id, name, role_classes, ended_on, search, record)
     VALUES ('sam-son', '{"vi": "Sầm Sơn", "en": "Sam Son"}', '[]', '2018-12-20', '', $1)`,
    [{ id: 'sam-son', ended: sam }],
  );
  const merged = (await listed())!;
  expect(merged.ranked.map(({ unit }) => unit)).toEqual(['quan-son', 'tinh-gia']);
  expect(merged.barred).toMatchObject([
    { unit: 'nga-son', bars: [{ id: 'b1', unit: 'sam-son', unitName: { vi: 'Sầm Sơn' } }] },
  ]);
  // Until its day it is there.
  expect((await listed({ now: '2018-12-19T16:00:00.000Z' }))!.ended).toEqual([]);
  await database.owner.query(`DELETE FROM read.units; DELETE FROM read.commendations`);
  await database.owner.query(`DELETE FROM read.commendation_subjects`);
});

describe('registered with two bodies for one year', () => {
  const second = (status: string) =>
    database.owner.query(
      `INSERT INTO read.recognition_subjects (authority, year, unit, kind, status, reference, registered_on, registration, norm)
       VALUES ('ubnd-khac', 2018, 'nga-son', 'agency', $1, 'x', '2018-01-10', '{}', '{}')
       ON CONFLICT (authority, year, unit) DO UPDATE SET status = excluded.status`,
      [status],
    );
  const recognised = async () => {
    const page = (await listed())!;
    const { criteria } = page.ranked.find(({ unit: of }) => of === 'nga-son')!;
    const { part, of } = criteria.find(({ criterion }) => criterion === 'recognised')!;
    return { part, of, twice: page.registeredTwice };
  };
  afterAll(() =>
    database.owner.query(`DELETE FROM read.recognition_subjects WHERE authority = 'ubnd-khac'`),
  );

  test('a year counts once, as recognised where no body decided against it, and the list says so', async () => {
    expect(await recognised()).toEqual({ part: 1, of: 1, twice: [] });
    const twice = [
      expect.objectContaining({
        ...{ unit: 'nga-son', year: 2018 },
        bodies: [
          expect.objectContaining({ authority: 'ubnd-khac' }),
          expect.objectContaining({ authority: 'ubnd-tinh' }),
        ],
      }),
    ];
    await second('met');
    expect(await recognised()).toEqual({ part: 1, of: 1, twice });
    await second('notMet');
    expect(await recognised()).toEqual({ part: 0, of: 1, twice });
    await second('registered');
    expect(await recognised()).toEqual({ part: 1, of: 1, twice });
  });
});

describe('who has no valid recognition', () => {
  const LATER = { actor: OPERATOR, at: day(22) };
  const rule = {
    ...{ id: 'recognition-bar', from: '2018-01-01', to: null, source: 'QĐ của tỉnh' },
    scope: { issuer: 'ubnd-tinh', documentTypes: null },
    text: { vi: 'không xét', en: 'barred' },
    value: { kind: 'recognitionBar', obliged: ['commune'] },
  };
  const barredOf = async (more: Parameters<typeof listed>[0] = {}) =>
    (await listed(more))!.barred.flatMap(({ unit, recognition }) =>
      recognition === null ? [] : [[unit, recognition.year, recognition.standing] as const],
    );
  const say = (unit: string, year: number, status: string) =>
    database.owner.query(
      `INSERT INTO read.recognition_subjects (authority, year, unit, kind, status, reference, registered_on, registration, norm,
         decision_number, decided_on)
       VALUES ('ubnd-tinh', $2, $1, 'agency', $3, 'x', '2018-01-10', '{}', '{}', '9/QĐ', '2018-11-10')`,
      [unit, year, status],
    );

  test('without a rule in force nobody is barred for it: the default is younger than 2018', async () => {
    const shipped = policies.find(({ id }) => id === 'recognition-bar')!;
    await other(
      'policy/recognition-bar-default',
      'AdoptPolicy',
      { ...shipped, id: 'recognition-bar-default' },
      LATER,
    );
    await database.projectNew();
    await say('quan-hoa', 2018, 'notMet');
    expect(await barredOf()).toEqual([]);
    expect((await listed())!.ranked.map(({ unit }) => unit)).toContain('quan-hoa');
  });

  test('is named with the year, the decision and the rule, and is in no rank', async () => {
    await other('policy/recognition-bar', 'AdoptPolicy', rule, LATER);
    await other(
      'org',
      'RegisterUnits',
      { units: [unit('quan-son', 'commune'), unit('nga-son', 'town')] },
      LATER,
    );
    await database.projectNew();
    await say('tinh-gia', 2018, 'registered');
    // Obliged by its kind and registered nowhere; registered and undecided; decided against.
    expect(await barredOf()).toEqual([
      ['quan-hoa', 2018, 'notMet'],
      ['quan-son', 2018, 'none'],
      ['tinh-gia', 2018, 'undecided'],
    ]);
    const { ranked, barred } = (await listed())!;
    expect(ranked.map((one) => one.unit)).toEqual(['nga-son']);
    expect(barred.find((one) => one.unit === 'quan-hoa')!.recognition).toEqual({
      ...{ year: 2018, standing: 'notMet', evidence: 'recognition/ubnd-tinh/2018' },
      ...{ number: '9/QĐ', decidedOn: '2018-11-10' },
      ...{ policy: 'recognition-bar@1', source: 'QĐ của tỉnh' },
    });
    // Barred for another reason, and under no norm.
    expect(barred.find((one) => one.unit === 'sam-son')!.recognition).toBeNull();
  });

  test('a recognition of the year before stands until this year is decided', async () => {
    await say('tinh-gia', 2017, 'met');
    await say('quan-hoa', 2017, 'met');
    expect((await barredOf()).map(([one]) => one)).toEqual(['quan-hoa', 'quan-son']);
  });

  test("a rule of another issuer's bars nobody here", async () => {
    expect(await barredOf({ issuer: 'ubnd-khac' })).toEqual([]);
  });
});

test('without a policy nothing is ranked', async () => {
  await database.pool.query(`DELETE FROM read.policies`);
  expect(await listed()).toBeNull();
});
