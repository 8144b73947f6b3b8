import fc from 'fast-check';
import { explain, periodContaining } from '../calendar';
import { SHARD_SIZE, type ConveningPlan, type PlannedPeriod } from '../domain';
import { ACK, book, directive, duty, LADDER, org, policy, stated, unit } from './testing/fixture';
import { planConvening } from './plan-convening';
import { planNextRound } from './plan-next-round';

const ONCE: PlannedPeriod = {
  id: 'once',
  label: { vi: 'một lần', en: 'once' },
  from: null,
  to: null,
  closing: null,
};
const year = (id: number) => periodContaining({ kind: 'year', system: 'closing15' }, `${id}-06-01`);

function convened(...question: Parameters<typeof planConvening>) {
  const plan: ConveningPlan = planConvening(...question);
  if (plan.kind !== 'convened') throw new Error(JSON.stringify(plan));
  return plan;
}

test('a directive is acknowledged by the next working day, rungs before the opening left out', () => {
  const ack = (date: string) => {
    const d = directive([ACK], { date });
    return convened(d, { duty: 'ack', period: ONCE }, `${date}T02:00:00.000Z`, book());
  };
  expect(ack('2014-08-15').schedule.dueAt).toBe('2014-08-18T10:00:00.000Z');
  const { schedule } = ack('2018-04-02');
  expect(schedule.dueAt).toBe('2018-04-03T10:00:00.000Z');
  expect(schedule.rungs.map(({ id, at }) => `${id} ${at}`)).toEqual([
    'T1 2018-04-04T01:00:00.000Z',
    'T3 2018-04-06T01:00:00.000Z',
    'T10 2018-04-17T01:00:00.000Z',
  ]);
});

test('yearly reports are due two working days after the closing of 14 December', () => {
  const days = ['16', '16', '16', '18', '18', '17', '16'];
  days.forEach((day, index) => {
    const period = year(2014 + index);
    const at = `${2014 + index}-11-16T01:00:00.000Z`;
    const plan = convened(directive([duty()]), { duty: 'report', period }, at, book());
    expect(plan.schedule.dueAt).toBe(`${2014 + index}-12-${day}T10:00:00.000Z`);
    expect(plan.schedule.rungs.map(({ id }) => id)).toEqual(['T-7', 'T-1', 'T1', 'T3', 'T10']);
  });
});

test('the plan freezes the units of the class on that day, each with its superior', () => {
  const units = org(['cat-thanh-hoa', 'cat-ha-noi']);
  const merged = { ...unit('cat-ha-tay', 'bo-cong-an', 'cong-an-tinh') };
  const ended = {
    on: '2008-08-01',
    how: 'merged',
    successors: ['cat-ha-noi'],
    source: 's',
  } as const;
  const all = { units: { ...units.units, 'cat-ha-tay': { ...merged, ended } } };
  const at = '2014-11-16T01:00:00.000Z';
  const data = { duty: 'report', period: year(2014) };
  const plan = convened(directive([duty()]), data, at, book({ org: all }));
  expect(plan.units).toEqual([
    { unit: 'cat-ha-noi', superior: 'bo-cong-an' },
    { unit: 'cat-thanh-hoa', superior: 'bo-cong-an' },
  ]);
});

test('a class with an exception, several classes, and those added later', () => {
  const at = '2014-11-16T01:00:00.000Z';
  const who = { kind: 'class', roleClasses: ['bo', 'cong-an-tinh'], except: ['v28'] } as const;
  const d = directive([duty({ owes: stated(who) })], { lateAddressees: ['cat-hue'] });
  const units = org(['cat-ha-noi', 'cat-hue']);
  const plan = convened(d, { duty: 'report', period: year(2014) }, at, book({ org: units }));
  expect(plan.units.map(({ unit: id }) => id)).toEqual(['bo-cong-an', 'cat-ha-noi', 'cat-hue']);
  const named = duty({ owes: stated({ kind: 'units', units: ['v28'] }) });
  const only = directive([named], { lateAddressees: ['cat-hue'] });
  const review = convened(only, { duty: 'report', period: year(2014) }, at, book({ org: units }));
  expect(review.units.map(({ unit: id }) => id)).toEqual(['v28']);
});

