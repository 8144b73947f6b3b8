/** What is to come, of every kind and in one order: rungs, days of recognition and of the archive, cut-offs of reviews. */
import {
  deciderOf,
  foldAll,
  type Actor,
  type Command,
  type Decided,
  type Loaded,
} from '../../libs/domain';
import {
  AT,
  NOMINATION,
  NOMINATOR,
  POWER,
  stepPlan,
} from '../../libs/domain/commendation/testing/fixture';
import { ACK, CLERK, DRAFT, LEADER, next } from '../../libs/domain/testing/directive-07';
import {
  ALL_DAYS,
  BODY,
  planned,
  REGISTRATION_REMINDER,
} from '../../libs/domain/testing/recognition-scene';
import { SYSTEM } from '../../libs/domain/testing/scene';
import { createReads, type Reads, type UpcomingRow } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

let database: ReadmodelDatabase;
let reads: Reads;
/** Each stream as it stands so far. */
const lives = new Map<string, Loaded<unknown>>();

type Ask = { type: string; data?: object; actor?: Actor; plan?: object; at: string };

/** Goes on with a stream by its own rules. */
async function play(stream: string, ...asks: readonly Ask[]): Promise<void> {
  const decider = deciderOf(stream);
  let loaded = lives.get(stream) ?? { state: decider.initial, version: 0 };
  const { version } = loaded;
  const decided = asks.map(({ at, actor = SYSTEM, data = {}, ...ask }): Decided => {
    const times = { receivedAt: at, effectiveAt: at };
    const id = `c${loaded.version}`;
    const command: Command = { ...ask, ...times, data, actor, id, stream };
    const one = { command, decision: decider.decide(loaded.state, command) };
    expect(one.decision).toMatchObject({ ok: true });
    loaded = foldAll(decider, [one], loaded);
    return one;
  });
  lives.set(stream, loaded);
  await database.record(stream, decided, version);
  await database.projectNew([4]);
}

const life = (issuedAt: string): Ask[] => [
  {
    type: 'RegisterDirective',
    data: { draft: DRAFT, duties: [ACK] },
    ...{ actor: CLERK, at: issuedAt },
  },
  {
    type: 'IssueDirective',
    data: { symbol: '07/CT-BCA-V28', date: '2014-08-15', signer: DRAFT.signer, urgency: 'normal' },
    ...{ actor: LEADER, at: issuedAt },
  },
  {
    type: 'ConfirmIssue',
    data: { number: 7, symbol: '07/CT-BCA-V28', series: 's' },
    at: issuedAt,
  },
];

const ISSUED = '2014-08-15T02:00:00.000Z';
const archive = {
  dueOn: '2015-12-31',
  dueAt: '2015-12-31T17:00:00.000Z',
  remindAt: '2015-12-01T01:00:00.000Z',
  policy: 'archive-2020@1',
  source: 'Nghị định 30/2020/NĐ-CP',
  derivation: [
    { rule: 'archive.workEnd', source: 's', from: '2014-12-31', to: '2015-12-31' },
    { rule: 'rung.calendarDays', source: 's', from: '2015-12-31', to: '2015-12-01' },
  ],
  assumptions: [],
};
const review = {
  ...{ kind: 'final', scope: null, selfAssessmentDue: null, document: null },
  period: { from: null, to: null, label: { vi: 'cả đợt', en: 'all of it' } },
  ...{ cutOff: '2015-01-31T10:00:00.000Z', reason: 'tổng kết 5 năm' },
};

beforeAll(async () => {
  database = await readmodelDatabase('upcoming');
  reads = createReads(database.pool);
  await play(
    'directive/d-07',
    ...life(ISSUED),
    {
      type: 'PlanRound',
      data: { duty: 'ack', after: null },
      plan: next('once', '2014-08-18T01:00:00.000Z'),
      at: ISSUED,
    },
    { type: 'CallReview', data: review, actor: LEADER, at: ISSUED },
  );
  await play('directive/d-08', ...life(ISSUED), {
    type: 'ConcludeDirective',
    data: { reason: 'xong' },
    ...{ actor: LEADER, plan: { archive }, at: '2014-12-31T02:00:00.000Z' },
  });
  await play('commendation/k-1', {
    type: 'NominateForCommendation',
    data: NOMINATION,
    ...{ actor: NOMINATOR, at: AT, plan: stepPlan('dossier', '2019-12-02', { power: POWER }) },
  });
  await play('recognition/ubnd/2023', {
    type: 'CallForRegistration',
    data: {
      units: [{ unit: 'a', kind: 'educationalInstitution' }],
      ...{ standingBody: null, reference: '02/KH', date: '2023-01-10' },
    },
    ...{ actor: BODY, at: '2023-01-10T02:00:00.000Z' },
    plan: planned(['ubnd'], { deadlines: ALL_DAYS }),
  });
});
afterAll(() => database.drop());

