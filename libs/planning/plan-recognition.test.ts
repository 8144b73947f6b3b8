/** The norm in force on the day, the days it makes of a year, and who stands above the actor. */
import type { Actor, Policy, RecognitionNorm } from '../domain';
import { book, BOUND, LADDER, org, policy, unit } from './testing/fixture';
import { needsPlan, plan } from './plan';

const STREAM = 'recognition/bo-cong-an/2022';
const V28: Actor = { id: 'a-v28', role: 'standingBody', unit: 'cat-ha-noi' };

const stated = <T>(value: T) => ({ grade: 'stated', value, quote: 'q', place: 'p' }) as const;
const notHeld = { grade: 'notInCopy' } as const;

const OLD: RecognitionNorm = {
  kind: 'recognitionNorm',
  symbol: '23/2012/TT-BCA',
  subjects: notHeld,
  excluded: notHeld,
  registration: notHeld,
  checklist: notHeld,
  levels: notHeld,
  oneLevelDelegation: notHeld,
};
const NEW: RecognitionNorm = {
  ...OLD,
  symbol: '124/2021/TT-BCA',
  subjects: stated([
    {
      kind: 'residentialArea',
      assessment: { from: '11-01', to: '10-31' },
      decisionBefore: '11-15',
    },
    { kind: 'agency', assessment: { from: '11-16', to: '11-15' }, decisionBefore: '11-20' },
    { kind: 'enterprise', assessment: { from: '11-16', to: '11-15' }, decisionBefore: '11-20' },
  ]),
  registration: stated({ from: '01-01', to: '03-31' }),
  oneLevelDelegation: stated(true),
};

const NORMS: readonly Policy[] = [
  policy('norm-2012', OLD, { from: '2012-04-27', to: '2022-02-09' }),
  policy('norm-2021', NEW, { from: '2022-02-10' }),
];

function planned(
  type: string,
  data: object,
  { policies = [LADDER, BOUND, ...NORMS], at = '2022-12-01T02:00:00.000Z', stream = STREAM } = {},
) {
  const { units: police } = org(['cat-ha-noi', 'cat-thanh-hoa']);
  const units = { units: { ...police, 'doi-1': unit('doi-1', 'cat-ha-noi', 'doi') } };
  return plan({ type, stream, data, actor: V28 }, {}, book({ policies, org: units }), at);
}

const register = (date: string, kind = 'agency') =>
  planned('RegisterForRecognition', { unit: 'cat-thanh-hoa', kind, date });

test('every command of a year needs a plan, time itself none', () => {
  expect(needsPlan({ type: 'DecideRecognition', stream: STREAM, data: {} })).toBe(true);
  expect(needsPlan({ type: 'WakeUp', stream: STREAM, data: {} })).toBe(false);
});

test('a norm applies from its date: registered under one, decided under the other', () => {
  expect(register('2022-02-09')).toMatchObject({
    norm: { policy: 'norm-2012@1', symbol: '23/2012/TT-BCA' },
    registration: null,
    kinds: null,
    deadlines: [],
    assumptions: [],
  });
  expect(register('2022-02-10')).toMatchObject({ norm: { policy: 'norm-2021@1' } });
  const decided = planned('DecideRecognition', { date: '2022-11-18', met: ['cat-thanh-hoa'] });
  expect(decided).toMatchObject({ norm: { policy: 'norm-2021@1' } });
});