test('a late addressee alone is planned for its shard', () => {
  const at = '2014-12-01T01:00:00.000Z';
  const data = { duty: 'report', period: year(2014), late: ['cat-ha-noi'] };
  const plan = convened(directive([duty()]), data, at, book());
  expect([plan.units.length, plan.total]).toEqual([1, undefined]);
});

test('more units than a shard holds are planned one shard at a time', () => {
  const many = Array.from({ length: SHARD_SIZE + 3 }, (_, i) => `u-${String(i).padStart(4, '0')}`);
  const at = '2014-11-16T01:00:00.000Z';
  const plan = (shard: number) =>
    convened(
      directive([duty()]),
      { duty: 'report', period: year(2014), shard },
      at,
      book({ org: org(many) }),
    );
  expect([plan(0).units.length, plan(0).total]).toEqual([SHARD_SIZE, SHARD_SIZE + 3]);
  expect(plan(1).units.map(({ unit: id }) => id)).toEqual(['u-0500', 'u-0501', 'u-0502']);
});

test('units of long names come in smaller shards, so that every entry stays below its limit', () => {
  const long = 'uy-ban-nhan-dan-xa-hoang-thinh-huyen-hoang-hoa-thanh-hoa-';
  const names = Array.from(
    { length: SHARD_SIZE },
    (_, n) => `${long}${String(n).padStart(5, '0')}`,
  );
  const at = '2014-11-16T01:00:00.000Z';
  const sized = (shard: number) => {
    const data = { duty: 'report', period: year(2014), shard };
    return convened(directive([duty()]), data, at, book({ org: org(names) }));
  };
  expect([sized(0), sized(1)]).toMatchObject([
    { total: 500, shardSize: 250 },
    { total: 500, shardSize: 250 },
  ]);
  const all = [sized(0), sized(1)].flatMap(({ units }) => units.map((it) => it.unit));
  expect(all).toEqual(names);
  expect(JSON.stringify(sized(0)).length).toBeLessThan(50 * 1024);
});

test('without units, ladder or values the round is not convened and says why', () => {
  const at = '2014-11-16T01:00:00.000Z';
  const data = { duty: 'report', period: year(2014) };
  const missing = (d: Parameters<typeof directive>[0], b = book()) =>
    planConvening(directive(d), data, at, b);
  expect(missing([duty()], book({ org: org([]) }))).toMatchObject({ values: ['units'] });
  const noLadder = book().policies.filter(({ id }) => id !== 'ladder');
  expect(missing([duty()], book({ policies: noLadder }))).toMatchObject({
    values: ['policy.ladder'],
  });
  expect(missing([duty({ ladder: 'ladder-other' })])).toMatchObject({ values: ['policy.ladder'] });
  expect(missing([duty({ to: { grade: 'notStated' } })])).toMatchObject({ values: ['to'] });
  expect(missing([])).toMatchObject({ kind: 'missing', values: ['duty'] });
});

test('a duty may have a ladder of its own', () => {
  const own = policy(
    'ladder-own',
    {
      kind: 'ladder',
      hour: '09:00',
      rungs: [{ id: 'H-24', kind: 'reminder', audience: 'head', offset: { hours: -24 } }],
    },
    { from: '2026-01-01' },
  );
  const policies = [...book().policies, own];
  const data = { duty: 'report', period: year(2014) };
  const at = '2014-11-16T01:00:00.000Z';
  const d = directive([duty({ ladder: 'ladder-own' })]);
  const plan = convened(d, data, at, book({ policies }));
  expect(plan.schedule.rungs).toEqual([
    { id: 'H-24', at: '2014-12-15T10:00:00.000Z', kind: 'reminder', audience: 'head' },
  ]);
  expect(plan.schedule.policies).toEqual(['due-hour@1', 'rolling@1', 'closing@1', 'ladder-own@1']);
  expect(plan.assumptions.map(({ code }) => code)).toEqual(['policy.before-its-date']);
});

