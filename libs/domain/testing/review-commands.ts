/** Random commands on a review, and those by which a directive calls one; well formed but often out of place. */
import fc from 'fast-check';
import { asks, at, day, reason, units, type Asked } from './asked';
import { period, stated } from './directive-07';

const key = fc.constantFrom('Một là', 'Hai là', 'Ba là');

export const HEADING = {
  directive: 'd-07',
  symbol: '07/CT-BCA-V28',
  issuer: 'bo-cong-an',
  monitor: 'v28',
  tasks: [
    { key: '1', lead: 'v28', owedBy: [] },
    { key: '6', lead: null, owedBy: ['cat-thanh-hoa'] },
  ],
};

const called = at.map((cutOff) => ({
  n: 1,
  kind: 'preliminary',
  period: { from: '2014-01-01', to: '2014-12-31', label: { vi: 'năm 2014', en: '2014' } },
  scope: null,
  cutOff,
  reason: 'sơ kết',
  document: null,
  ofRound: null,
  selfAssessment: null,
  heading: HEADING,
}));

const pack = fc.record({
  sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64), 'x'),
  size: fc.constantFrom(12, 0),
  asOf: at,
});

const conference = fc.record({
  title: fc.constant({ vi: 'Hội nghị', en: 'Conference' }),
  when: fc.constantFrom(stated('2014-08-16'), stated('2014-13')),
  where: fc.constant(stated('Hà Nội')),
  by: fc.constant(stated('v28')),
  source: fc.constant(null),
  attendance: fc.constantFrom(
    stated({ delegates: 300, besides: null }),
    stated({ delegates: -1, besides: null }),
  ),
});

const decided = fc.record({
  key,
  owner: fc.constantFrom({ kind: 'units', units: ['a'] }, { kind: 'units', units: [] }),
  to: fc.constantFrom(['v28'], []),
  due: fc.constantFrom('2014-12-31', '2014-01-01', '2015-02-29'),
  title: fc.constant({ vi: 'Đổi mới phối hợp', en: 'Renew coordination' }),
  reason,
});

const begins = asks('OpenReview', called);

export const REVIEW_COMMANDS: readonly fc.Arbitrary<Asked>[] = [
  begins,
  begins,
  asks('BeginSelfAssessment', fc.constant({ duty: 'self', period: 'req-1' })),
  asks('FreezeReviewPack', pack),
  asks('FreezeReviewPack', pack),
  asks('HoldReviewConference', conference),
  asks(
    'RecordConclusions',
    fc.record({
      conclusions: fc.array(fc.record({ key, text: reason }), { maxLength: 3 }),
      document: fc.constant(null),
    }),
  ),
  asks('DecideConclusion', decided),
  asks('DropConclusion', fc.record({ key, reason })),
  asks(
    'JudgeTask',
    fc.record({
      task: fc.constantFrom('1', '6', '9'),
      judgement: fc.constantFrom('implemented', 'partly'),
      evidence: fc.constant({ text: 'báo cáo', contents: [] }),
      reason,
    }),
  ),
  asks('RecordLesson', fc.record({ text: reason })),
  asks('CancelReview', fc.record({ reason })),
  asks('NoteDirectiveEnded', fc.record({ how: fc.constant('concluded'), reason })),
];

export const CALLS_OF_REVIEWS: readonly fc.Arbitrary<Asked>[] = [
  asks(
    'CallReview',
    fc.record({
      kind: fc.constantFrom('preliminary', 'final'),
      period: fc.record({
        from: fc.option(day),
        to: fc.option(day),
        label: fc.constant({ vi: 'năm 2014', en: '2014' }),
      }),
      scope: fc.option(fc.record({ text: reason, units: fc.option(units.map(stated)) })),
      cutOff: at,
      selfAssessmentDue: fc.option(day),
      reason,
      document: fc.constant(null),
    }),
  ),
  asks(
    'CallReviewOfPeriod',
    fc.record({
      duty: fc.constantFrom('ack', 'report', 'none'),
      period: fc.constantFrom('once', '2014').map(period),
      cutOff: at,
    }),
  ),
  asks('NoteReviewConcluded', fc.record({ review: fc.constantFrom(1, 2) })),
  asks('NoteReviewCancelled', fc.record({ review: fc.constantFrom(1, 2), reason })),
  asks('HandToArchive', fc.record({ reason, document: fc.constant(null) })),
  asks('PlaceLegalHold', fc.record({ reason, document: fc.constant(null) })),
  asks('ReleaseLegalHold', fc.record({ hold: fc.constantFrom(1, 2), reason })),
  asks(
    'DecideRetention',
    fc.record({
      period: fc.constantFrom({ kind: 'permanent' }, { kind: 'years', years: 20 }),
      reason,
      source: reason,
    }),
  ),
];
