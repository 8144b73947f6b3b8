/** Random commands about recognition: four units, two norms (one of which nothing is held), plans that often fit. */
import fc from 'fast-check';
import { asks, day, reason, unitId, type Asked } from './asked';
import { answers, NOT_HELD, planned } from './recognition-scene';

const BODY = 'bo-cong-an';

/** Deadlines within the two days of a random life. */
const deadlines = fc.subarray([
  {
    what: 'registrationReminder' as const,
    kinds: ['agency' as const, 'educationalInstitution' as const],
    last: '2014-08-15',
    at: '2014-08-15T10:00:00.000Z',
  },
  {
    what: 'registrationEnds' as const,
    kinds: ['agency' as const, 'educationalInstitution' as const],
    last: '2014-08-15',
    at: '2014-08-15T20:00:00.000Z',
  },
  {
    what: 'dossierReminder' as const,
    kinds: ['educationalInstitution' as const],
    last: '2014-08-16',
    at: '2014-08-16T04:00:00.000Z',
  },
  {
    what: 'decisionDue' as const,
    kinds: ['educationalInstitution' as const],
    last: '2014-08-16',
    at: '2014-08-16T08:00:00.000Z',
  },
]);

const plan = fc
  .record({ held: fc.constantFrom(true, true, true, false), deadlines })
  .map(({ held, deadlines: due }) =>
    planned(['v28', BODY], { above: [BODY], ...(held ? { deadlines: due } : NOT_HELD) }),
  );

const kind = fc.constantFrom('agency', 'educationalInstitution', 'educationalInstitution');
const given = fc.constantFrom(
  answers(),
  answers({ events: { kind: 'zeroTolerance', happened: true } }),
  [],
);
const told = {
  kinds: fc.constant(null),
  by: fc.constant({ grade: 'inferred', value: 'a', reason: 'suy ra' }),
  source: fc.constant(null),
  directive: fc.constant(null),
};
const bound = fc.constantFrom(
  { kind: 'bound', comparator: '>', basisPoints: 9500 },
  { kind: 'ratio', met: 2, of: 1 },
  { kind: 'ratio', met: 0, of: 0 },
);
const stated = (value: fc.Arbitrary<unknown>) =>
  value.map((one) => ({ grade: 'stated', value: one, quote: 'trích', place: 'mục 1' }));

/** The way of a subject; the rest comes more seldom. */
const WAY: readonly fc.Arbitrary<Asked>[] = [
  asks(
    'CallForRegistration',
    fc.record({
      units: fc.array(fc.record({ unit: unitId, kind }), { maxLength: 2 }),
      standingBody: fc.constantFrom(null, 'v28'),
      reference: fc.constant('02/KH'),
      date: day,
    }),
    plan,
  ),
  asks(
    'RegisterForRecognition',
    fc.record({
      ...{ unit: unitId, kind, date: day },
      trait: fc.constantFrom(null, null, null, 'primaryOrPreSchool'),
      reference: fc.constant('01/KH'),
    }),
    plan,
  ),
  asks(
    'SubmitRecognitionDossier',
    fc.record({ unit: unitId, date: day, answers: given, documents: fc.constant([]) }),
    plan,
  ),
  asks(
    'AppraiseRecognitionDossier',
    fc.record({
      ...{ unit: unitId, date: day, reasons: reason },
      proposal: fc.constantFrom('met', 'notMet'),
    }),
    plan,
  ),
  asks('ReturnRecognitionDossier', fc.record({ unit: unitId, date: day, reason }), plan),
  asks(
    'DecideRecognition',
    fc.record({
      ...{ number: fc.constant('1/QĐ'), date: day },
      met: fc.array(unitId, { maxLength: 2 }),
      notMet: fc.array(fc.record({ unit: unitId, reason }), { maxLength: 1 }),
    }),
    plan,
  ),
];

export const RECOGNITION_COMMANDS: readonly fc.Arbitrary<Asked>[] = [
  ...WAY,
  ...WAY,
  ...WAY,
  asks('DelegateRecognition', fc.record({ to: unitId, date: day, reason }), plan),
  asks('RevokeRecognition', fc.record({ unit: unitId, date: day, reason }), plan),
  asks('RecordRecognitionResult', fc.record({ ...told, result: stated(bound) }), plan),
  asks(
    'SetRecognitionTarget',
    fc.record({
      target: stated(fc.constant({ comparator: '>', basisPoints: 9500 })),
      directive: fc.constant(null),
    }),
    plan,
  ),
  asks(
    'ClassifyUnit',
    fc.record({ unit: unitId, date: day, level: fc.constantFrom('kha', 'tot'), reason }),
    fc.constant({
      policy: 'classification@1',
      levels: [{ code: 'kha', text: { vi: 'Khá', en: 'Fair' } }],
      line: ['v28', BODY],
    }),
  ),
];
