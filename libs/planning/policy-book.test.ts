import { checkCalendar, dayStatus, VIETNAM } from '../calendar';
import type { PolicyState } from '../domain';
import { DUE_HOUR, org, policy } from './testing/fixture';
import { bookOf, policyInForce } from './policy-book';

const QUESTION = { issuer: 'bo-cong-an', documentType: 'directive', date: '2018-04-02' };
const at = (hour: string, changes: Parameters<typeof policy>[2]) =>
  policy(changes?.id ?? 'due-hour', { kind: 'dueHour', hour }, changes);

function inForce(policies: readonly ReturnType<typeof policy>[], date = QUESTION.date) {
  const found = policyInForce({ policies, calendar: VIETNAM, org: org([]) }, 'dueHour', {
    ...QUESTION,
    date,
  });
  return found && [found.policy.value.hour, found.assumption?.code ?? null];
}

test('the policy in force is the latest one of the narrowest scope', () => {
  const ofIssuer = { issuer: 'bo-cong-an', documentTypes: null };
  const ofType = { issuer: null, documentTypes: ['directive'] };
  const old = at('15:00', { from: '2010-01-01' });
  const newer = at('16:00', { from: '2015-01-01', version: 2 });
  expect(inForce([old, newer])).toEqual(['16:00', null]);
  expect(inForce([old, newer], '2014-12-31')).toEqual(['15:00', null]);
  const typed = at('14:00', { id: 'typed', scope: ofType });
  expect(inForce([typed, newer])).toEqual(['14:00', null]);
  const issuers = at('13:00', { id: 'own', scope: ofIssuer });
  expect(inForce([typed, issuers, newer])).toEqual(['13:00', null]);
});

test('a policy used before its date is an assumption, the earliest one to come', () => {
  const [next, last] = [at('17:00', { from: '2020-03-05' }), at('18:00', { from: '2026-01-01' })];
  expect(inForce([last, next])).toEqual(['17:00', 'policy.before-its-date']);
});

test('a policy used outside its scope is an assumption, and only where there is no other', () => {
  const foreign = at('11:00', { id: 'x', scope: { issuer: 'ubnd-x', documentTypes: null } });
  expect(inForce([foreign])).toEqual(['11:00', 'policy.out-of-scope']);
  const late = at('17:00', { from: '2026-01-01' });
  expect(inForce([foreign, late])).toEqual(['17:00', 'policy.before-its-date']);
});

test('without a policy of the kind there is none, and one past its last day is none either', () => {
  expect(inForce([])).toBeNull();
  expect(inForce([at('17:00', { to: '2017-12-31' })])).toBeNull();
  expect(inForce([at('17:00', { to: '2018-04-02' })])).toEqual(['17:00', null]);
});

test('a withdrawn policy holds until the day before', () => {
  const state: PolicyState = { id: 'due-hour', versions: [DUE_HOUR], withdrawnOn: '2018-04-02' };
  const { policies } = bookOf({ policies: [state], calendars: [], org: org([]) });
  expect(inForce(policies, '2018-04-01')).toEqual(['17:00', null]);
  expect(inForce(policies, '2018-04-02')).toBeNull();
});

test('an adopted year replaces the shipped one, is decided, and names its revision', () => {
  const day = {
    date: '2027-11-24',
    kind: 'workingDay' as const,
    name: { vi: 'x', en: 'x' },
    source: 'quyết định',
    certainty: 'sure' as const,
  };
  const off = { ...day, date: '2027-01-01', kind: 'holiday' as const };
  const calendars = [{ id: VIETNAM.id, revision: 3, years: { '2027': [off] } }];
  const { calendar } = bookOf({ policies: [], calendars, org: org([]) });
  expect(checkCalendar(calendar)).toEqual([]);
  expect(calendar.version).toBe(`${VIETNAM.version}-r3`);
  expect(calendar.coverage).toEqual({ ...VIETNAM.coverage, decided: 2027 });
  expect(dayStatus(calendar, '2027-11-24')).toMatchObject({ working: true, provisional: false });
  expect(bookOf({ policies: [], calendars: [], org: org([]) }).calendar).toBe(VIETNAM);
});

test('a calendar of another name moves no due time', () => {
  const calendars = [{ id: 'thu', revision: 1, years: { '2027': [] } }];
  expect(bookOf({ policies: [], calendars, org: org([]) }).calendar).toBe(VIETNAM);
});
