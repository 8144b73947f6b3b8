/**
 * A review from its call to its frozen pack on the real way in, reactor, packer and read model: the self-assessment round
 * opens, units answer, their texts are in the pack as of its cut-off, and what comes afterwards is kept and shown as later.
 * Then the directive ends: why, what stays owed by whom, which conclusions nobody can be given, and no judgement after that.
 */
import { createReactor, type Reactor } from '../../apps/reactor/reactor';
import { createLedgerBus, type Bus } from '../../libs/bus';
import { createWayIn, decideStream, type WayIn } from '../../libs/commands';
import type { Actor, Duty, ReviewPack } from '../../libs/domain';
import { DRAFT, duty, stated } from '../../libs/domain/testing/directive-07';
import { createReads, type Reads } from '../../libs/readmodel';
import { policies } from '../../samples';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';
import { until } from './support/until';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const DIRECTIVE = 'directive/d-review';
const REVIEW = `${DIRECTIVE}/review/1`;
const ROUND = 'd-review~self~req-1';
const SHARD = `${DIRECTIVE}/round/self/req-1/0`;
const CUT_OFF = '2014-12-31T10:00:00.000Z';

const actor = (role: Actor['role'], unit: string | null): Actor => ({
  ...{ id: `${role}-${unit ?? 'x'}`, role, unit },
});
const OPERATOR = actor('operator', null);
const CLERK = actor('clerk', 'bo-cong-an');
const V28 = actor('standingBody', 'v28');
const POLICE = (unit: string) => actor('focal', unit);

const SELF: Duty = duty('self', {
  kind: 'review',
  title: { vi: 'Tự đánh giá', en: 'Self-assessment' },
  owes: stated({ kind: 'units', units: ['cat-a', 'cat-b', 'cat-c'] }),
  cadence: stated({ kind: 'onRequest' }),
  due: stated({ kind: 'workingDaysAfter', from: 'request', days: 5 }),
  acceptance: 'byReceiver',
});

/** Of task 6, and owed by a class that the monitoring body is of. */
const BY_CLASS: Duty = duty('by-class', {
  task: '6',
  owes: stated({ kind: 'class', roleClasses: ['cuc'] }),
  cadence: stated({ kind: 'onRequest' }),
});

let database: ReadmodelDatabase;
let reads: Reads;
let wayIn: WayIn;
let bus: Bus;
let reactor: Reactor;
let asked = 0;

beforeAll(async () => {
  database = await readmodelDatabase('review', '2014-08-15T01:00:00.000Z');
  reads = createReads(database.pool);
  const { ledger } = database;
  wayIn = createWayIn(ledger);
  bus = createLedgerBus({ ledger, log: quiet });
  reactor = createReactor({ ledger, bus, wayIn, logger: quiet });
  await reactor.start();
  await reference();
});
afterAll(async () => {
  await reactor.stop();
  await bus.close();
  await database.drop();
});

type Act = { readonly at?: string; readonly by?: Actor };

async function ask(
  stream: string,
  type: string,
  data: unknown,
  { at, by = OPERATOR }: Act = {},
): Promise<void> {
  if (at !== undefined) await moveTo(at);
  asked += 1;
  const request = { stream, type, data, actor: by, idempotencyKey: `k${asked}` };
  const { commandId } = await wayIn.submit(request);
  await settle();
  const { outcome } = (await database.ledger.commandRecord(commandId))!;
  expect([type, outcome?.rejection ?? outcome?.accepted]).toEqual([type, true]);
}

async function moveTo(at: string): Promise<void> {
  await database.ledger.tellClock(at);
  await settle();
}

/** Everything that waits or has fallen due is decided, and every reaction asked, until nothing is left. */
async function settle(): Promise<void> {
  const { ledger, owner } = database;
  await until('nothing waits', async () => {
    const { rows } = await owner.query<{ stream: string }>(
      'SELECT DISTINCT stream FROM work.command_log ORDER BY stream',
    );
    for (const { stream } of rows) await decideStream(ledger, stream, { decidersHash: 'test' });
    const { undecided, lag } = await ledger.pendingCounts();
    return undecided === 0 && lag.reactor === 0 && lag.packer === 0;
  });
  await database.projectNew();
}