const shown = ({ at, kind, day, rung, directive }: UpcomingRow) =>
  [at.slice(0, 10), kind, day ?? rung ?? '', directive ?? ''].join(' ').trim();

const listed = async (asked: Parameters<Reads['upcoming']>[0] = {}) =>
  (await reads.upcoming(asked)).items.map(shown);

const RECOGNITION = [
  '2023-03-22 recognitionDay registrationReminder',
  '2023-03-31 recognitionDay registrationEnds',
  '2023-11-06 recognitionDay dossierReminder',
  '2023-11-19 recognitionDay decisionDue',
  '2023-11-20 recognitionDay decisionOverdue',
];

test('every kind stands in the list, the earliest first', async () => {
  expect(await listed()).toEqual([
    '2014-08-18 roundOpens  d-07',
    '2015-01-31 reviewCutOff final d-07',
    '2015-12-01 archiveDay reminder d-08',
    '2015-12-31 archiveDay due d-08',
    '2019-12-09 commendationRung T-3 d-07',
    '2019-12-11 commendationRung T-1 d-07',
    '2019-12-13 commendationRung T1 d-07',
    '2019-12-15 commendationRung T3 d-07',
    '2019-12-17 commendationRung T5 d-07',
    ...RECOGNITION,
  ]);
});

test('each says what it is of and why the day is that day', async () => {
  const { items } = await reads.upcoming({});
  const of = (kind: UpcomingRow['kind']) => items.find((it) => it.kind === kind);
  expect(of('reviewCutOff')).toMatchObject({ review: 1, day: 'final', reason: 'tổng kết 5 năm' });
  expect(of('archiveDay')).toMatchObject({
    ...{ symbol: '07/CT-BCA-V28', last: '2015-12-31', reason: archive.source },
    derivation: archive.derivation,
  });
  const last = items.find(({ kind, day }) => kind === 'archiveDay' && day === 'due');
  expect(last).toMatchObject({ derivation: [archive.derivation[0]], reason: archive.source });
  expect(last!.derivation).toHaveLength(1);
  expect(of('commendationRung')).toMatchObject({
    ...{ commendation: 'k-1', step: 'dossier', rungKind: 'reminder', audience: 'focal' },
    derivation: [],
  });
  expect(of('recognitionDay')).toMatchObject({
    ...{ authority: 'ubnd', year: 2023, last: '2023-03-31', directive: null },
  });
});

test('page by page it is the same list, and of a directive only its own', async () => {
  const all = await listed();
  for (const limit of [1, 3]) {
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await reads.upcoming({ limit, cursor });
      paged.push(...page.items.map(shown));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all);
  }
  expect(await listed({ directive: 'd-08' })).toEqual([
    '2015-12-01 archiveDay reminder d-08',
    '2015-12-31 archiveDay due d-08',
  ]);
});

test('what has come is no more to come', async () => {
  await play('directive/d-08', { type: 'WakeUp', at: archive.remindAt });
  expect(await listed({ directive: 'd-08' })).toEqual(['2015-12-31 archiveDay due d-08']);
  const document = { reason: 'đã nộp', document: '01/BB' };
  const handed = { type: 'HandToArchive', data: document, actor: CLERK };
  await play('directive/d-08', { ...handed, at: '2015-12-10T02:00:00.000Z' });
  expect(await listed({ directive: 'd-08' })).toEqual([]);

  await play('recognition/ubnd/2023', { type: 'WakeUp', at: REGISTRATION_REMINDER.at });
  await play('commendation/k-1', { type: 'WakeUp', at: '2019-12-09T01:00:00.000Z' });
  const left = await listed();
  expect(left.filter((it) => it.includes('recognitionDay'))).toEqual(RECOGNITION.slice(1));
  expect(left.filter((it) => it.includes('commendationRung'))).toHaveLength(4);

  const withdrawn = { type: 'WithdrawNomination', data: { reason: 'x' }, actor: NOMINATOR };
  await play('commendation/k-1', { ...withdrawn, at: '2019-12-10T02:00:00.000Z' });
  expect((await listed()).filter((it) => it.includes('commendationRung'))).toEqual([]);
});

test('who was called, who was reminded and why a day is that day stand on the page of the year', async () => {
  const detail = await reads.recognitionYear('ubnd', 2023);
  const { items } = await reads.recognitionCalled({ authority: 'ubnd', year: 2023 });
  expect(items).toMatchObject([
    {
      ...{ unit: 'a', kind: 'educationalInstitution', registered: false },
      ...{ reference: '02/KH', remindedAt: REGISTRATION_REMINDER.at },
    },
  ]);
  expect(detail!.deadlines[0]).toMatchObject({
    ...{ what: 'registrationReminder', units: ['a'], unregistered: { count: 1, units: ['a'] } },
  });
});
