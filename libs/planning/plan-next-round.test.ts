import type { NextRoundPlan } from '../domain';
import { ACK, book, directive, duty, LADDER, OPENING, stated } from './testing/fixture';
import { planNextRound } from './plan-next-round';

const ISSUED = '2014-08-15T02:00:00.000Z';

function next(...question: Parameters<typeof planNextRound>) {
  const plan = planNextRound(...question);
  if ('impossible' in plan || plan.kind !== 'next') throw new Error(JSON.stringify(plan));
  return plan;
}

const told = ({ period, opensAt }: Extract<NextRoundPlan, { kind: 'next' }>) =>
  `${period.id} ${opensAt}`;

test('a duty owed once opens at issue, and no round follows', () => {
  const d = directive([ACK]);
  const plan = next(d, { duty: 'ack', after: null }, ISSUED, book());
  expect(told(plan)).toBe(`once ${ISSUED}`);
  expect(planNextRound(d, { duty: 'ack', after: 'once' }, ISSUED, book())).toEqual({
    revision: 1,
    kind: 'none',
  });
});

test('a yearly report opens thirty days before it is due, at 08:00', () => {
  const plan = next(directive([duty()]), { duty: 'report', after: null }, ISSUED, book());
  expect(told(plan)).toBe('2014 2014-11-16T01:00:00.000Z');
  expect(plan.period).toMatchObject({
    from: '2013-12-15',
    to: '2014-12-14',
    closing: '2014-12-14',
  });
});

test('a round whose opening has passed opens now, and one whose due time has passed never', () => {
  const d = directive([duty()]);
  const plan = (at: string) => told(next(d, { duty: 'report', after: null }, at, book()));
  expect(plan('2014-12-01T03:00:00.000Z')).toBe('2014 2014-12-01T03:00:00.000Z');
  expect(plan('2014-12-16T09:59:59.999Z')).toBe('2014 2014-12-16T09:59:59.999Z');
  expect(plan('2014-12-16T10:00:00.000Z')).toBe('2015 2015-11-16T01:00:00.000Z');
});

test('rounds follow one another through the years, those convened left out', () => {
  let d = directive([duty()]);
  let [after, at]: [string | null, string] = [null, ISSUED];
  const told = [];
  for (let i = 0; i < 4; i += 1) {
    const plan = next(d, { duty: 'report', after }, at, book());
    told.push(plan.period.id);
    const round = { duty: 'report', period: plan.period.id, planned: plan.period, shards: [] };
    d = {
      ...d,
      rounds: { ...d.rounds, [`report~${plan.period.id}`]: { ...round, completed: false } },
    };
    [after, at] = [plan.period.id, plan.opensAt];
  }
  expect(told).toEqual(['2014', '2015', '2016', '2017']);
  expect(next(d, { duty: 'report', after: null }, at, book()).period.id).toBe('2018');
});

test('every six months from 30 December 2011 the first round ends on 30 June 2012', () => {
  const sixMonthly = duty({
    cadence: stated({ kind: 'everyMonths', months: 6 }),
    anchor: stated('2011-12-30'),
    due: stated({ kind: 'periodEnd' }),
  });
  const d = directive([sixMonthly], { date: '2011-12-30' });
  const at = '2011-12-30T02:00:00.000Z';
  const plan = next(d, { duty: 'report', after: null }, at, book());
  expect(plan.period.id).toBe('every-6m-2012-06-30');
  expect(plan.opensAt).toBe('2012-06-02T01:00:00.000Z');
});

test('how often without since when opens no round until somebody decides the anchor', () => {
  const sixMonthly = duty({
    cadence: stated({ kind: 'everyMonths', months: 6 }),
    anchor: { grade: 'notStated' },
    due: stated({ kind: 'periodEnd' }),
  });
  const plan = planNextRound(
    directive([sixMonthly]),
    { duty: 'report', after: null },
    ISSUED,
    book(),
  );
  expect(plan).toEqual({ revision: 1, kind: 'missing', values: ['anchor'] });
});

test('a date of the year that lies before the issue is the next year’s', () => {
  const embed = duty({
    cadence: stated({ kind: 'every', period: 'year', system: 'calendar' }),
    due: stated({ kind: 'yearlyDate', month: 1, day: 31 }),
  });
  const d = directive([embed], { date: '2018-04-02' });
  const plan = next(d, { duty: 'report', after: null }, '2018-04-10T02:00:00.000Z', book());
  expect(told(plan)).toBe('2019 2019-01-01T01:00:00.000Z');
});

