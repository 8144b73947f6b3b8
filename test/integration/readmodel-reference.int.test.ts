/** Units, policies, calendars, planned rounds, assumptions and deliveries as they are asked for. */
import {
  deciderOf,
  foldAll,
  step,
  type Actor,
  type Decided,
  type OrgState,
} from '../../libs/domain';
import {
  ACK,
  CLERK,
  DRAFT,
  LEADER,
  next,
  notStated,
  REPORT,
} from '../../libs/domain/testing/directive-07';
import { OPERATOR, SYSTEM } from '../../libs/domain/testing/scene';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const source = 'quyết định của Bộ';
const both = (vi: string) => ({ vi, en: vi });
const AT = '2014-08-15T02:00:00.000Z';

let database: ReadmodelDatabase;
let reads: Reads;

beforeAll(async () => {
  database = await readmodelDatabase('reference');
  reads = createReads(database.pool);
});
afterAll(() => database.drop());

type Asks = readonly (readonly [type: string, data: object, actor?: Actor, plan?: unknown])[];

/** Decides and records what is asked of a stream, one after the other; nothing may be refused. */
async function record(stream: string, asks: Asks): Promise<Decided[]> {
  const waiting = asks.map(([type, data, actor = OPERATOR, plan], n) => ({
    id: String(n).padStart(2, '0'),
    stream,
    type,
    data,
    actor,
    receivedAt: AT,
    effectiveAt: AT,
    ...(plan === undefined ? {} : { plan }),
  }));
  const decider = deciderOf(stream);
  const beginning = { state: decider.initial, version: 0 };
  const { decided } = step(decider, beginning, { waiting, now: AT }, stream);
  expect(decided.filter(({ decision }) => !decision.ok)).toEqual([]);
  await database.record(stream, decided);
  await database.projectNew([3]);
  return [...decided];
}

const unit = (id: string, vi: string, more: object = {}) => ({
  id,
  name: both(vi),
  aliases: [],
  parent: null,
  kind: 'cuc',
  roleClasses: [],
  from: '2010-01-01',
  source,
  contacts: [],
  ...more,
});

describe('units', () => {
  let decided: Decided[];
  beforeAll(async () => {
    const since = { on: '2018-08-07', source };
    decided = await record('org', [
      [
        'RegisterUnits',
        {
          units: [
            unit('bo-cong-an', 'Bộ Công an'),
            unit('v28', 'Cục Xây dựng phong trào', { parent: 'bo-cong-an', aliases: ['V28'] }),
            unit('cat-thanh-hoa', 'Công an tỉnh Thanh Hóa', { roleClasses: ['cong-an-tinh'] }),
            unit('pccc-thanh-hoa', 'Cảnh sát PCCC Thanh Hóa', { roleClasses: ['cs-pccc'] }),
          ],
        },
      ],
      ['RenameUnit', { unit: 'v28', name: both('Cục V05'), alias: 'V05', ...since }],
      ['MergeUnits', { units: ['pccc-thanh-hoa'], into: 'cat-thanh-hoa', ...since }],
    ]);
  });

  test('hold everything dated, as the organisation folded it', async () => {
    const { items } = await reads.units({});
    const { units } = foldAll(deciderOf('org'), decided).state as OrgState;
    expect(Object.fromEntries(items.map((it) => [it.unit, it.record]))).toEqual(units);
    expect(await reads.unit('v28')).toMatchObject({ name: both('Cục V05'), parent: 'bo-cong-an' });
  });

  test('are found by any name they ever had, without accents and case', async () => {
    const found = async (name: string) => (await reads.units({ name })).items.map((it) => it.unit);
    expect(await found('thanh hoa')).toEqual(['cat-thanh-hoa', 'pccc-thanh-hoa']);
    expect(await found('v28')).toEqual(['v28']);
    expect(await found('XÂY DỰNG')).toEqual(['v28']);
    expect(await found('100%')).toEqual([]);
  });

  test('of a class are those of it on that day', async () => {
    const of = async (roleClass: string, on?: string) =>
      (await reads.units({ roleClass, on })).items.map((it) => it.unit);
    expect(await of('cs-pccc', '2018-08-06')).toEqual(['pccc-thanh-hoa']);
    expect(await of('cs-pccc', '2018-08-07')).toEqual([]);
    expect(await of('cong-an-tinh')).toEqual(['cat-thanh-hoa']);
  });
});

