/** What a directive does about its reviews and its end: who calls one, what stays owed, the archive's clock. */
import {
  convened,
  convening,
  CLERK,
  duty,
  ISSUED_AT,
  issued,
  next,
  ON_REQUEST,
  period,
  stated,
} from '../testing/directive-07';
import { codeOf, eventsOf, SYSTEM, typesOf } from '../testing/scene';
import { openShards } from './state';

const CALL = {
  kind: 'final' as const,
  period: { from: null, to: null, label: { vi: 'cả đợt', en: 'all of it' } },
  scope: null,
  cutOff: '2015-01-31T10:00:00.000Z',
  selfAssessmentDue: null,
  reason: 'tổng kết',
  document: null,
};
const at = '2014-12-01T01:00:00.000Z';
const SELF = duty('self', { ...ON_REQUEST, id: 'self', kind: 'review' });

test('without a duty for self-assessment a review says so and goes on', () => {
  const scene = issued();
  expect(eventsOf(scene.ask('CallReview', CALL, { at }))).toMatchObject([
    { type: 'ReviewCalled', data: { n: 1, selfAssessment: null, heading: { monitor: 'v28' } } },
  ]);
  const asked = issued().ask('CallReview', { ...CALL, selfAssessmentDue: '2015-01-15' }, { at });
  expect(codeOf(asked)).toBe('review.no-self-assessment-duty');
});

test('with one, the self-assessments are asked for in the same decision', () => {
  const scene = issued([SELF]);
  const plan = { dueAt: '2014-12-08T10:00:00.000Z' };
  expect(eventsOf(scene.ask('CallReview', CALL, { at, plan }))).toMatchObject([
    { type: 'ReviewCalled', data: { selfAssessment: { duty: 'self', period: 'req-1' } } },
    { type: 'ReportRequested', data: { duty: 'self', request: 1 } },
  ]);
  const late = { dueAt: '2015-02-28T10:00:00.000Z' };
  expect(codeOf(issued([SELF]).ask('CallReview', CALL, { at, plan: late }))).toBe(
    'review.self-assessment-after-cut-off',
  );
});

test('a cut-off that has passed is refused, and so is a stranger', () => {
  expect(codeOf(issued().ask('CallReview', { ...CALL, cutOff: at }, { at }))).toBe(
    'review.cut-off-passed',
  );
  const by = { ...CLERK, unit: 'cat-thanh-hoa' };
  expect(codeOf(issued().ask('CallReview', CALL, { at, by }))).toBe('actor.not-allowed');
});

describe('a review that is open already', () => {
  const of = (changes: object) => ({ ...CALL, ...changes });
  const year = (n: number) => ({
    ...{ from: `${n}-01-01`, to: `${n}-12-31` },
    label: { vi: `năm ${n}`, en: String(n) },
  });
  const units = (...all: readonly string[]) => ({ text: 'hai tỉnh', units: stated(all) });

  test('is not called twice: it is named, whatever else is said of it', () => {
    const scene = issued();
    scene.ask('CallReview', CALL, { at });
    const cutOff = '2015-02-15T10:00:00.000Z';
    expect(scene.ask('CallReview', of({ reason: 'khác', document: '1/KH', cutOff }))).toMatchObject(
      {
        rejection: { code: 'review.already-open', params: { review: 1, cutOff: CALL.cutOff } },
      },
    );
    scene.ask('CallReview', of({ scope: units('a', 'b') }));
    const again = scene.ask('CallReview', of({ scope: units('b', 'a') }));
    expect(again).toMatchObject({ rejection: { params: { review: 2 } } });
    expect(scene.state.reviews).toHaveLength(2);
  });

  test('keeps no other kind, period or scope from being called', () => {
    const scene = issued();
    scene.ask('CallReview', CALL, { at });
    const others = [
      { kind: 'preliminary' as const },
      { period: year(2014) },
      { period: year(2015) },
      { scope: units('a') },
      { scope: units('b') },
    ];
    for (const other of others) expect(codeOf(scene.ask('CallReview', of(other)))).toBe('accepted');
  });

  test('makes way once it is cancelled, or its data are closed', () => {
    const cancelled = issued();
    cancelled.ask('CallReview', CALL, { at });
    cancelled.ask('NoteReviewCancelled', { review: 1, reason: 'hoãn' }, { by: SYSTEM });
    expect(codeOf(cancelled.ask('CallReview', CALL))).toBe('accepted');
    const closed = issued();
    closed.ask('CallReview', CALL, { at });
    const later = of({ cutOff: '2015-06-30T10:00:00.000Z' });
    expect(codeOf(closed.ask('CallReview', later, { at: CALL.cutOff }))).toBe('accepted');
  });

  test('may be the yearly one that the directive orders', () => {
    const scene = issued([duty('review', { kind: 'review' })]);
    const data = {
      duty: 'review',
      period: { ...period('2014'), ...year(2014) },
      cutOff: CALL.cutOff,
    };
    scene.ask('CallReviewOfPeriod', data, { at, by: SYSTEM });
    const call = of({ kind: 'preliminary' as const, period: year(2014) });
    expect(codeOf(scene.ask('CallReview', call))).toBe('review.already-open');
  });
});

