/** What took place under a directive: recorded as it is known, at any time after issue, and deciding nothing. */
import { issued, LEADER, notStated, REPORT, stated, V28_DESK } from '../testing/directive-07';
import { codeOf, eventsOf } from '../testing/scene';
import type { Conference, Inspection, Result, Source } from './types';

const REVIEW: Source = {
  id: 's1-review-report',
  kind: 'reviewReport',
  title: 'Sơ kết 05 năm',
  sha256: null,
  complete: false,
};
const OCCURRED = { when: stated('2014-12'), where: notStated, by: notStated, source: REVIEW };
const CONFERENCE: Conference = {
  ...OCCURRED,
  title: { vi: 'Hội nghị chuyên đề', en: 'Thematic conference' },
  participants: notStated,
};
const INSPECTION: Inspection = {
  ...OCCURRED,
  duty: 'report',
  title: { vi: 'Kiểm tra', en: 'Inspection' },
  inspected: { grade: 'notStated', note: 'một số huyện' },
  report: stated({ number: '1/BC', date: '2014-12-20', to: 'v28', sha256: null }),
};
const ratio = (reached: number, of: number): Result => ({
  ...OCCURRED,
  result: { kind: 'ratio', reached, of, title: { vi: 'kế hoạch', en: 'plans' } },
});

describe('a conference, an inspection, a result', () => {
  test('is recorded as it is told, each part with its grade', () => {
    const scene = issued([REPORT]);
    expect(eventsOf(scene.ask('RecordConference', CONFERENCE))).toEqual([
      { type: 'ConferenceHeld', data: CONFERENCE },
    ]);
    expect(eventsOf(scene.ask('RecordInspection', INSPECTION))).toEqual([
      { type: 'InspectionHeld', data: INSPECTION },
    ]);
    expect(eventsOf(scene.ask('RecordResult', ratio(10, 10)))).toEqual([
      { type: 'ResultRecorded', data: ratio(10, 10) },
    ]);
  });

  test('opens no round, plans nothing and owes nothing', () => {
    const scene = issued([REPORT]);
    const { draft: _before, ...before } = scene.state;
    scene.ask('RecordConference', CONFERENCE);
    scene.ask('RecordInspection', INSPECTION);
    scene.ask('RecordResult', ratio(10, 10));
    const { draft: _after, ...after } = scene.state;
    expect(after).toEqual(before);
  });

  test('may become known after the directive has ended', () => {
    for (const [end, data] of [
      ['ConcludeDirective', { reason: 'xong' }],
      ['SupersedeDirective', { by: '06/CT-BCA-V05', reason: 'thay' }],
      ['RevokeDirective', { reason: 'bãi bỏ', document: null }],
      ['SuspendDirective', { reason: 'tạm', document: null }],
    ] as const) {
      const scene = issued([REPORT]);
      scene.ask(end, data, { by: LEADER });
      const { status } = scene.state;
      expect(codeOf(scene.ask('RecordConference', CONFERENCE))).toBe('accepted');
      expect(scene.state.status).toBe(status);
    }
  });

  test('is recorded by people of the issuer or of the monitoring body', () => {
    const scene = issued([REPORT]);
    expect(codeOf(scene.ask('RecordResult', ratio(1, 2), { by: V28_DESK }))).toBe('accepted');
    const stranger = { id: 'a', role: 'clerk', unit: 'ubnd' } as const;
    expect(codeOf(scene.ask('RecordResult', ratio(1, 2), { by: stranger }))).toBe(
      'actor.not-allowed',
    );
  });

  test('is of a day or of a month that there is', () => {
    const on = (when: string) =>
      codeOf(issued([REPORT]).ask('RecordConference', { ...CONFERENCE, when: stated(when) }));
    expect(['2014-12', '2014-11-11'].map(on)).toEqual(['accepted', 'accepted']);
    expect(['2014-13', '2014-02-30', '2014'].map(on)).toEqual([
      'value.invalid',
      'value.invalid',
      'value.invalid',
    ]);
  });

  test('that the way in says is still to come or of an unknown unit is refused', () => {
    const plan = { impossible: 'occurrence.not-yet', params: { when: '2030-01' } };
    expect(codeOf(issued([REPORT]).ask('RecordConference', CONFERENCE, { plan }))).toBe(
      'occurrence.not-yet',
    );
  });
});

test('who tells of it becomes a source of the directive, once', () => {
  const scene = issued([REPORT]);
  const before = scene.state.draft!.sources;
  scene.ask('RecordConference', CONFERENCE);
  scene.ask('RecordResult', ratio(10, 10));
  expect(scene.state.draft!.sources).toEqual([...before, REVIEW]);
  const other = { ...CONFERENCE, source: { ...REVIEW, title: 'khác' } };
  expect(codeOf(scene.ask('RecordConference', other))).toBe('source.differs');
  scene.ask('RecordConference', { ...CONFERENCE, source: null });
  expect(scene.state.draft!.sources).toEqual([...before, REVIEW]);
});

test('a ratio is of whole numbers, and no more than all', () => {
  const codes = [ratio(11, 10), ratio(-1, 10), ratio(0, 0), ratio(0.5, 1), ratio(9, 10)].map(
    (data) => codeOf(issued([REPORT]).ask('RecordResult', data)),
  );
  expect(codes).toEqual([
    'value.invalid',
    'value.invalid',
    'value.invalid',
    'value.invalid',
    'accepted',
  ]);
});

test('an inspection belongs to a duty that the directive has, or to none', () => {
  const scene = issued([REPORT]);
  expect(codeOf(scene.ask('RecordInspection', { ...INSPECTION, duty: 'nope' }))).toBe(
    'duty.unknown',
  );
  expect(codeOf(scene.ask('RecordInspection', { ...INSPECTION, duty: null }))).toBe('accepted');
});

test('an inspection is reported on or after its day, or in its month', () => {
  const reported = (when: string, date: string) =>
    codeOf(
      issued([REPORT]).ask('RecordInspection', {
        ...INSPECTION,
        when: stated(when),
        report: stated({ number: null, date, to: 'v28', sha256: null }),
      }),
    );
  for (const date of ['2014-12-20', '2015-01-05']) {
    expect(reported('2014-12-20', date)).toBe('accepted');
  }
  expect(reported('2014-12', '2014-12-01')).toBe('accepted');
  expect(reported('2014-12-20', '2014-12-19')).toBe('inspection.report-too-early');
  expect(reported('2014-12', '2014-11-30')).toBe('inspection.report-too-early');
});

test('a value without its grounds, or decided by somebody else, is not recorded', () => {
  const scene = issued([REPORT]);
  const where = { grade: 'inferred', value: 'Bình Thuận', reason: ' ' } as const;
  expect(codeOf(scene.ask('RecordConference', { ...CONFERENCE, where }))).toBe('value.ungrounded');
});