async function reference(): Promise<void> {
  const unit = (id: string, kind: string, parent: string | null) => ({
    ...{ id, name: { vi: id, en: id }, aliases: [], parent, kind },
    roleClasses: kind === 'department' ? ['cuc'] : [],
    ...{ from: '2010-01-01', source: 's', contacts: [] },
  });
  const units = [
    unit('bo-cong-an', 'ministry', null),
    unit('v28', 'department', 'bo-cong-an'),
    ...['cat-a', 'cat-b', 'cat-c'].map((id) => unit(id, 'police', 'bo-cong-an')),
  ];
  await ask('org', 'RegisterUnits', { units });
  for (const policy of policies) await ask(`policy/${policy.id}`, 'AdoptPolicy', policy);
  const duties = [SELF, BY_CLASS];
  await ask(DIRECTIVE, 'RegisterDirective', { draft: DRAFT, duties }, { by: CLERK });
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  const issue = { symbol: '07/CT-BCA-V28', date: '2014-08-15', signer };
  await ask(DIRECTIVE, 'IssueDirective', issue, { by: CLERK });
}

const said = (summary: string) => ({
  ...{ number: null, date: null, signer: null, summary, nil: false },
  ...{ contentSha256: null, files: [] },
});

const packBytes = async () => {
  const { pack } = (await reads.review('d-review', 1))!;
  return (await database.ledger.getContent(pack!.sha256))!.bytes.toString('utf8');
};
const statuses = async () => {
  const { items } = await reads.obligations({ round: ROUND }, await database.ledger.now());
  return Object.fromEntries(items.map(({ unit, status }) => [unit, status]));
};

test('called, it opens the self-assessment round for the units that owe one', async () => {
  const call = {
    kind: 'preliminary',
    period: { from: '2014-01-01', to: '2014-12-31', label: { vi: 'năm 2014', en: '2014' } },
    scope: null,
    cutOff: CUT_OFF,
    reason: 'sơ kết năm 2014',
    document: null,
    selfAssessmentDue: '2014-12-15',
  };
  await ask(DIRECTIVE, 'CallReview', call, { at: '2014-12-01T02:00:00.000Z', by: CLERK });
  expect(await reads.review('d-review', 1)).toMatchObject({
    status: 'selfAssessing',
    called: { selfAssessment: { duty: 'self', period: 'req-1' } },
  });
  expect(await statuses()).toEqual({ 'cat-a': 'open', 'cat-b': 'open', 'cat-c': 'open' });
});

test('at its cut-off the pack is frozen with the texts as they stood then, and names who is missing', async () => {
  const hands = (unit: string, summary: string, at: string) =>
    ask(SHARD, 'SubmitReport', { unit, report: said(summary) }, { at, by: POLICE(unit) });
  await hands('cat-a', 'A tự đánh giá: đạt', '2014-12-10T02:00:00.000Z');
  const accept = { unit: 'cat-a', note: null };
  await ask(SHARD, 'AcceptReport', accept, { at: '2014-12-11T02:00:00.000Z', by: V28 });
  await hands('cat-b', 'B tự đánh giá: còn vướng', '2014-12-18T02:00:00.000Z');
  await moveTo(CUT_OFF);

  const found = (await reads.review('d-review', 1))!;
  expect(found).toMatchObject({ status: 'packFrozen', pack: { asOf: CUT_OFF }, later: [] });
  const pack = JSON.parse(await packBytes()) as ReviewPack;
  const round = pack.rounds.find(({ duty: id }) => id === 'self')!;
  expect(round).toMatchObject({ owed: 3, counts: { doneOnTime: 1, openLate: 2 } });
  expect(round.reports).toMatchObject([
    { unit: 'cat-a', ordinal: 1, accepted: true, summary: 'A tự đánh giá: đạt' },
    { unit: 'cat-b', ordinal: 1, accepted: false, summary: 'B tự đánh giá: còn vướng' },
  ]);
  expect(round.late.map(({ unit, why }) => [unit, why])).toEqual([
    ['cat-b', 'awaitsAcceptance'],
    ['cat-c', 'notSubmitted'],
  ]);
});

test('a resubmission after the pack is kept and shown as later, and the pack stays the same bytes', async () => {
  const before = await packBytes();
  const { pack } = (await reads.review('d-review', 1))!;
  const back = { unit: 'cat-b', reason: 'thiếu số liệu' };
  await ask(SHARD, 'ReturnReport', back, { at: '2015-01-05T02:00:00.000Z', by: V28 });
  const again = { unit: 'cat-b', report: said('B tự đánh giá lại: đạt') };
  await ask(SHARD, 'SubmitReport', again, {
    ...{ at: '2015-01-06T02:00:00.000Z', by: POLICE('cat-b') },
  });
  const correction = { unit: 'cat-a', report: said('A sửa: đạt một phần'), reason: 'nhầm' };
  await ask(SHARD, 'CorrectReport', correction, {
    ...{ at: '2015-01-07T02:00:00.000Z', by: POLICE('cat-a') },
  });

  const found = (await reads.review('d-review', 1))!;
  expect(found.pack).toEqual(pack);
  expect(await packBytes()).toBe(before);
  expect(before).not.toContain('đánh giá lại');
  expect(found.later.map(({ unit, type, round }) => [unit, type, round])).toEqual([
    ['cat-b', 'ReportReturned', ROUND],
    ['cat-b', 'ReportSubmitted', ROUND],
    ['cat-a', 'CorrectionSubmitted', ROUND],
  ]);
  const kept = (await reads.obligation(
    'd-review~self~req-1~0~cat-b',
    await database.ledger.now(),
  ))!;
  expect(kept.reports.map(({ ordinal, report }) => [ordinal, report.summary])).toEqual([
    [1, 'B tự đánh giá: còn vướng'],
    [2, 'B tự đánh giá lại: đạt'],
  ]);
});