test('a duty with values nobody stated opens no round and names them', () => {
  const silent = duty({
    owes: { grade: 'notStated' },
    cadence: { grade: 'notInCopy' },
    due: { grade: 'notStated' },
  });
  const plan = planNextRound(directive([silent]), { duty: 'report', after: null }, ISSUED, book());
  expect(plan).toEqual({ revision: 1, kind: 'missing', values: ['owes', 'cadence', 'due'] });
});

test('a due rule that cannot apply is missing: a closing without periods, a request without one', () => {
  const once = duty({ cadence: stated({ kind: 'once' }) });
  const asked = duty({ due: stated({ kind: 'hoursAfter', from: 'request', hours: 24 }) });
  for (const one of [once, asked]) {
    const plan = planNextRound(directive([one]), { duty: 'report', after: null }, ISSUED, book());
    expect(plan).toMatchObject({ kind: 'missing', values: ['due'] });
  }
});

test('a policy that nobody adopted is missing by its kind', () => {
  const plan = (policies: ReturnType<typeof book>['policies']) =>
    planNextRound(directive([duty()]), { duty: 'report', after: null }, ISSUED, book({ policies }));
  expect(plan([])).toMatchObject({ values: ['policy.opening'] });
  expect(plan([OPENING, LADDER])).toMatchObject({
    values: ['policy.dueHour', 'policy.rolling', 'policy.closing'],
  });
});

test('a fixed date that has passed is due never again', () => {
  const fixed = duty({ due: stated({ kind: 'fixedDate', date: '2014-01-31' }) });
  const plan = planNextRound(directive([fixed]), { duty: 'report', after: null }, ISSUED, book());
  expect(plan).toEqual({ revision: 1, kind: 'none' });
});

test('a report on request opens at once, due by the rule or by the date the request names', () => {
  const onRequest = duty({
    cadence: stated({ kind: 'onRequest' }),
    due: stated({ kind: 'hoursAfter', from: 'request', hours: 24 }),
  });
  const at = '2018-05-02T03:00:00.000Z';
  const requested = {
    'req-1': { duty: 'report', request: 1, dueDate: null },
    'req-2': { duty: 'report', request: 2, dueDate: '2018-05-02' },
  };
  const d = directive([onRequest], { requested });
  const plan = (request: number, when = at) =>
    planNextRound(d, { duty: 'report', after: null, request }, when, book());
  expect(plan(1)).toMatchObject({ kind: 'next', period: { id: 'req-1' }, opensAt: at });
  expect(plan(2)).toMatchObject({ kind: 'next', period: { id: 'req-2' }, opensAt: at });
  expect(plan(2, '2018-05-02T10:00:00.000Z')).toMatchObject({ impossible: 'due.before-opening' });
  expect(planNextRound(d, { duty: 'report', after: null }, at, book())).toMatchObject({
    kind: 'none',
  });
});

test('what is assumed is listed with the plan', () => {
  const opening = { ...OPENING, from: '2026-01-01' };
  const assumed = duty({
    due: {
      grade: 'assumed',
      value: { kind: 'workingDaysAfter', from: 'closing', days: 2 },
      reason: 'Khánh Hòa',
    },
  });
  const policies = book().policies.map((one) => (one.id === 'opening' ? opening : one));
  const plan = next(
    directive([assumed]),
    { duty: 'report', after: null },
    ISSUED,
    book({ policies }),
  );
  expect(plan.assumptions.map(({ code, policy }) => `${code} ${policy}`)).toEqual([
    'value.assumed null',
    'policy.before-its-date opening@1',
  ]);
});

test('after a period that was never convened comes the next, however late it is asked', () => {
  const d = directive([duty()]);
  const after = (period: string, at: string) =>
    told(next(d, { duty: 'report', after: period }, at, book()));
  expect(after('2014', '2014-11-16T01:00:00.000Z')).toBe('2015 2015-11-16T01:00:00.000Z');
  expect(after('2016', '2016-11-16T01:00:00.000Z')).toBe('2017 2017-11-18T01:00:00.000Z');
});

test('a duty this directive has not plans nothing', () => {
  expect(
    planNextRound(directive([]), { duty: 'toString', after: null }, ISSUED, book()),
  ).toMatchObject({ kind: 'none' });
});
