/** The norm in force on the day, the days it makes of a year, and who stands above the actor. */
import { explain, type DerivationStep } from '../calendar';
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
    assumptions: [
      { code: 'recognition.levels-not-in-copy', policy: null },
      { code: 'recognition.unit-kinds-not-stated', policy: null },
    ],
  });
  expect(register('2022-02-10')).toMatchObject({ norm: { policy: 'norm-2021@1' } });
  const decided = planned('DecideRecognition', { date: '2022-11-18', met: ['cat-thanh-hoa'] });
  expect(decided).toMatchObject({ norm: { policy: 'norm-2021@1' } });
});

test('what a unit says of its own day of registration moves no norm: the day of its entry does', () => {
  const own = { unit: 'cat-ha-noi', kind: 'agency', date: '2022-02-09' };
  expect(planned('RegisterForRecognition', own)).toMatchObject({
    norm: { policy: 'norm-2021@1' },
    registration: { last: '2022-03-31' },
  });
});

/** Each day as `what last at`, in the order of the plan. */
function daysOf(planned: unknown): string[] {
  const { deadlines } = planned as { deadlines: { what: string; last: string; at: string }[] };
  return deadlines.map(({ what, last, at }) => `${what} ${last} ${at}`);
}

const early = (kind: string, at = '2022-02-10T02:00:00.000Z') =>
  planned('RegisterForRecognition', { unit: 'cat-thanh-hoa', kind, date: '2022-02-10' }, { at });

