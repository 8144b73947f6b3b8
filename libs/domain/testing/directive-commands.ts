/** Random commands on a directive, well formed but often out of place. */
import fc from 'fast-check';
import { asks, at, day, reason, unitId, units, type Asked } from './asked';
import {
  ACK,
  convening,
  DRAFT,
  next,
  notStated,
  ON_REQUEST,
  period,
  REPORT,
  stated,
} from './directive-07';
import { NOTES_OF_LATER_INSTRUMENTS } from './later-commands';
import { CALLS_OF_REVIEWS } from './review-commands';

const dutyId = fc.constantFrom('ack', 'ack', 'report', 'adhoc', 'adhoc', 'none');
const periodId = fc.constantFrom('once', 'once', '2014', 'req-1');
const anyDuty = fc.constantFrom(
  ACK,
  REPORT,
  ON_REQUEST,
  { ...ACK, due: notStated },
  { ...ACK, id: '~' },
);
const shardIndex = fc.integer({ min: 0, max: 2 });

/** Openings at the end of the two days of `at`, so that what is planned may fall due. */
const opensAt = fc.oneof(
  fc.constantFrom('2014-08-16T15:00:00.000Z', '2014-08-16T16:00:00.000Z'),
  at,
);
const dueAt = fc.oneof(fc.constant('2014-08-29T10:00:00.000Z'), at);
const revision = fc.constantFrom(1, 1, 1, 2, 3);

const nextPlan = fc.oneof(
  fc.tuple(periodId, opensAt, revision).map(([id, when, revision]) => next(id, when, revision)),
  fc.record({
    revision: fc.constant(1),
    kind: fc.constant('missing'),
    values: fc.constant(['due']),
  }),
  fc.record({ revision: fc.constant(1), kind: fc.constant('none') }),
  fc.constant({ impossible: 'policy.none', params: {} }),
);
const convenePlan = fc.oneof(
  fc.tuple(units, dueAt).map(([some, due]) => convening(some, due)),
  fc.record({
    revision: fc.constant(1),
    kind: fc.constant('missing'),
    values: fc.constant(['owes']),
  }),
);
const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });

const archivePlan = fc.record({
  archive: fc.record({
    dueOn: fc.constantFrom('2014-08-29', '2015-02-29'),
    dueAt: fc.constant('2014-08-30T15:00:00.000Z'),
    remindAt: at,
    policy: fc.constant('archive@1'),
    source: fc.constant('nguồn'),
    assumptions: fc.constant([]),
  }),
});

const ENDING = fc.oneof(
  asks('SupersedeDirective', fc.record({ reason, by: reason })),
  asks('RevokeDirective', fc.record({ reason, document: fc.constant(null) })),
  asks('RecallDirective', fc.record({ reason })),
  asks('ConcludeDirective', fc.record({ reason })),
  asks('ConcludeDirective', fc.record({ reason, review: fc.constantFrom(1, 9) }), archivePlan),
);

const title = { vi: 'Kết quả', en: 'Result' };
const BAND = { below: 80, code: 'criticism', text: title };
const source = { kind: 'reviewReport', title: 'Sơ kết', sha256: null, complete: false } as const;
const occurrence = {
  title: fc.constant(title),
  when: fc.oneof(fc.constantFrom(notStated, stated('2014-12'), stated('2014-13')), day.map(stated)),
  where: fc.constant(notStated),
  by: fc.oneof(fc.constant(notStated), unitId.map(stated)),
  source: fc.option(
    fc.constantFrom(
      { ...source, id: 's1' },
      { ...source, id: 's9' },
      { ...source, id: 's9', complete: true },
    ),
  ),
};

