/** The rules of a review: one pack, no judge in his own cause, conclusions that wait, and the end of its directive. */
import type { Actor } from '../kernel';
import { CLERK, LEADER, stated, V28_DESK } from '../testing/directive-07';
import { HEADING } from '../testing/review-commands';
import { codeOf, eventsOf, Scene, SYSTEM, typesOf } from '../testing/scene';
import { reviewDecider } from './decider';
import type { CalledReview } from './called';

const CUT_OFF = '2014-12-31T10:00:00.000Z';
const AFTER = '2015-01-05T02:00:00.000Z';
const HASH = 'a'.repeat(64);
const PACK = { sha256: HASH, size: 10, asOf: CUT_OFF };

const CALLED: CalledReview = {
  n: 1,
  kind: 'preliminary',
  period: { from: '2014-01-01', to: '2014-12-31', label: { vi: 'năm 2014', en: '2014' } },
  scope: null,
  cutOff: CUT_OFF,
  reason: 'sơ kết',
  document: null,
  ofRound: null,
  selfAssessment: null,
  heading: HEADING,
};

function opened() {
  const scene = new Scene(reviewDecider, 'directive/d-07/review/1', {
    at: '2014-12-01T01:00:00.000Z',
    by: LEADER,
  });
  scene.ask('OpenReview', CALLED, { by: SYSTEM });
  return scene;
}

function frozen() {
  const scene = opened();
  scene.ask('WakeUp', {}, { by: SYSTEM, at: CUT_OFF });
  scene.ask('FreezeReviewPack', PACK, { by: SYSTEM, at: CUT_OFF });
  return scene;
}

const CONFERENCE = {
  title: { vi: 'Hội nghị sơ kết', en: 'Review conference' },
  when: stated('2015-01-05'),
  where: stated('Hà Nội'),
  by: stated('v28'),
  source: null,
  attendance: stated({ delegates: 300, besides: null }),
};

function concluded() {
  const scene = frozen();
  scene.ask('HoldReviewConference', CONFERENCE, { at: AFTER });
  const conclusions = ['Một là', 'Hai là'].map((key) => ({ key, text: 'đổi mới phối hợp' }));
  scene.ask('RecordConclusions', { conclusions, document: null });
  return scene;
}

test('a conference before the data closed is recorded, and that is said; on the day itself it is not', () => {
  const held = (day: string) =>
    eventsOf(frozen().ask('HoldReviewConference', { ...CONFERENCE, when: stated(day) }))[0]!.data;
  expect(held('2014-12-30')).toMatchObject({ beforeCutOff: CUT_OFF });
  expect(held('2014-11')).toMatchObject({ beforeCutOff: CUT_OFF });
  for (const day of ['2014-12-31', '2014-12']) expect(held(day)).not.toHaveProperty('beforeCutOff');
});

const DECISION = {
  key: 'Hai là',
  owner: { kind: 'units' as const, units: ['cat-thanh-hoa'] },
  to: ['v28'],
  due: '2015-06-30',
  title: { vi: 'Đổi mới phối hợp', en: 'Renew coordination' },
  reason: 'phân công',
};

const judgement = (task: string) => ({
  task,
  judgement: 'partly' as const,
  evidence: { text: 'báo cáo năm 2014', contents: [] },
  reason: 'còn một đơn vị chưa gửi',
});

describe('the cut-off and the pack', () => {
  test('a review wakes at its cut-off, and once', () => {
    const scene = opened();
    expect(scene.nextWakeup).toBe(CUT_OFF);
    expect(typesOf(scene.ask('WakeUp', {}, { by: SYSTEM, at: CUT_OFF }))).toEqual([
      'ReviewCutOffReached',
    ]);
    expect(scene.nextWakeup).toBeNull();
  });

  test('the same pack told again changes nothing, and another one is refused', () => {
    const scene = frozen();
    expect(scene.state.pack).toEqual(PACK);
    expect(eventsOf(scene.ask('FreezeReviewPack', PACK, { by: SYSTEM }))).toEqual([]);
    const other = { ...PACK, sha256: 'b'.repeat(64) };
    expect(codeOf(scene.ask('FreezeReviewPack', other, { by: SYSTEM }))).toBe('review.pack-frozen');
    expect(scene.state.pack).toEqual(PACK);
  });

  test('no person freezes a pack, and none is frozen before the cut-off', () => {
    expect(codeOf(frozen().ask('FreezeReviewPack', PACK))).toBe('actor.not-allowed');
    const early = opened().ask('FreezeReviewPack', PACK, { by: SYSTEM });
    expect(codeOf(early)).toBe('review.not-possible-now');
  });
});