test('the days of a year: "before 20/11" ends on 19/11 where that is read strictly', () => {
  expect(early('agency')).toMatchObject({
    registration: { first: '2022-01-01', last: '2022-03-31' },
  });
  // Seven working days before Thu 31/03 is Tue 22/03, before Tue 15/11 Fri 04/11; Sun 20/11 is followed by Mon 21/11.
  expect(daysOf(early('agency'))).toEqual([
    'registrationReminder 2022-03-31 2022-03-22T01:00:00.000Z',
    'registrationEnds 2022-03-31 2022-03-31T01:00:00.000Z',
    'dossierReminder 2022-11-15 2022-11-04T01:00:00.000Z',
    'decisionDue 2022-11-19 2022-11-19T01:00:00.000Z',
    'decisionOverdue 2022-11-19 2022-11-21T01:00:00.000Z',
  ]);
  // Of khu dân cư: seven working days before Mon 31/10 is Thu 20/10; after Mon 14/11 comes Tue 15/11.
  expect(daysOf(early('residentialArea')).slice(2)).toEqual([
    'dossierReminder 2022-10-31 2022-10-20T01:00:00.000Z',
    'decisionDue 2022-11-14 2022-11-14T01:00:00.000Z',
    'decisionOverdue 2022-11-14 2022-11-15T01:00:00.000Z',
  ]);
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

test('a reminder whose morning is gone is planned for the next one, and after the last for none', () => {
  expect(daysOf(early('agency', '2022-03-25T02:00:00.000Z'))[0]).toBe(
    'registrationReminder 2022-03-31 2022-03-30T01:00:00.000Z',
  );
  expect(daysOf(early('agency', '2022-03-31T02:00:00.000Z'))[0]).toBe(
    'registrationEnds 2022-03-31 2022-03-31T01:00:00.000Z',
  );
  const none = policy('ladder', { kind: 'ladder', hour: '08:00', rungs: [] });
  const data = { unit: 'cat-thanh-hoa', kind: 'agency', date: '2022-02-10' };
  const silent = planned('RegisterForRecognition', data, { policies: [none, BOUND, ...NORMS] });
  expect(daysOf(silent)).toHaveLength(2);
});

test('every day says why it is that day, in both languages, by the norm with its place', () => {
  const { deadlines } = early('agency') as { deadlines: { derivation: DerivationStep[] }[] };
  const said = (lang: 'vi' | 'en') => deadlines.map(({ derivation }) => explain(derivation, lang));
  expect(said('vi')[0]).toBe(
    'Thời điểm nhắc: 08:00 thứ Ba 22/03/2022. Đăng ký từ thứ Bảy 01/01/2022 đến thứ Năm 31/03/2022 ' +
      '(124/2021/TT-BCA; p: “q”). Từ thứ Năm 31/03/2022, trừ 7 ngày làm việc, không tính thứ Bảy 26/03/2022 ' +
      'và Chủ nhật 27/03/2022, được 08:00 thứ Ba 22/03/2022 (nguồn của ladder [ladder@1]).',
  );
  expect(said('en')[3]).toBe(
    'It is decided before Sunday 20 November 2022 (124/2021/TT-BCA; p: “q”). ' +
      '"Before" Sunday 20 November 2022: the last day in time is Saturday 19 November 2022 (nguồn của bound [bound@1]).',
  );
  for (const text of [...said('vi'), ...said('en')]) expect(text).not.toMatch(/→|undefined/);
});

test('a call plans the days of the kinds it names, and knows its units', () => {
  const call = (unit: string, standingBody: string | null = null) =>
    planned(
      'CallForRegistration',
      { units: [{ unit, kind: 'residentialArea' }], standingBody, date: '2022-02-10' },
      { at: '2022-02-10T02:00:00.000Z' },
    );
  expect(daysOf(call('cat-thanh-hoa')).map((it) => it.split(' ')[1])).toEqual([
    ...['2022-03-31', '2022-03-31', '2022-10-31', '2022-11-14', '2022-11-14'],
  ]);
  const unknown = { impossible: 'unit.unknown', params: { unit: 'nobody' } };
  expect(call('nobody')).toEqual(unknown);
  expect(call('cat-thanh-hoa', 'nobody')).toEqual(unknown);
});

test('a norm used before its date is an assumption, and so is each rule beside it', () => {
  const late = { ...BOUND, from: '2026-01-01' };
  const policies = [LADDER, late, NORMS[1]!];
  const data = { unit: 'cat-thanh-hoa', kind: 'agency', date: '2021-03-01' };
  expect(planned('RegisterForRecognition', data, { policies })).toMatchObject({
    assumptions: [
      { code: 'policy.before-its-date', policy: 'norm-2021@1' },
      { code: 'policy.before-its-date', policy: 'bound@1' },
      { code: 'recognition.levels-not-in-copy', policy: null },
      { code: 'recognition.unit-kinds-not-stated', policy: null },
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

test('a decision comes with the words of the checklist, as far as an entry holds them', () => {
  const item = (text: string) => ({
    ...{ code: 'rated', kinds: ['agency'] as const, source: 's', text: { vi: text, en: text } },
    measure: { kind: 'fulfilled' as const },
  });
  const decided = (text: string) => {
    const norm = policy('norm', { ...NEW, checklist: stated([item(text)]) } as RecognitionNorm);
    const data = { date: '2022-11-18', met: [] };
    return planned('DecideRecognition', data, { policies: [LADDER, BOUND, norm] });
  };
  expect(decided('Từ 70%')).toMatchObject({ words: { rated: { vi: 'Từ 70%' } } });
  expect(decided('x'.repeat(3_000))).not.toHaveProperty('words');
});

test('what is told of a year says who stands above its body, and is of a year that has begun', () => {
  const data = { by: { grade: 'inferred', value: 'v28', reason: 'r' }, directive: 'd-1' };
  const of = (type: string, year: number) =>
    planned(type, data, { stream: `recognition/cat-thanh-hoa/${year}` });
  const remit = { above: { 'cat-thanh-hoa': ['bo-cong-an'] } };
  expect(of('RecordRecognitionResult', 2022)).toMatchObject({ remit });
  expect(of('RecordRecognitionResult', 2023)).toEqual({
    impossible: 'recognition.year-not-begun',
    params: { year: '2023', today: '2022-12-01' },
  });
  // A target is set ahead.
  expect(of('SetRecognitionTarget', 2023)).toMatchObject({ remit });
});

test('what is told under a directive that is not there is impossible', () => {
  const ask = (directiveKnown?: boolean) =>
    plan(
      { type: 'SetRecognitionTarget', stream: STREAM, data: { directive: 'd-9' }, actor: V28 },
      {},
      book({ policies: [LADDER, BOUND, ...NORMS], org: org(['cat-ha-noi']) }),
      '2022-12-01T02:00:00.000Z',
      new Map(),
      { directiveKnown },
    );
  const unknown = { impossible: 'directive.unknown', params: { directive: 'd-9' } };
  expect(ask(false)).toEqual(unknown);
  expect(ask(true)).not.toHaveProperty('impossible');
  expect(ask()).not.toHaveProperty('impossible');
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