export const DIRECTIVE_COMMANDS: readonly fc.Arbitrary<Asked>[] = [
  asks('RegisterDirective', fc.constant({ draft: DRAFT, duties: [ACK, REPORT, ON_REQUEST] })),
  asks('AmendDraft', fc.record({ changes: fc.constant({ urgency: notStated }), reason })),
  asks('SetUpDuty', fc.record({ duty: anyDuty })),
  asks('DecideValue', fc.record({ duty: dutyId, field: fc.constant('to'), value: units, reason })),
  asks(
    'DecideValue',
    fc.record({
      duty: fc.constant(null),
      field: fc.constant('monitoringBody'),
      value: unitId,
      reason,
    }),
  ),
  asks(
    'IssueDirective',
    fc.record(
      {
        symbol: fc.constantFrom(null, '07/CT-BCA', '9'),
        date: day,
        signer: fc.constant(signer),
        urgency: fc.constantFrom('normal', 'hoaToc'),
      },
      { requiredKeys: ['symbol', 'date', 'signer'] },
    ),
  ),
  asks('ConfirmIssue', fc.constant({ number: 7, symbol: '07/CT-BCA-V28', series: 's' })),
  asks('HandBackIssue', fc.constant({ code: 'series.number-taken', symbol: '07/CT-BCA-V28' })),
  asks(
    'CorrectDirective',
    fc.record({
      field: fc.constantFrom('abstract', 'signer', 'symbol', 'date'),
      value: fc.constantFrom('2014-09-01', '07/CT-BCA'),
      reason,
      document: reason,
    }),
  ),
  asks(
    'AmendDirective',
    fc.record({
      summary: reason,
      document: reason,
      duties: fc.array(anyDuty, { maxLength: 2 }),
      reason,
    }),
  ),
  asks(
    'HandOverUnits',
    fc.record({
      reorganisation: fc.constantFrom('s1', 's2'),
      pass: fc.integer({ min: 0, max: 1 }),
      back: fc.boolean(),
      title: fc.constant('Sắp xếp'),
      on: day,
      source: fc.constant('nguồn'),
      reason: fc.constant(null),
      successions: fc.uniqueArray(
        fc.record({ from: unitId, to: fc.option(unitId), superior: fc.constant(null) }),
        { maxLength: 2, selector: ({ from }) => from },
      ),
    }),
  ),
  asks(
    'SetForm',
    fc.record({
      duty: dutyId,
      form: fc.record({
        outline: fc.constant([]),
        fields: fc.array(
          fc.record({
            code: fc.constantFrom('units', 'models'),
            label: fc.constant(title),
            required: fc.boolean(),
            type: fc.constant('integer'),
            rollUp: fc.constantFrom('sum', 'list'),
            min: fc.constant(0),
            max: fc.constant(null),
          }),
          { maxLength: 2 },
        ),
        rules: fc.constant([]),
      }),
    }),
  ),
  asks(
    'DefineIndicator',
    fc.record({
      indicator: fc.record({
        id: fc.constantFrom('i', 'j'),
        title: fc.constant(title),
        duty: dutyId,
        numerator: fc.constantFrom({ kind: 'accepted' }, { kind: 'sum', field: 'units' }),
        denominator: fc.constant({ kind: 'owed' }),
        target: fc.constant(notStated),
        by: fc.option(day),
      }),
    }),
    fc.constantFrom({ until: null }, undefined),
  ),
  asks(
    'DecideCriticism',
    fc.record({
      unit: unitId,
      from: day,
      to: day,
      onTime: fc.record({ part: fc.nat(3), of: fc.nat(3) }),
      decision: fc.constantFrom('none', 'criticism', 'x'),
      reason,
    }),
    fc.constantFrom({ policy: 't@1', bands: [BAND], counted: { part: 1, of: 2 } }, undefined),
  ),
  asks(
    'LinkDuty',
    fc.record({
      duty: dutyId,
      unit: fc.option(unitId),
      from: fc
        .record({ directive: fc.constantFrom('d-07', 'd-x'), duty: dutyId })
        .map((value) => stated(value)),
      reason,
    }),
    fc.constantFrom({ warning: null }, undefined),
  ),
  asks(
    'UnlinkDuty',
    fc.record({
      duty: dutyId,
      from: fc.record({ directive: fc.constant('d-x'), duty: dutyId }),
      reason,
    }),
  ),
  asks('AddAddressee', fc.record({ unit: unitId, reason })),
  asks(
    'AddAddresseeClass',
    fc.record({
      roleClass: fc.constantFrom('cong-an-xa', 'cong-an-tinh'),
      name: fc.constant({ vi: 'Công an xã', en: 'Commune police' }),
      reason,
    }),
  ),
  asks('SuspendDirective', fc.record({ reason, document: fc.constant(null) })),
  asks(
    'ResumeDirective',
    fc.record({
      reason,
      newDueDates: fc.array(fc.record({ duty: dutyId, period: periodId, date: day }), {
        maxLength: 1,
      }),
    }),
  ),
  ENDING,
  asks('RequestReport', fc.record({ duty: dutyId, dueDate: fc.option(day), reason })),
  asks('RecordConference', fc.record({ ...occurrence, participants: fc.constant(notStated) })),
  asks(
    'RecordInspection',
    fc.record({
      ...occurrence,
      duty: fc.option(dutyId),
      inspected: fc.oneof(fc.constant(notStated), units.map(stated)),
      report: fc.constant(notStated),
    }),
  ),
  asks(
    'RecordPraise',
    fc.record({
      ...occurrence,
      praised: fc.oneof(fc.constant(notStated), units.map(stated)),
    }),
  ),
  asks(
    'RecordResult',
    fc.record({
      ...occurrence,
      result: fc.record({
        kind: fc.constant('ratio'),
        reached: fc.integer({ min: -1, max: 11 }),
        of: fc.integer({ min: 0, max: 11 }),
        title: fc.constant(title),
      }),
    }),
  ),
  asks(
    'RecordJointInstrumentReview',
    fc.record({
      ...occurrence,
      instrument: fc.constant(notStated),
      kind: fc.constant('final'),
      outcome: fc.constant(notStated),
    }),
  ),
  NOTES_OF_LATER_INSTRUMENTS,
  ...CALLS_OF_REVIEWS,
  asks('PlanRound', fc.record({ duty: dutyId, after: fc.constant(null) }), nextPlan),
  asks(
    'PlanRound',
    fc.record({ duty: dutyId, after: fc.constant(null), request: fc.integer({ min: 1, max: 2 }) }),
    nextPlan,
  ),
  asks('ConveneRound', fc.record({ duty: dutyId, period: periodId.map(period) }), convenePlan),
  asks(
    'ConveneRound',
    fc.record({ duty: dutyId, period: periodId.map(period), late: units }),
    convenePlan,
  ),
  asks('NoteShardClosed', fc.record({ duty: dutyId, period: periodId, shard: shardIndex })),
];