test('“trước ngày” is read by the bound in force, and the due time tells its sources', () => {
  const before = duty({
    due: stated({ kind: 'yearlyDate', month: 12, day: 15 }),
    bound: 'before',
  });
  const at = '2015-11-16T01:00:00.000Z';
  const data = { duty: 'report', period: year(2015) };
  const { schedule } = convened(directive([before]), data, at, book());
  expect(schedule.dueAt).toBe('2015-12-14T17:00:00.000Z');
  expect(schedule.policies).toContain('bound@1');
  expect(explain(schedule.derivation, 'vi')).toContain('nguồn của bound [bound@1]');
});

test('a date that a request names is taken as it is, even a Sunday', () => {
  const d = directive([duty({ bound: 'before' })], {
    requested: { 'req-1': { duty: 'report', request: 1, dueDate: '2018-05-06' } },
  });
  const data = { duty: 'report', period: { ...ONCE, id: 'req-1' }, requestedDue: '2018-05-06' };
  const at = '2018-05-02T03:00:00.000Z';
  expect(convened(d, data, at, book()).schedule.dueAt).toBe('2018-05-06T10:00:00.000Z');
  const late = { ...data, requestedDue: null, late: ['cat-ha-noi'] };
  expect(convened(d, late, at, book()).schedule.dueAt).toBe('2018-05-06T10:00:00.000Z');
});

test('a due time beyond the decided years is provisional, and so is one that passes an unsure day', () => {
  const codes = (id: number, due: ReturnType<typeof duty>['due'], at: string) => {
    const d = directive([duty({ due })], { date: '2026-01-05' });
    const plan = convened(d, { duty: 'report', period: year(id) }, at, book());
    return [plan.schedule.provisional, ...plan.assumptions.map(({ code }) => code)];
  };
  const closing = stated({ kind: 'workingDaysAfter', from: 'closing', days: 2 } as const);
  expect(codes(2028, closing, '2028-11-01T01:00:00.000Z')).toEqual([true, 'calendar.provisional']);
  const day = stated({ kind: 'yearlyDate', month: 11, day: 24 } as const);
  expect(codes(2026, day, '2026-11-01T01:00:00.000Z')).toEqual([true, 'calendar.unsure-day']);
  expect(codes(2026, closing, '2026-11-27T01:00:00.000Z')).toEqual([false]);
});

test('what is planned as next is convened with a due time and rungs after its opening, and mutates nothing', () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const kinds = fc.constantFrom('week', 'month', 'quarter', 'half', 'nineMonths', 'year');
  const systems = fc.constantFrom('closing15', 'calendar');
  const days = fc.integer({ min: 0, max: 10 });
  const date = fc.constantFrom('2014-08-15', '2018-12-14', '2019-01-31', '2029-12-31');
  const frozen = freeze(book());
  fc.assert(
    fc.property(kinds, systems, days, date, (period, system, count, issued) => {
      const report = duty({
        cadence: stated({ kind: 'every', period, system }),
        due: stated({ kind: 'workingDaysAfter', from: 'closing', days: count }),
      });
      const d = freeze(directive([report], { date: issued }));
      const at = `${issued}T02:00:00.000Z`;
      const next = planNextRound(d, { duty: 'report', after: null }, at, frozen);
      if ('impossible' in next || next.kind !== 'next') throw new Error('no round follows');
      const { opensAt } = next;
      expect(opensAt >= at).toBe(true);
      const data = { duty: 'report', period: next.period };
      const { schedule } = convened(d, data, opensAt, frozen);
      expect(schedule.dueAt > opensAt).toBe(true);
      expect(schedule.rungs.every((rung) => rung.at > opensAt)).toBe(true);
      expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule);
    }),
  );
});

test('the ladder in force stands on the schedule by name and version', () => {
  const plan = convened(
    directive([duty()]),
    { duty: 'report', period: year(2014) },
    '2014-11-16T01:00:00.000Z',
    book({ policies: [...book().policies, { ...LADDER, version: 2, from: '2014-01-01' }] }),
  );
  expect(plan.schedule.policies).toContain('ladder@2');
});

test('a rung at the very opening never was', () => {
  const rungs = (at: string) =>
    convened(
      directive([duty()]),
      { duty: 'report', period: year(2018) },
      at,
      book(),
    ).schedule.rungs.map(({ id }) => id);
  expect(rungs('2018-12-07T00:59:59.999Z')[0]).toBe('T-7');
  expect(rungs('2018-12-07T01:00:00.000Z')[0]).toBe('T-1');
});