test('the round of a yearly review calls it once', () => {
  const scene = issued([duty('review', { kind: 'review' })]);
  const data = { duty: 'review', period: period('2014'), cutOff: '2014-12-31T10:00:00.000Z' };
  const [called] = eventsOf(scene.ask('CallReviewOfPeriod', data, { at, by: SYSTEM }));
  const ofRound = { duty: 'review', period: '2014' };
  expect(called).toMatchObject({
    data: { n: 1, kind: 'preliminary', ofRound, cutOff: data.cutOff },
  });
  expect(eventsOf(scene.ask('CallReviewOfPeriod', data, { by: SYSTEM }))).toEqual([]);
});

test('only a final review that has come to its conclusions concludes', () => {
  const scene = issued();
  const reason = 'đã tổng kết';
  expect(codeOf(scene.ask('ConcludeDirective', { reason, review: 1 }))).toBe('review.unknown');
  scene.ask('CallReview', { ...CALL, kind: 'preliminary' }, { at });
  scene.ask('CallReview', CALL);
  expect(codeOf(scene.ask('ConcludeDirective', { reason, review: 1 }))).toBe('review.not-final');
  expect(codeOf(scene.ask('ConcludeDirective', { reason, review: 2 }))).toBe(
    'review.not-concluded',
  );
  scene.ask('NoteReviewConcluded', { review: 2 }, { by: SYSTEM });
  const [concluded] = eventsOf(scene.ask('ConcludeDirective', { reason, review: 2 }));
  expect(concluded).toMatchObject({ data: { review: 2, reviews: [1, 2] } });
});

test('what stays owed is told with the last closing, once', () => {
  const scene = convened();
  const concluding = scene.ask('ConcludeDirective', { reason: 'đã tổng kết' });
  expect(typesOf(concluding)).toEqual(['DirectiveConcluded']);
  const closed = { duty: 'ack', period: 'once', shard: 0, unfinished: ['cat-hau-giang'] };
  expect(eventsOf(scene.ask('NoteShardClosed', closed, { by: SYSTEM }))).toMatchObject([
    { type: 'ShardClosed', data: { unfinished: ['cat-hau-giang'] } },
    { type: 'RoundCompleted' },
    {
      type: 'OwedAfterConclusion',
      data: { rounds: [{ duty: 'ack', period: 'once', units: 1 }], obligations: 1 },
    },
  ]);
  expect(eventsOf(scene.ask('NoteShardClosed', closed, { by: SYSTEM }))).toEqual([]);
});

test('without an open round it is told at once', () => {
  expect(typesOf(issued().ask('ConcludeDirective', { reason: 'xong' }))).toEqual([
    'DirectiveConcluded',
    'OwedAfterConclusion',
  ]);
});

