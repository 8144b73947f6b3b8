/** The draft of a consolidated report: figures of two levels, texts by sender, who is missing, and how it is known. */
import {
  roundDecider,
  step,
  type Decided,
  type Loaded,
  type RoundCommand,
  type RoundState,
} from '../../libs/domain';
import { form } from '../../libs/domain/form/testing/fixture';
import * as the from '../../libs/domain/round/testing';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const DIRECTIVE = 'd-rollup';
const BELOW = `directive/${DIRECTIVE}/round/report/2018/0`;
const ABOVE = `directive/${DIRECTIVE}/round/rollup/2018/0`;
const OBLIGATION = `${DIRECTIVE}~rollup~2018~0~bcd-138`;
const AT = '2018-12-10T01:00:00.000Z';
const LATER = '2019-03-01T00:00:00.000Z';

const filled = (registered: number, area: string) => ({
  summary: `báo cáo ${registered}`,
  data: {
    form: 1,
    sections: { results: `đã đăng ký ${registered}` },
    values: {
      registered,
      area,
      level: 'good',
      models: [{ name: 'Camera', place: 'x', summary: '' }],
    },
  },
});

const below: readonly RoundCommand[] = [
  the.opens({ heading: { directive: DIRECTIVE, form: form() }, schedule: { rungs: [] } }),
  the.submits('nga-son', { at: '2018-12-10T01:00:00.000Z', report: filled(20, '0.1') }),
  the.submits('tinh-gia', { at: '2018-12-10T02:00:00.000Z', report: filled(30, '0.2') }),
  the.accepts('tinh-gia', { at: '2018-12-11T01:00:00.000Z' }),
  the.accepts('nga-son', { at: '2018-12-12T01:00:00.000Z' }),
];
const above: readonly RoundCommand[] = [
  the.opens({
    heading: { directive: DIRECTIVE, duty: 'rollup', form: form({ version: 3 }) },
    units: [{ unit: 'bcd-138', superior: null }],
    schedule: { rungs: [] },
    at: '2018-12-13T01:00:00.000Z',
  }),
];

/** Due three days before the reports it is made of. */
const early: readonly RoundCommand[] = [
  the.opens({
    heading: { directive: DIRECTIVE, duty: 'early' },
    units: [{ unit: 'bcd-138', superior: null }],
    schedule: { rungs: [], dueAt: '2018-12-15T10:00:00.000Z' },
    at: '2018-12-13T02:00:00.000Z',
  }),
];

function linked(duty: string, at = '2018-05-01T01:00:00.000Z'): Decided {
  const from = {
    grade: 'stated',
    value: { directive: DIRECTIVE, duty: 'report' },
    quote: 'tập hợp, báo cáo Bộ Công an, UBND tỉnh',
    place: 'mục 6',
  } as const;
  const data = { duty, unit: null, from, reason: 'hai chặng' };
  const stream = `directive/${DIRECTIVE}`;
  const times = { receivedAt: at, effectiveAt: at };
  const command = {
    id: `link ${duty} ${at}`,
    stream,
    type: 'LinkDuty',
    data,
    actor: the.clerkOf('bcd-138'),
    ...times,
  };
  const event = { type: 'DutyLinked', data: { ...data, warning: null } };
  return { command, decision: { ok: true, events: [event] } };
}

function unlinked(duty: string, at: string): Decided {
  const from = { directive: DIRECTIVE, duty: 'report' };
  const data = { duty, unit: null, from, reason: 'nhầm' };
  const command = {
    id: `unlink ${duty}`,
    stream: `directive/${DIRECTIVE}`,
    type: 'UnlinkDuty',
    data,
    actor: the.clerkOf('bcd-138'),
    ...{ receivedAt: at, effectiveAt: at },
  };
  return { command, decision: { ok: true, events: [{ type: 'DutyUnlinked', data }] } };
}

let database: ReadmodelDatabase;
let reads: Reads;
/** The version of the directive's stream, which holds the links alone. */
let links: number;

beforeAll(async () => {
  database = await readmodelDatabase('consolidation', '2018-04-01T00:00:00.000Z');
  reads = createReads(database.pool);
  links = await database.record(`directive/${DIRECTIVE}`, [linked('rollup'), linked('early')]);
  await go(BELOW, below);
  await go(ABOVE, above);
  await go(`directive/${DIRECTIVE}/round/early/2018/0`, early);
  await database.projectNew();
});
afterAll(() => database.drop());

const lives = new Map<string, Loaded<RoundState>>();

