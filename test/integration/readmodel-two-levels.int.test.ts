/** Two directives, the upper answered by the lower: which rounds count, who was missing below, and what was corrected since. */
import {
  REACTOR,
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
import { incompleteOf } from '../../libs/readmodel/queries/rests-on';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const H1 = period('2018-H1', '2017-12-15', '2018-06-14');
const H2 = period('2018-H2', '2018-06-15', '2018-12-14');
const YEAR = period('2018', '2017-12-15', '2018-12-14');
const PROVINCE = the.clerkOf('ubnd-thanh-hoa');
/** When the committee's report was accepted, and so handed in above. */
const FED = '2018-12-13T01:00:00.000Z';
const OF_POLICE = 'd-top~report~2018~0~cat';
const OF_COMMITTEE = 'd-low~rollup~2018-H2~0~bcd';

function period(id: string, from: string, to: string) {
  return { id, label: { vi: id, en: id }, from, to, closing: to };
}

const filled = (registered: number) => ({
  summary: `báo cáo ${registered}`,
  data: { form: 1, sections: { results: `đã đăng ký ${registered}` }, values: { registered } },
});

type Round = { readonly directive: string; readonly duty: string; readonly of: typeof YEAR };

const opening = ({ directive, duty, of }: Round, units: readonly string[], at: string) =>
  the.opens({
    heading: { directive, duty, period: of, form: form() },
    units: units.map((unit) => ({ unit, superior: null })),
    schedule: { rungs: [], dueAt: '2018-12-31T10:00:00.000Z' },
    at,
  });

const REPORT_H1: Round = { directive: 'd-low', duty: 'report', of: H1 };
const REPORT_H2: Round = { directive: 'd-low', duty: 'report', of: H2 };
const ROLLUP_H1: Round = { directive: 'd-low', duty: 'rollup', of: H1 };
const ROLLUP_H2: Round = { directive: 'd-low', duty: 'rollup', of: H2 };
const TOP: Round = { directive: 'd-top', duty: 'report', of: YEAR };

function linked(directive: string, data: object, at: string): Decided {
  const grounds = { grade: 'stated', quote: 'x', place: 'mục 6' } as const;
  const { from, ...link } = data as { from: object };
  const full = { ...link, from: { ...grounds, value: from }, reason: 'văn bản nêu' };
  const command = {
    ...{ id: `link ${directive} ${at}`, stream: `directive/${directive}`, type: 'LinkDuty' },
    ...{ data: full, actor: the.clerkOf('bcd'), receivedAt: at, effectiveAt: at },
  };
  const event = { type: 'DutyLinked', data: { ...full, warning: null } };
  return { command, decision: { ok: true, events: [event] } };
}

let database: ReadmodelDatabase;
let reads: Reads;
/** The version of the lower directive's stream, which holds its link alone. */
let linksRecorded: number;
const lives = new Map<string, Loaded<RoundState>>();

async function go({ directive, duty, of }: Round, ...acts: readonly RoundCommand[]) {
  const stream = `directive/${directive}/round/${duty}/${of.id}/0`;
  let loaded = lives.get(stream) ?? { state: roundDecider.initial, version: 0 };
  for (const act of acts) {
    const done = step(roundDecider, loaded, { waiting: [act], now: act.receivedAt }, stream);
    expect(done.decided.map(({ decision: it }) => it.ok || it.rejection)).toEqual([true]);
    await database.record(stream, done.decided, loaded.version);
    loaded = done.loaded;
  }
  lives.set(stream, loaded);
}

/** The committee's report of the second half: its draft is of the day before. */
const ROLLED_UP = {
  ...filled(30),
  consolidates: {
    ...{ draftSha256: 'a'.repeat(64), parts: 1, missing: 1, asOf: '2018-12-11T05:00:00.000Z' },
    cut: [{ part: 'values' as const, code: 'models', kept: 93, total: 164 }],
  },
};

/** What the reaction asks when a report of the committee is accepted. */
const feeds = (at: string, submission = 1) =>
  the.command(
    'FeedReport',
    {
      unit: 'cat',
      child: {
        ...{ symbol: '04/CT-UBND', obligation: OF_COMMITTEE, submission, by: 'bcd' },
        report: { ...the.report, ...ROLLED_UP },
      },
      form: form(),
    },
    { actor: REACTOR, effectiveAt: at, receivedAt: at },
  );

beforeAll(async () => {
  database = await readmodelDatabase('two-levels', '2018-01-01T00:00:00.000Z');
  reads = createReads(database.pool);
  const up = { duty: 'report', unit: 'cat', from: { directive: 'd-low', duty: 'rollup' } };
  const own = { duty: 'rollup', unit: null, from: { directive: 'd-low', duty: 'report' } };
  await database.record('directive/d-top', [linked('d-top', up, '2018-01-02T01:00:00.000Z')]);
  linksRecorded = await database.record('directive/d-low', [
    linked('d-low', own, '2018-01-02T02:00:00.000Z'),
  ]);
  await go(REPORT_H1, opening(REPORT_H1, ['nga-son'], '2018-06-01T01:00:00.000Z'));
  await go(ROLLUP_H1, opening(ROLLUP_H1, ['bcd'], '2018-06-01T02:00:00.000Z'));
  await go(
    ROLLUP_H1,
    the.submits('bcd', { at: '2018-06-20T01:00:00.000Z', report: filled(20) }),
    the.accepts('bcd', { at: '2018-06-21T01:00:00.000Z', by: PROVINCE }),
  );
  await go(REPORT_H2, opening(REPORT_H2, ['nga-son', 'sam-son'], '2018-12-01T01:00:00.000Z'));
  await go(ROLLUP_H2, opening(ROLLUP_H2, ['bcd'], '2018-12-01T02:00:00.000Z'));
  await go(TOP, opening(TOP, ['cat', 'cat-ha-noi'], '2018-12-01T03:00:00.000Z'));
  await go(
    REPORT_H2,
    the.submits('nga-son', { at: '2018-12-10T01:00:00.000Z', report: filled(30) }),
    the.accepts('nga-son', { at: '2018-12-11T01:00:00.000Z' }),
  );
  await go(
    ROLLUP_H2,
    the.submits('bcd', { at: '2018-12-12T01:00:00.000Z', report: ROLLED_UP }),
    the.accepts('bcd', { at: FED, by: PROVINCE }),
  );
  await go(TOP, feeds('2018-12-13T01:05:00.000Z'));
  await database.projectNew();
});
afterAll(() => database.drop());

test('the draft of a year takes the rounds that answer it, as a report that answers by itself does: its last half', async () => {
  const draft = (await reads.consolidation(OF_POLICE, '2018-12-14T00:00:00.000Z'))!;
  expect(draft.sources.map(({ rounds }) => rounds)).toEqual([['d-low~rollup~2018-H2']]);
  expect(draft.parts.map(({ obligation }) => obligation)).toEqual([OF_COMMITTEE]);
  expect(draft.values).toMatchObject({ registered: 30 });
});

describe('who was missing below, and what was cut', () => {
  const REST = {
    ...{ parts: 1, missing: 1, asOf: '2018-12-11T05:00:00.000Z' },
    missingUnits: [
      { unit: 'sam-son', status: 'open', title: { en: 'Report on the results of 2018' } },
    ],
    cut: [{ part: 'values', code: 'models', kept: 93, total: 164, label: { en: 'Models' } }],
  };

  test('is named on the draft above', async () => {
    const draft = (await reads.consolidation(OF_POLICE, '2018-12-14T00:00:00.000Z'))!;
    expect(draft.missing).toEqual([]);
    expect(draft.restsOn).toMatchObject([{ ...REST, obligation: OF_COMMITTEE, unit: 'bcd' }]);
  });

  test('is named on the obligation above, handed in by itself, and on the one it was handed in from', async () => {
    const at = '2018-12-14T00:00:00.000Z';
    const above = (await reads.obligation(OF_POLICE, at))!;
    expect(above.restsOn).toMatchObject({ ...REST, obligation: OF_POLICE, unit: 'cat' });
    expect((await reads.obligation(OF_COMMITTEE, at))!.restsOn).toMatchObject(REST);
    expect((await reads.why('d-top~report~2018', 'cat', at))!.obligation.restsOn).toEqual(
      above.restsOn,
    );
    expect((await reads.obligation('d-low~report~2018-H2~0~nga-son', at))!.restsOn).toBeNull();
  });

  test('is on the page of the directive whose figures lack it, as of then', async () => {
    await go(
      TOP,
      the.accepts('cat', { at: '2018-12-14T01:00:00.000Z', by: the.clerkOf('bcd-138') }),
    );
    await database.projectNew();
    const incomplete = async (asOf: string) => {
      const items = await incompleteOf(database.pool, 'd-top', asOf);
      return items.map(({ unit, missingUnits }) => [unit, missingUnits.map((one) => one.unit)]);
    };
    expect(await incomplete('2018-12-14T02:00:00.000Z')).toEqual([['cat', ['sam-son']]]);
    expect(await incomplete('2018-12-14T00:00:00.000Z')).toEqual([]);
  });

  test('is in the history of the round, by number', async () => {
    const { items } = await reads.timeline({ round: 'd-low~rollup~2018-H2', limit: 100 } as never);
    expect(items.map(({ text }) => text.en)).toContain(
      'bcd submitted 12/BC-UBND, consolidated from 1 with 1 missing, of “models” only 93 of 164.',
    );
  });
});

describe('a report that was handed in above by itself', () => {
  beforeAll(async () => {
    await go(
      ROLLUP_H2,
      the.corrects('bcd', { at: '2018-12-15T01:00:00.000Z', report: filled(33) }),
      the.acceptsCorrection('bcd', { at: '2018-12-16T01:00:00.000Z', by: PROVINCE }),
    );
    await database.projectNew();
  });

  test('rests on the report below as it was accepted: a correction of that one shows', async () => {
    const { corrected, reports } = (await reads.obligation(OF_POLICE, '2018-12-17T00:00:00.000Z'))!;
    expect(reports).toMatchObject([{ channel: 'rollUp', fedBy: OF_COMMITTEE }]);
    expect(corrected).toMatchObject({
      submission: 1,
      parts: [{ unit: 'bcd', from: 1, to: 2, fields: [{ field: 'registered', old: 30, new: 33 }] }],
      figures: [{ field: 'registered', old: 30, new: 33 }],
    });
  });

  test('is not corrected before that', async () => {
    const page = (await reads.obligation(OF_POLICE, '2018-12-15T12:00:00.000Z'))!;
    expect(page.corrected).toBeNull();
  });
});

test('a link warns by the dates as they are decided now, whichever of the two duties was decided later', async () => {
  const warning = { period: '2018', below: '2018-12-25T10:00:00.000Z', above: FED };
  const pair = {
    answers: { directive: 'd-top', duty: 'report' },
    from: { directive: 'd-low', duty: 'rollup' },
  };
  const decides = async (at: string, duty: string, warnings?: readonly object[]) => {
    const data = { duty, field: 'due', value: { kind: 'periodEnd' }, reason: 'x', replan: [] };
    const told = warnings === undefined ? data : { ...data, warnings };
    const command = {
      ...{ id: `decide ${at}`, stream: 'directive/d-low', type: 'DecideValue', data },
      ...{ actor: the.clerkOf('bcd'), receivedAt: at, effectiveAt: at },
    };
    const events = [{ type: 'ValueDecided', data: told }];
    const decided: Decided[] = [{ command, decision: { ok: true, events } }];
    recorded = await database.record('directive/d-low', decided, recorded);
    await database.projectNew();
    const { rows } = await database.pool.query<{ warning: object | null }>(
      `SELECT warning FROM read.duty_links WHERE directive_id = 'd-top'`,
    );
    return rows.map((row) => row.warning);
  };
  let recorded = linksRecorded;
  expect(await decides('2019-01-02T01:00:00.000Z', 'rollup', [{ ...pair, ...warning }])).toEqual([
    warning,
  ]);
  expect(await decides('2019-01-03T01:00:00.000Z', 'plan')).toEqual([warning]);
  expect(await decides('2019-01-04T01:00:00.000Z', 'rollup')).toEqual([null]);
});