describe('judging', () => {
  test('a unit that leads the task does not judge it', () => {
    const scene = frozen();
    expect(scene.ask('JudgeTask', judgement('1'), { by: V28_DESK })).toMatchObject({
      ok: false,
      rejection: { code: 'review.judges-itself', params: { task: '1', unit: 'v28' } },
    });
    expect(codeOf(scene.ask('JudgeTask', judgement('6'), { by: V28_DESK }))).toBe('accepted');
  });

  test('nor does the heir of one, or whom it took over from', () => {
    const heir: Actor = { ...LEADER, unit: 'bo-cong-an' };
    const judge = (kin: readonly string[]) =>
      frozen().ask('JudgeTask', judgement('1'), { by: heir, plan: { kin } });
    expect(judge(['v28'])).toMatchObject({
      rejection: { code: 'review.judges-itself', params: { task: '1', unit: 'v28' } },
    });
    expect(codeOf(judge(['v11']))).toBe('accepted');
  });

  test('nor one that owes it by its class, or coordinates it: the way in says who of the line does', () => {
    const by: Actor = { ...LEADER, unit: 'v28' };
    const plan = { carries: ['v28'] };
    expect(frozen().ask('JudgeTask', judgement('6'), { by, plan })).toMatchObject({
      rejection: { code: 'review.judges-itself', params: { task: '6', unit: 'v28' } },
    });
  });

  test('a later judgement corrects the earlier one and names it', () => {
    const scene = frozen();
    scene.ask('JudgeTask', judgement('1'));
    const again = scene.ask('JudgeTask', { ...judgement('1'), judgement: 'implemented' });
    expect(eventsOf(again)[0]).toMatchObject({ data: { earlier: 'partly' } });
    expect(scene.state.judgements['1']).toMatchObject({ judgement: 'implemented', by: LEADER });
  });

  test('the same judgement again is recorded once; by somebody else, or with other words, it is another', () => {
    const scene = frozen();
    scene.ask('JudgeTask', judgement('6'));
    const again = scene.ask('JudgeTask', judgement('6'), { at: AFTER });
    expect(eventsOf(again)).toEqual([]);
    expect(typesOf(scene.ask('JudgeTask', judgement('6'), { by: V28_DESK }))).toEqual([
      'TaskJudged',
    ]);
    const reason = 'đã kiểm tra lại';
    const other = scene.ask('JudgeTask', { ...judgement('6'), reason }, { by: V28_DESK });
    expect(typesOf(other)).toEqual(['TaskJudged']);
  });

  test('the same lesson is recorded once', () => {
    const scene = frozen();
    scene.ask('RecordLesson', { text: 'Giao việc phải có hạn' });
    expect(eventsOf(scene.ask('RecordLesson', { text: 'giao việc phải  có hạn ' }))).toEqual([]);
    scene.ask('RecordLesson', { text: 'Kiểm tra sớm hơn' });
    expect(scene.state.lessons).toHaveLength(2);
  });

  test('only tasks of the directive are judged, and not before the pack is frozen', () => {
    expect(codeOf(frozen().ask('JudgeTask', judgement('9')))).toBe('review.unknown-task');
    expect(codeOf(opened().ask('JudgeTask', judgement('1')))).toBe('review.not-possible-now');
  });
});