async function go(stream: string, acts: readonly RoundCommand[]): Promise<void> {
  let loaded = lives.get(stream) ?? { state: roundDecider.initial, version: 0 };
  for (const act of acts) {
    const done = step(roundDecider, loaded, { waiting: [act], now: act.receivedAt }, stream);
    expect(done.decided.map(({ decision: it }) => it.ok || it.rejection)).toEqual([true]);
    await database.record(stream, done.decided, loaded.version);
    loaded = done.loaded;
    lives.set(stream, loaded);
  }
}

test('adds up what was accepted, exactly, and fills in the form of the level above', async () => {
  const draft = await reads.consolidation(OBLIGATION, LATER);
  expect(draft).toMatchObject({
    form: { version: 3 },
    values: { registered: 50, area: '0.3', models: [{}, {}] },
    parts: [
      { unit: 'nga-son', submission: 1 },
      { unit: 'tinh-gia', submission: 1 },
    ],
    sources: [
      {
        duty: 'report',
        grounds: { grade: 'stated' },
        dueAfter: [],
        rounds: [`${DIRECTIVE}~report~2018`],
      },
    ],
  });
  // What is listed is for a person to sum up.
  expect(draft!.values).not.toHaveProperty('level');
});

test('carries into one report the figures and the texts with their senders', async () => {
  const { draft } = (await reads.consolidation(OBLIGATION, LATER))!;
  expect(draft).toMatchObject({
    data: {
      form: 3,
      sections: { results: 'nga-son: đã đăng ký 20\ntinh-gia: đã đăng ký 30' },
      values: { registered: 50, area: '0.3' },
    },
    // Of two choices none is handed in, and that is counted.
    cut: [{ part: 'values', code: 'level', kept: 0, total: 2 }],
  });
});

test('of a duty without a form shows the figures, and none of them is for handing in', async () => {
  const draft = (await reads.consolidation(`${DIRECTIVE}~early~2018~0~bcd-138`, LATER))!;
  expect(draft.fields[0]).toMatchObject({ field: 'registered', value: 50 });
  expect([draft.form, draft.values, draft.draft]).toEqual([null, {}, null]);
});

test('says with both dates when the reports below are due after the one above', async () => {
  const draft = await reads.consolidation(`${DIRECTIVE}~early~2018~0~bcd-138`, LATER);
  expect(draft!.sources[0]!.dueAfter).toEqual([
    {
      round: `${DIRECTIVE}~report~2018`,
      below: the.DUE_AT,
      above: '2018-12-15T10:00:00.000Z',
    },
  ]);
});

test('lists the texts by who sent them, and names who is missing', async () => {
  const draft = await reads.consolidation(OBLIGATION, LATER);
  expect(draft!.sections.find(({ code }) => code === 'results')?.texts).toMatchObject([
    { unit: 'nga-son', text: 'đã đăng ký 20' },
    { unit: 'tinh-gia', text: 'đã đăng ký 30' },
  ]);
  expect(draft!.missing).toMatchObject([{ unit: 'sam-son', status: 'open' }]);
});

test('as of an earlier instant it has what was accepted by then', async () => {
  const then = '2018-12-11T12:00:00.000Z';
  expect(await reads.consolidation(OBLIGATION, then)).toMatchObject({
    values: { registered: 30 },
    missing: [{ unit: 'nga-son' }, { unit: 'sam-son' }],
  });
});

test('as of an earlier instant the missing have the status of then', async () => {
  // nga-son had handed in by then, and nothing of it was accepted; tinh-gia had handed in nothing at all.
  expect(
    (await reads.consolidation(OBLIGATION, '2018-12-10T01:30:00.000Z'))!.missing,
  ).toMatchObject([
    { unit: 'nga-son', status: 'submitted' },
    { unit: 'sam-son', status: 'open' },
    { unit: 'tinh-gia', status: 'open' },
  ]);
});