describe('the archive', () => {
  const archive = {
    dueOn: '2015-12-31',
    dueAt: '2015-12-31T17:00:00.000Z',
    remindAt: '2015-12-01T01:00:00.000Z',
    policy: 'archive-2020@1',
    source: 'Nghị định 30/2020/NĐ-CP',
    assumptions: [],
  };
  const concluded = () => {
    const scene = issued();
    scene.ask('ConcludeDirective', { reason: 'xong' }, { at: ISSUED_AT, plan: { archive } });
    return scene;
  };

  test('the clerk is reminded, then the last day comes, and then nothing more', () => {
    const scene = concluded();
    expect(scene.nextWakeup).toBe(archive.remindAt);
    scene.ask('WakeUp', {}, { by: SYSTEM, at: archive.remindAt });
    expect(scene.nextWakeup).toBe(archive.dueAt);
    const due = scene.ask('WakeUp', {}, { by: SYSTEM, at: archive.dueAt });
    expect(eventsOf(due)).toMatchObject([{ type: 'ArchiveDue', data: { stage: 'due' } }]);
    expect(scene.nextWakeup).toBeNull();
  });

  test('handing the file over stops the clock', () => {
    const scene = concluded();
    const handed = { reason: 'đã nộp', document: '01/BB' };
    expect(codeOf(scene.ask('HandToArchive', handed))).toBe('accepted');
    expect(scene.nextWakeup).toBeNull();
    expect(codeOf(scene.ask('HandToArchive', handed))).toBe('archive.handed-already');
  });

  test('what people record comes before that; what the engine says is noted to the last', () => {
    const scene = concluded();
    const praise = {
      ...{ when: stated('2014-08'), where: stated('x'), by: stated('v28'), source: null },
      praised: stated(['cat-thanh-hoa']),
      title: { vi: 'Biểu dương', en: 'Praise' },
    };
    expect(codeOf(scene.ask('RecordPraise', praise))).toBe('accepted');
    scene.ask('HandToArchive', { reason: 'đã nộp', document: null });
    expect(scene.ask('RecordPraise', praise)).toMatchObject({
      rejection: { code: 'review.archived', params: { command: 'RecordPraise' } },
    });
    const noted = scene.ask('NoteReviewConcluded', { review: 1 }, { by: SYSTEM });
    expect(codeOf(noted)).toBe('review.unknown');
  });
});

test('a joint instrument that the text does not name is reviewed all the same', () => {
  const data = {
    when: stated('2014-08'),
    where: { grade: 'notStated' as const },
    by: stated('v28'),
    source: null,
    instrument: { grade: 'notStated' as const, note: 'mục 4 không nêu tên thông tư' },
    kind: 'preliminary' as const,
    title: { vi: 'Sơ kết quy chế phối hợp', en: 'Review of coordination rules' },
    outcome: { grade: 'notStated' as const },
  };
  expect(typesOf(issued().ask('RecordJointInstrumentReview', data))).toEqual([
    'JointInstrumentReviewed',
  ]);
});

describe('a cancelled review', () => {
  const note = { review: 1, reason: 'hoãn sơ kết' };
  const round = { duty: 'self', period: 'req-1' };

  test('takes its self-assessments with it: of a round that is open, each shard', () => {
    const scene = issued([SELF]);
    scene.ask('CallReview', CALL, { at, plan: { dueAt: '2014-12-08T10:00:00.000Z' } });
    const asked = { duty: 'self', after: null, request: 1 };
    scene.ask('PlanRound', asked, { by: SYSTEM, plan: next('req-1', at) });
    scene.ask('WakeUp', {}, { by: SYSTEM });
    const opens = { duty: 'self', period: period('req-1'), requestedDue: null };
    const plan = convening(['cat-thanh-hoa'], '2014-12-08T10:00:00.000Z');
    scene.ask('ConveneRound', opens, { by: SYSTEM, plan });
    const [noted] = eventsOf(scene.ask('NoteReviewCancelled', note, { by: SYSTEM }));
    const shards = [{ ...round, shard: 0 }];
    expect(noted).toMatchObject({
      type: 'ReviewCancellationNoted',
      data: { ...note, round, shards },
    });
    expect(scene.state.reviews).toMatchObject([{ n: 1, cancelled: true }]);
    expect(openShards(scene.state)).toEqual([]);
    expect(eventsOf(scene.ask('NoteReviewCancelled', note, { by: SYSTEM }))).toEqual([]);
  });

  test('of one that is not planned yet, the request', () => {
    const scene = issued([SELF]);
    scene.ask('CallReview', CALL, { at, plan: { dueAt: '2014-12-08T10:00:00.000Z' } });
    expect(Object.keys(scene.state.requested)).toEqual(['req-1']);
    const [noted] = eventsOf(scene.ask('NoteReviewCancelled', note, { by: SYSTEM }));
    expect(noted).toMatchObject({ data: { round, shards: [] } });
    expect(scene.state).toMatchObject({ requested: {}, next: {}, requests: 1 });
  });

  test('is unknown when the directive never called it, and noted by nobody but the engine', () => {
    expect(codeOf(issued().ask('NoteReviewCancelled', note, { by: SYSTEM }))).toBe(
      'review.unknown',
    );
    expect(codeOf(issued().ask('NoteReviewCancelled', note))).toBe('actor.not-allowed');
  });
});
