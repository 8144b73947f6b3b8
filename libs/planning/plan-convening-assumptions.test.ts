/** What a convened round assumes: who could not be found, and rules used before their date. */
import { periodContaining } from '../calendar';
import type { ConveningPlan, PlannedPeriod } from '../domain';
import { book, directive, duty, org, policy, stated, unit } from './testing/fixture';
import { planConvening } from './plan-convening';

const year = (id: number) => periodContaining({ kind: 'year', system: 'closing15' }, `${id}-06-01`);

function convened(...question: Parameters<typeof planConvening>) {
  const plan: ConveningPlan = planConvening(...question);
  if (plan.kind !== 'convened') throw new Error(JSON.stringify(plan));
  return plan;
}

test('a named unit that is not there is left out, and that is listed as an assumption', () => {
  const units = ['cat-ha-noi', 'cat-thanh-hoá'];
  const d = directive([duty({ owes: stated({ kind: 'units', units }) })]);
  const at = '2014-11-16T01:00:00.000Z';
  const plan = convened(d, { duty: 'report', period: year(2014) }, at, book());
  expect(plan.units.map((it) => it.unit)).toEqual(['cat-ha-noi']);
  expect(plan.assumptions).toMatchObject([
    {
      code: 'unit.not-there',
      source: 'cat-thanh-hoá',
      text: { en: expect.stringContaining('2014-11-16') },
    },
  ]);
});

test('a class nobody is registered under is left out, and that is listed as an assumption', () => {
  const owes = stated({ kind: 'class', roleClasses: ['cong-an-tinh', 'tong-cuc'] } as const);
  const d = directive([duty({ owes })]);
  const data = { duty: 'report', period: year(2014) };
  const plan = convened(d, data, '2014-11-16T01:00:00.000Z', book());
  expect(plan.units.map(({ unit: id }) => id)).toEqual(['cat-ha-noi', 'cat-thanh-hoa']);
  expect(plan.assumptions).toMatchObject([
    { code: 'class.unexpanded', policy: null, text: { vi: expect.stringContaining('tong-cuc') } },
  ]);
});

test('a class of which only some units are known counts those, and that is listed too', () => {
  const silent = directive([duty()]);
  const name = { vi: 'Công an các tỉnh', en: 'Provincial police' };
  const partly = {
    kind: 'class',
    roleClass: 'cong-an-tinh',
    name,
    unexpanded: 'mới có hai',
  } as const;
  const d = { ...silent, draft: { ...silent.draft!, addressees: [partly] } };
  const data = { duty: 'report', period: year(2014) };
  const plan = convened(d, data, '2014-11-16T01:00:00.000Z', book());
  expect(plan.units).toHaveLength(2);
  expect(plan.assumptions).toMatchObject([
    { code: 'class.partly-expanded', policy: null, source: 'mới có hai' },
  ]);
});

test('a class whose units have ended is said to have, and a class added to the directive owes in its place', () => {
  const ended = { on: '2014-07-01', how: 'split', successors: [], source: 'nguồn' } as const;
  const gone = { ...unit('cat-ha-noi', null, 'cong-an-tinh'), ended };
  const communes = ['xa-2', 'xa-1'].map((id) => unit(id, null, 'cong-an-xa'));
  const units = Object.fromEntries([gone, ...communes].map((one) => [one.id, one]));
  const there = book({ org: { units: { ...org([]).units, ...units } } });
  const data = { duty: 'report', period: year(2014) };
  const at = '2014-11-16T01:00:00.000Z';
  const missing = planConvening(directive([duty()]), data, at, there);
  expect(missing).toMatchObject({ kind: 'missing', values: ['units'] });
  const name = { vi: 'Công an xã', en: 'Commune police' };
  const d = directive([duty()], { lateClasses: [{ roleClass: 'cong-an-xa', name }] });
  const plan = convened(d, data, at, there);
  expect(plan.units.map((it) => it.unit)).toEqual(['xa-1', 'xa-2']);
  expect(plan.assumptions).toMatchObject([{ code: 'class.ended', source: 'cong-an-tinh' }]);
});

test('periods from the 15th to the 14th are a rule of 2019: before it they are an assumption', () => {
  const closing = policy(
    'closing',
    { kind: 'closing', system: 'closing15' },
    { from: '2019-03-12' },
  );
  const policies = book().policies.map((it) => (it.id === 'closing' ? closing : it));
  const codes = (at: string, period: PlannedPeriod, system: 'closing15' | 'calendar') => {
    const cadence = stated({ kind: 'every', period: 'year', system } as const);
    const d = directive([duty({ cadence })]);
    const plan = convened(d, { duty: 'report', period }, at, book({ policies }));
    return plan.assumptions.map(({ code, policy: name }) => `${code} ${name}`);
  };
  expect(codes('2014-11-16T01:00:00.000Z', year(2014), 'closing15')).toEqual([
    'policy.before-its-date closing@1',
  ]);
  expect(codes('2019-11-16T01:00:00.000Z', year(2019), 'closing15')).toEqual([]);
  expect(codes('2014-11-16T01:00:00.000Z', year(2014), 'calendar')).toEqual([]);
});