describe('a report corrected below after it had been rolled up', () => {
  const SENT = '2018-12-14T01:00:00.000Z';
  const CORRECTED = '2018-12-16T01:00:00.000Z';
  const AFTER = '2018-12-16T02:00:00.000Z';
  /** Nobody judges his own report: the committee's goes to those above it. */
  const PROVINCE = the.clerkOf('ubnd-thanh-hoa');
  const rolledUp = (registered: number, area: string, asOf: string) => {
    const { data, summary } = filled(registered, area);
    const consolidates = { draftSha256: 'a'.repeat(64), parts: 2, missing: 1, asOf };
    return { summary, data: { ...data, form: 3 }, consolidates };
  };

  beforeAll(async () => {
    const correction = { report: filled(25, '0.1'), reason: 'đếm sót 5 đơn vị' };
    await go(ABOVE, [
      the.submits('bcd-138', { at: SENT, report: rolledUp(50, '0.3', SENT) }),
      the.accepts('bcd-138', { at: '2018-12-15T01:00:00.000Z', by: PROVINCE }),
    ]);
    await go(BELOW, [
      the.corrects('nga-son', { at: '2018-12-15T02:00:00.000Z', ...correction }),
      the.acceptsCorrection('nga-son', { at: CORRECTED }),
    ]);
    await database.projectNew();
  });

  test('shows above with the old and the new figure of the part, and of the sum', async () => {
    const { corrected } = (await reads.consolidation(OBLIGATION, AFTER))!;
    expect(corrected).toMatchObject({
      submission: 1,
      sentAt: SENT,
      parts: [
        {
          ...{ unit: 'nga-son', from: 1, to: 2, at: CORRECTED, texts: true },
          fields: [{ field: 'registered', old: 20, new: 25 }],
        },
      ],
      figures: [{ field: 'registered', old: 50, new: 55 }],
    });
    // On the report above as well, and on why it is owed.
    expect((await reads.obligation(OBLIGATION, AFTER))!.corrected).toEqual(corrected);
    const why = (await reads.why(`${DIRECTIVE}~rollup~2018`, 'bcd-138', AFTER))!;
    expect(why.obligation.corrected).toEqual(corrected);
  });

  test('changes nothing above by itself, and as of an earlier instant the old stands', async () => {
    const { reports } = (await reads.obligation(OBLIGATION, AFTER))!;
    expect(reports.map(({ ordinal, report }) => [ordinal, report.data!.values.registered])).toEqual(
      [[1, 50]],
    );
    const then = (await reads.consolidation(OBLIGATION, '2018-12-15T03:00:00.000Z'))!;
    expect(then).toMatchObject({ corrected: null, values: { registered: 50 } });
  });

  test('a correction accepted between the draft and its sending shows too', async () => {
    await go(BELOW, [
      the.corrects('tinh-gia', {
        ...{ at: '2018-12-17T01:00:00.000Z', report: filled(31, '0.2'), reason: 'nhầm' },
      }),
      the.acceptsCorrection('tinh-gia', { at: '2018-12-17T03:00:00.000Z' }),
    ]);
    await go(ABOVE, [
      the.corrects('bcd-138', {
        ...{ at: '2018-12-17T04:00:00.000Z', reason: 'cấp dưới đính chính' },
        report: rolledUp(55, '0.3', '2018-12-17T02:00:00.000Z'),
      }),
      the.acceptsCorrection('bcd-138', { at: '2018-12-17T05:00:00.000Z', by: PROVINCE }),
    ]);
    await database.projectNew();
    const { corrected } = (await reads.consolidation(OBLIGATION, '2018-12-17T06:00:00.000Z'))!;
    expect(corrected).toMatchObject({
      submission: 2,
      parts: [{ unit: 'tinh-gia', from: 1, to: 2 }],
      figures: [{ field: 'registered', old: 55, new: 56 }],
    });
  });

  test('corrected above by CorrectReport, nothing is open any more, and then stays then', async () => {
    await go(ABOVE, [
      the.corrects('bcd-138', {
        ...{ at: '2018-12-18T01:00:00.000Z', reason: 'cấp dưới đính chính' },
        report: rolledUp(56, '0.3', '2018-12-18T00:00:00.000Z'),
      }),
      the.acceptsCorrection('bcd-138', { at: '2018-12-18T02:00:00.000Z', by: PROVINCE }),
    ]);
    await database.projectNew();
    expect((await reads.consolidation(OBLIGATION, LATER))!.corrected).toBeNull();
    expect((await reads.consolidation(OBLIGATION, AFTER))!.corrected!.figures).toMatchObject([
      { old: 50, new: 55 },
    ]);
  });
});

test('as of an earlier instant it has the links of then, whatever was taken back or made again since', async () => {
  await database.record(
    `directive/${DIRECTIVE}`,
    [unlinked('early', '2019-01-10T01:00:00.000Z'), linked('early', '2019-02-10T01:00:00.000Z')],
    links,
  );
  await database.projectNew();
  const of = async (asOf: string) => {
    const draft = (await reads.consolidation(`${DIRECTIVE}~early~2018~0~bcd-138`, asOf))!;
    return [draft.sources.length, draft.parts.length];
  };
  expect(await of('2019-01-09T00:00:00.000Z')).toEqual([1, 2]);
  expect(await of('2019-01-10T01:00:00.000Z')).toEqual([0, 0]);
  expect(await of('2019-02-10T01:00:00.000Z')).toEqual([1, 2]);
});

test('a duty nobody linked has a draft of nothing, and an obligation that is not there has none', async () => {
  const draft = await reads.consolidation(`${DIRECTIVE}~report~2018~0~nga-son`, AT);
  expect(draft).toMatchObject({ sources: [], parts: [], missing: [] });
  expect(await reads.consolidation('x~y~z~0~u', AT)).toBeNull();
});