test('a policy keeps its versions, a calendar its latest year', async () => {
  const policy = {
    id: 'due-hour',
    from: '2014-01-01',
    to: null,
    scope: { issuer: null, documentTypes: null },
    source,
    text: both('Giờ hết hạn'),
    value: { kind: 'dueHour', hour: '17:00' },
  };
  await record('policy/due-hour', [
    ['AdoptPolicy', policy],
    ['AdoptPolicy', { ...policy, from: '2020-01-01' }],
  ]);
  const { items } = await reads.policies({ kind: 'dueHour' });
  expect(items.map(({ policy: it }) => [it.version, it.from])).toEqual([
    [1, '2014-01-01'],
    [2, '2020-01-01'],
  ]);
  expect((await reads.policies({ kind: 'ladder' })).items).toEqual([]);

  const day = { date: '2014-01-01', kind: 'holiday', name: both('Tết'), source, certainty: 'sure' };
  const year = { calendar: 'vn', year: 2014, source };
  await record('calendar/vn', [
    ['AdoptCalendarYear', { ...year, days: [day] }],
    ['AdoptCalendarYear', { ...year, days: [day, { ...day, date: '2014-04-30' }] }],
  ]);
  expect(await reads.calendarYear('vn', 2014)).toMatchObject({
    revision: 2,
    days: [{ date: '2014-01-01' }, { date: '2014-04-30' }],
  });
  expect(await reads.calendarYear('vn', 2015)).toBeNull();
});

describe('a directive that waits', () => {
  const assumption = (code: string) => ({ code, policy: 'due-hour', source, text: both(code) });
  beforeAll(async () => {
    const signer = { grade: 'notInCopy' };
    const due = { ...REPORT, due: notStated };
    const plan = { ...next('once', '2014-08-16T01:00:00.000Z'), assumptions: [assumption('a.b')] };
    await record('directive/d-07', [
      ['RegisterDirective', { draft: { ...DRAFT, signer }, duties: [ACK, due] }, CLERK],
      [
        'IssueDirective',
        { symbol: '07/CT-BCA-V28', date: '2014-08-15', signer, urgency: 'normal' },
        LEADER,
      ],
      ['ConfirmIssue', { number: 7, symbol: '07/CT-BCA-V28', series: 's' }, SYSTEM],
      ['PlanRound', { duty: 'ack', after: null }, SYSTEM, plan],
      [
        'PlanRound',
        { duty: 'report', after: null },
        SYSTEM,
        { revision: 1, kind: 'missing', values: ['due'] },
      ],
    ]);
  });

  test('shows its next round, what is missing, and tells silence from a lost place', async () => {
    const shown = await reads.directive('d-07');
    expect(
      shown!.duties.map(({ duty, missing, next: to }) => [duty.id, missing, to?.opensAt]),
    ).toEqual([
      ['ack', [], '2014-08-16T01:00:00.000Z'],
      ['report', ['due'], undefined],
    ]);
    expect(shown!.notStated).toContainEqual({
      where: 'draft.signer',
      grade: 'notInCopy',
      note: null,
    });
    expect(shown!.notStated).toContainEqual({
      where: 'duty.report.due',
      grade: 'notStated',
      note: null,
    });
    expect(await reads.directive('d-99')).toBeNull();
  });

  test('lists the round to open among what is to come, and what it assumes', async () => {
    expect((await reads.upcoming({})).items).toMatchObject([
      { kind: 'roundOpens', directive: 'd-07', duty: 'ack', at: '2014-08-16T01:00:00.000Z' },
    ]);
    expect((await reads.assumptions({ directive: 'd-07' })).items).toMatchObject([
      { symbol: '07/CT-BCA-V28', duty: 'ack', code: 'a.b', periods: ['once'] },
    ]);
  });
});