test('the review stands frozen in one event', async () => {
  const entries = await database.ledger.entriesOfStream(REVIEW);
  expect(entries.filter(({ type }) => type.includes('.ReviewPackFrozen.'))).toHaveLength(1);
});

test('cancelled, it takes its self-assessments with it: nobody owes them or is counted by them', async () => {
  const call = {
    ...{ kind: 'preliminary', scope: null, document: null, reason: 'sơ kết quý I' },
    period: { from: '2015-01-01', to: '2015-03-31', label: { vi: 'quý I', en: 'quarter I' } },
    ...{ cutOff: '2015-01-30T10:00:00.000Z', selfAssessmentDue: '2015-01-19' },
  };
  await ask(DIRECTIVE, 'CallReview', call, { at: '2015-01-08T02:00:00.000Z', by: CLERK });
  const second = 'd-review~self~req-2';
  const of = async () => (await reads.obligations({ round: second }, now())).items;
  const now = () => '2015-01-08T02:00:00.000Z';
  expect((await of()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  const cancel = { reason: 'hoãn sơ kết' };
  await ask(`${DIRECTIVE}/review/2`, 'CancelReview', cancel, { by: CLERK });
  expect((await of()).map(({ status }) => status)).toEqual(Array(3).fill('cancelled'));
  const { items } = await reads.timeline({ directive: 'd-review', round: second });
  const cancelled = items.find(({ type }) => type === 'RoundCancelled');
  expect(cancelled!.data).toMatchObject({ reason: 'hoãn sơ kết' });
  const asked = { directive: 'd-review', by: 'all' } as const;
  const [rates] = (await reads.rates(asked, { now: '2015-01-25T02:00:00.000Z', asOf: null })).rows;
  expect(rates).toMatchObject({
    counts: { cancelled: 3, openLate: 2 },
    unfinishedLate: { part: 2 },
  });
});

describe('judging, and the end of the directive', () => {
  const judge = {
    ...{ task: '1', judgement: 'partly', reason: 'còn đơn vị chưa gửi' },
    evidence: { text: 'báo cáo', contents: [] },
  };
  const rejectionOf = async (type: string, data: unknown, { by = CLERK, stream = REVIEW } = {}) => {
    const key = `refused-${type}`;
    const request = { stream, type, data, actor: by, idempotencyKey: key };
    const { commandId } = await wayIn.submit({ ...request });
    await settle();
    return (await database.ledger.commandRecord(commandId))!.outcome?.rejection?.code;
  };

  test('does not let a unit judge what its class owes, though it monitors the directive', async () => {
    const own = { ...judge, task: '6' };
    expect(await rejectionOf('JudgeTask', own, { by: V28 })).toBe('review.judges-itself');
    await ask(REVIEW, 'JudgeTask', own, { by: CLERK });
  });

  test('does not count what a review had judged that is cancelled; its own page keeps it', async () => {
    const call = {
      ...{ kind: 'preliminary', scope: null, document: null, reason: 'sơ kết' },
      period: { from: '2015-01-01', to: '2015-01-31', label: { vi: 'tháng 1', en: 'January' } },
      ...{ cutOff: '2015-01-12T10:00:00.000Z', selfAssessmentDue: '2015-01-12' },
    };
    const third = `${DIRECTIVE}/review/3`;
    await ask(DIRECTIVE, 'CallReview', call, { at: '2015-01-09T02:00:00.000Z', by: CLERK });
    const later = { at: '2015-01-13T02:00:00.000Z', by: CLERK };
    await ask(third, 'JudgeTask', { ...judge, judgement: 'notImplemented' }, later);
    const judged = async () => (await reads.directive('d-review'))!.judgements;
    expect((await judged()).map(({ task, review }) => [task, review])).toContainEqual(['1', 3]);
    await ask(third, 'CancelReview', { reason: 'gộp vào cuộc khác' }, { by: CLERK });
    expect((await judged()).map(({ task, review }) => [task, review])).toEqual([['6', 1]]);
    expect((await reads.review('d-review', 3))!.judgements).toHaveLength(1);
  });

  test('tells why, by which document, and whose obligations stay owed, by title and name', async () => {
    const conference = {
      ...{ title: { vi: 'Hội nghị', en: 'Conference' }, source: null },
      ...{ when: stated('2015-01-20'), where: stated('Hà Nội'), by: stated('bo-cong-an') },
      attendance: stated({ delegates: 10, besides: null }),
    };
    await ask(REVIEW, 'HoldReviewConference', conference, {
      ...{ at: '2015-01-20T02:00:00.000Z', by: CLERK },
    });
    const conclusions = [
      { key: 'Một là', text: 'đổi mới' },
      { key: 'Hai là', text: 'phối hợp' },
    ];
    await ask(REVIEW, 'RecordConclusions', { conclusions, document: null }, { by: CLERK });
    await ask(REVIEW, 'DropConclusion', { key: 'Hai là', reason: 'đã làm' }, { by: CLERK });
    const conclude = { reason: 'hoàn thành', reasons: [], review: null, document: '9/QĐ-BCA' };
    await ask(DIRECTIVE, 'ConcludeDirective', conclude, {
      ...{ at: '2015-02-02T02:00:00.000Z', by: CLERK },
    });
    const page = (await reads.directive('d-review'))!;
    expect(page.end).toMatchObject({
      type: 'DirectiveConcluded',
      data: { reason: 'hoàn thành', document: '9/QĐ-BCA', review: null },
    });
    expect(page.owed).toMatchObject([
      {
        duty: 'self',
        title: { vi: 'Tự đánh giá' },
        units: [
          { unit: 'cat-b', name: { vi: 'cat-b' } },
          { unit: 'cat-c', name: { vi: 'cat-c' } },
        ],
      },
    ]);
    expect(page.owedAfter!.obligations).toBe(2);
  });

  test('tells what has been done since of what was owed then', async () => {
    const owed = async () =>
      (await reads.directive('d-review'))!.owed.flatMap(({ units }) => units);
    expect((await owed()).map(({ status, doneAt }) => [status, doneAt])).toEqual([
      ['submitted', null],
      ['open', null],
    ]);
    const at = '2015-02-02T09:00:00.000Z';
    await ask(SHARD, 'AcceptReport', { unit: 'cat-b', note: null }, { at, by: V28 });
    expect((await owed()).map(({ unit, doneAt }) => [unit, doneAt])).toEqual([
      ['cat-b', at],
      ['cat-c', null],
    ]);
  });

  test('names the conclusions that nobody can be given any more', async () => {
    const { items } = await reads.timeline({ directive: 'd-review', limit: 200 });
    const told = items.filter(({ type }) => type === 'DirectiveEndNoted');
    const noted = told.find(({ data }) => 'waiting' in (data as object));
    expect(noted!.data).toMatchObject({ waiting: [{ key: 'Một là', text: 'đổi mới' }] });
    expect(noted!.text.vi).toContain('không còn giao được: Một là');
  });

  test('lets tasks be judged until the file is in the archive, and not afterwards', async () => {
    await ask(REVIEW, 'JudgeTask', judge, { at: '2015-02-03T02:00:00.000Z', by: CLERK });
    await ask(
      DIRECTIVE,
      'HandToArchive',
      { reason: 'đủ', document: null },
      {
        ...{ at: '2015-03-02T02:00:00.000Z', by: CLERK },
      },
    );
    expect(await rejectionOf('JudgeTask', judge)).toBe('review.archived');
    expect(await rejectionOf('RecordLesson', { text: 'x' })).toBe('review.archived');
    const drop = { key: 'Một là', reason: 'x' };
    expect(await rejectionOf('DropConclusion', drop)).toBe('review.archived');
    const late = { unit: 'cat-c', report: said('muộn'), afterClosing: true };
    const by = POLICE('cat-c');
    expect(await rejectionOf('SubmitReport', late, { by, stream: SHARD })).toBe('review.archived');
    const praise = {
      ...{ when: stated('2015-01'), where: stated('x'), by: stated('v28'), source: null },
      praised: stated(['cat-a']),
      title: { vi: 'Biểu dương', en: 'Praise' },
    };
    const of = { by: CLERK, stream: DIRECTIVE };
    expect(await rejectionOf('RecordPraise', praise, of)).toBe('review.archived');
  });
});