test('the days of a year: "before 20/11" ends on 19/11 where that is read strictly', () => {
  expect(register('2022-02-10')).toMatchObject({
    registration: { first: '2022-01-01', last: '2022-03-31' },
    deadlines: [
      {
        what: 'registrationEnds',
        kinds: ['residentialArea', 'agency', 'enterprise'],
        at: '2022-03-31T01:00:00.000Z',
      },
      {
        what: 'decisionDue',
        kinds: ['agency', 'enterprise'],
        last: '2022-11-19',
        at: '2022-11-19T01:00:00.000Z',
      },
    ],
  });
  expect(register('2022-02-10', 'residentialArea')).toMatchObject({
    deadlines: [{}, { what: 'decisionDue', kinds: ['residentialArea'], last: '2022-11-14' }],
  });
  const inclusive = policy('bound', { kind: 'bound', before: 'inclusive' });
  const data = { date: '2022-11-18', met: [] };
  expect(
    planned('DecideRecognition', data, { policies: [LADDER, inclusive, ...NORMS] }),
  ).toMatchObject({
    decisions: [
      { kind: 'residentialArea', first: '2022-11-01', last: '2022-11-15' },
      { kind: 'agency', first: '2022-11-16', last: '2022-11-20' },
      { kind: 'enterprise', first: '2022-11-16', last: '2022-11-20' },
    ],
  });
});

test('a norm used before its date is an assumption, and so is each rule beside it', () => {
  const late = { ...BOUND, from: '2026-01-01' };
  const policies = [LADDER, late, NORMS[1]!];
  const data = { unit: 'cat-thanh-hoa', kind: 'agency', date: '2021-03-01' };
  expect(planned('RegisterForRecognition', data, { policies })).toMatchObject({
    assumptions: [
      { code: 'policy.before-its-date', policy: 'norm-2021@1' },
      { code: 'policy.before-its-date', policy: 'bound@1' },
    ],
  });
  expect(planned('RegisterForRecognition', data, { policies: [] })).toEqual({
    impossible: 'recognition.no-norm',
    params: { date: '2021-03-01' },
  });
});

test('what is told of a year is told by the norm at its end', () => {
  const data = { by: { grade: 'inferred', value: 'cat-thanh-hoa', reason: 'r' } };
  const of = (year: number) =>
    planned('RecordRecognitionResult', data, { stream: `recognition/bo-cong-an/${year}` });
  expect(of(2021)).toMatchObject({ norm: { symbol: '23/2012/TT-BCA' } });
  expect(of(2022)).toMatchObject({ norm: { symbol: '124/2021/TT-BCA' } });
});

test('the actor stands in a line, and what is let decide must be directly below', () => {
  const delegated = (to: string) =>
    planned('DelegateRecognition', { to, date: '2022-03-01', reason: 'r' });
  expect(delegated('cat-thanh-hoa')).toMatchObject({
    line: ['cat-ha-noi', 'bo-cong-an'],
    delegation: { allowed: true, oneLevel: true },
  });
  expect(delegated('v28')).toMatchObject({ delegation: { oneLevel: false } });
  expect(delegated('doi-1')).toMatchObject({ delegation: { oneLevel: false } });
});

test('a day to come and a unit that is not there are impossible', () => {
  expect(register('2022-12-02')).toEqual({
    impossible: 'recognition.not-yet',
    params: { date: '2022-12-02', today: '2022-12-01' },
  });
  const decided = planned('DecideRecognition', { date: '2022-11-18', met: ['nobody'] });
  expect(decided).toEqual({ impossible: 'unit.unknown', params: { unit: 'nobody' } });
});

test("levels of a classification are the body's own, in force on the day", () => {
  const levels = [{ code: 'kha', text: { vi: 'Khá', en: 'Fair' } }];
  const own = policy(
    'levels',
    { kind: 'classification', levels },
    { from: '2022-01-01', scope: { issuer: 'bo-cong-an', documentTypes: null } },
  );
  const data = { unit: 'cat-thanh-hoa', level: 'kha', date: '2022-06-01', reason: 'r' };
  expect(planned('ClassifyUnit', data, { policies: [own] })).toMatchObject({
    policy: 'levels@1',
    levels,
  });
  const none = { impossible: 'classification.no-policy' };
  expect(planned('ClassifyUnit', data)).toMatchObject(none);
  const later = { ...own, from: '2022-07-01' };
  expect(planned('ClassifyUnit', data, { policies: [later] })).toMatchObject(none);
  const foreign = { ...own, scope: { issuer: 'ubnd-x', documentTypes: null } };
  expect(planned('ClassifyUnit', data, { policies: [foreign] })).toMatchObject(none);
});