describe('a directive of a Party committee', () => {
  const source = {
    id: 's9',
    kind: 'reviewReport',
    title: 'Báo cáo sơ kết',
    sha256: null,
    complete: false,
  };
  const nothing = { grade: 'notStated' };
  beforeAll(async () => {
    const signer = { grade: 'notInCopy' };
    await record('directive/d-09', [
      ['RegisterDirective', { draft: { ...DRAFT, symbol: notStated, signer }, duties: [] }, CLERK],
      [
        'IssueDirective',
        {
          symbol: '09-CT/TU',
          date: '2014-08-15',
          signer,
          urgency: 'normal',
          numbering: { span: '2010-2015', assumed: 'Hướng dẫn 36-HD/VPTW (chưa kiểm chứng)' },
        },
        LEADER,
      ],
      ['ConfirmIssue', { number: 9, symbol: '09-CT/TU', series: 's' }, SYSTEM],
      [
        'RecordConference',
        {
          when: { grade: 'stated', value: '2014-07', quote: '7/2014', place: 'bản tin' },
          where: nothing,
          by: { grade: 'inferred', value: 'v28', reason: 'người được nhắc đến' },
          source,
          title: both('Hội nghị chuyên đề'),
          participants: nothing,
        },
        LEADER,
      ],
    ]);
  });

  test('lists how it is numbered among its assumptions, of no duty and no period', async () => {
    expect((await reads.assumptions({ directive: 'd-09' })).items).toMatchObject([
      { symbol: '09-CT/TU', duty: '', code: 'series.assumed', periods: [] },
    ]);
  });

  test('shows what took place, who told of it, and no day where only a month is known', async () => {
    const shown = await reads.directive('d-09');
    expect(shown!.occurrences).toMatchObject([
      { type: 'ConferenceHeld', actor: LEADER, data: { when: { value: '2014-07' } } },
    ]);
    expect(shown!.sources).toEqual([...DRAFT.sources, source]);
    const { recordedAt } = shown!.occurrences[0]!;
    expect((await reads.report('d-09', recordedAt))!.occurrences).toHaveLength(1);
    const earlier = new Date(Date.parse(recordedAt) - 1).toISOString();
    expect((await reads.report('d-09', earlier))!.occurrences).toEqual([]);
    const { items } = await reads.timeline({ directive: 'd-09' });
    expect(items.at(-1)!.text.vi).toMatch(
      /^Ghi nhận hội nghị “Hội nghị chuyên đề”, tháng 07\/2014, .+ \(suy ra\)\. Nguồn: Báo cáo sơ kết\.$/,
    );
  });
});

test('deliveries are counted once per message', async () => {
  const delivery = {
    messageId: 'm1',
    unit: 'v28',
    recipient: 'pii:00',
    channel: 'mail',
    about: 'T-7',
    causes: ['x@1'],
    outcome: 'sent',
    attempts: 1,
    at: AT,
    detail: null,
  };
  const failed = { ...delivery, messageId: 'm2', outcome: 'failed', detail: 'no such mailbox' };
  const deliveries = [delivery, failed];
  await record('directive/d-07/round/ack/once/0/delivery', [
    ['RecordDeliveries', { deliveries }, SYSTEM],
  ]);
  await record('directive/d-07/round/report/2014/0/delivery', [
    ['RecordDeliveries', { deliveries: [delivery] }, SYSTEM],
  ]);
  expect((await reads.summary(AT)).mails).toEqual({ sent: 1, failed: 1, suppressed: 0 });
  const { items } = await reads.deliveries({ round: 'd-07~ack~once' });
  expect(items.map(({ message, outcome }) => [message, outcome])).toEqual([
    ['m1', 'sent'],
    ['m2', 'failed'],
  ]);
});