describe('conclusions', () => {
  test('each waits for owner and date; decided, it is a duty of the directive, decided by that person', () => {
    const scene = concluded();
    expect(scene.state.conclusions.map(({ status }) => status)).toEqual(['waiting', 'waiting']);
    const [event] = eventsOf(scene.ask('DecideConclusion', DECISION));
    expect(event).toMatchObject({
      type: 'ConclusionDecided',
      data: {
        directive: 'd-07',
        duty: {
          id: 'conclusion-1-2',
          owes: { grade: 'decided', by: LEADER, value: DECISION.owner },
          due: { grade: 'decided', value: { kind: 'fixedDate', date: '2015-06-30' } },
        },
      },
    });
    expect(scene.state.conclusions.map(({ status }) => status)).toEqual(['waiting', 'decided']);
    expect(codeOf(scene.ask('DropConclusion', { key: 'Hai là', reason: 'x' }))).toBe(
      'conclusion.settled',
    );
  });

  test('one that nobody carries out is dropped with a reason', () => {
    const scene = concluded();
    expect(codeOf(scene.ask('DropConclusion', { key: 'Một là', reason: ' ' }))).toBe(
      'reason.missing',
    );
    scene.ask('DropConclusion', { key: 'Một là', reason: 'chờ sơ kết của Trung ương' });
    expect(scene.state.conclusions[0]).toMatchObject({ status: 'dropped', duty: null });
  });

  test('its day lies ahead, and its key is one of the review', () => {
    const past = concluded().ask('DecideConclusion', { ...DECISION, due: '2014-12-31' });
    expect(codeOf(past)).toBe('conclusion.overdue');
    const other = concluded().ask('DecideConclusion', { ...DECISION, key: 'Sáu là' });
    expect(codeOf(other)).toBe('conclusion.unknown');
  });

  test('a directive that has ended takes no duty any more', () => {
    const scene = concluded();
    scene.ask('NoteDirectiveEnded', { how: 'concluded', reason: 'tổng kết' }, { by: SYSTEM });
    expect(codeOf(scene.ask('DecideConclusion', DECISION))).toBe('conclusion.directive-ended');
    expect(codeOf(scene.ask('DropConclusion', { key: 'Một là', reason: 'x' }))).toBe('accepted');
  });

  test('at the end of the directive those that still wait are told, and those that are settled are not', () => {
    const scene = concluded();
    scene.ask('DecideConclusion', DECISION);
    const end = { how: 'concluded', reason: 'tổng kết' } as const;
    const [noted] = eventsOf(scene.ask('NoteDirectiveEnded', end, { by: SYSTEM }));
    expect(noted!.data).toMatchObject({ waiting: [{ key: 'Một là' }] });
  });
});

test('once the file of the directive is in the archive nothing is added, judged, settled or cancelled', () => {
  const plan = { archivedAt: '2015-03-01T02:00:00.000Z' };
  const drop = { key: 'Một là', reason: 'x' };
  expect(codeOf(concluded().ask('DropConclusion', drop, { plan }))).toBe('review.archived');
  const scene = frozen();
  expect(codeOf(scene.ask('CancelReview', { reason: 'x' }, { plan }))).toBe('review.archived');
  expect(codeOf(scene.ask('HoldReviewConference', CONFERENCE, { plan }))).toBe('review.archived');
  expect(codeOf(scene.ask('JudgeTask', judgement('1'), { plan }))).toBe('review.archived');
  expect(codeOf(scene.ask('RecordLesson', { text: 'x' }, { plan }))).toBe('review.archived');
  expect(scene.state).toMatchObject({ judgements: {}, lessons: [] });
});

test('a review before its cut-off is cancelled with its directive; a frozen one goes on', () => {
  const end = { how: 'revoked' as const, reason: 'bãi bỏ' };
  const before = opened();
  before.ask('NoteDirectiveEnded', end, { by: SYSTEM });
  expect([before.state.status, before.nextWakeup]).toEqual(['cancelled', null]);
  const after = frozen();
  after.ask('NoteDirectiveEnded', end, { by: SYSTEM });
  expect(after.state).toMatchObject({ status: 'packFrozen', directiveEnded: 'revoked' });
});

test('only people of the issuer or the monitoring body hold, conclude and cancel', () => {
  const stranger = { ...CLERK, unit: 'cat-thanh-hoa' };
  const asked = frozen().ask('HoldReviewConference', CONFERENCE, { by: stranger });
  expect(codeOf(asked)).toBe('actor.not-allowed');
});
