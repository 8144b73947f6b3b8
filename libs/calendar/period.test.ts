import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber } from './date';
import { periodAfter, periodContaining, type PeriodKind, type PeriodRule } from './period';
import { periodLabel } from './period-label';

const CLOSING15 = 'closing15';
const KINDS: readonly PeriodKind[] = ['week', 'month', 'quarter', 'half', 'year'];

function span(rule: PeriodRule, date: string): string {
  const { id, from, to, closing } = periodContaining(rule, date);
  expect(closing).toBe(to);
  return `${id}: ${from}…${to}`;
}

test('periods that close on the 14th run from the 15th', () => {
  const on = (kind: PeriodKind): string => span({ kind, system: CLOSING15 }, '2018-07-20');
  expect(on('month')).toBe('2018-08: 2018-07-15…2018-08-14');
  expect(on('quarter')).toBe('2018-Q3: 2018-06-15…2018-09-14');
  expect(on('half')).toBe('2018-H2: 2018-06-15…2018-12-14');
  expect(on('nineMonths')).toBe('2018-9M: 2017-12-15…2018-09-14');
  expect(on('year')).toBe('2018: 2017-12-15…2018-12-14');
});

test('the fifteenth of December already belongs to the next year', () => {
  expect(span({ kind: 'year', system: CLOSING15 }, '2014-12-14')).toMatch(/^2014:/);
  expect(span({ kind: 'year', system: CLOSING15 }, '2014-12-15')).toMatch(/^2015:/);
  expect(span({ kind: 'half', system: CLOSING15 }, '2014-12-15')).toMatch(/^2015-H1: 2014-12-15…/);
  expect(span({ kind: 'month', system: CLOSING15 }, '2014-12-15')).toMatch(/^2015-01:/);
});

test('plain periods are those of the calendar', () => {
  const on = (kind: PeriodKind): string => span({ kind, system: 'calendar' }, '2018-08-08');
  expect(on('month')).toBe('2018-08: 2018-08-01…2018-08-31');
  expect(on('quarter')).toBe('2018-Q3: 2018-07-01…2018-09-30');
  expect(on('half')).toBe('2018-H2: 2018-07-01…2018-12-31');
  expect(on('nineMonths')).toBe('2018-9M: 2018-01-01…2018-09-30');
  expect(on('year')).toBe('2018: 2018-01-01…2018-12-31');
  expect(on('week')).toBe('2018-W32: 2018-08-06…2018-08-12');
});

test('a reporting week runs from Thursday to the Wednesday that gives its number', () => {
  const week: PeriodRule = { kind: 'week', system: CLOSING15 };
  expect(span(week, '2018-08-08')).toBe('2018-W32: 2018-08-02…2018-08-08');
  expect(span(week, '2018-08-09')).toBe('2018-W33: 2018-08-09…2018-08-15');
  expect(span(week, '2020-12-31')).toBe('2021-W01: 2020-12-31…2021-01-06');
});

test('nine months leave the year’s last quarter to the next period', () => {
  const nine: PeriodRule = { kind: 'nineMonths', system: CLOSING15 };
  expect(span(nine, '2018-09-15')).toBe('2019-9M: 2018-12-15…2019-09-14');
  expect(periodAfter(nine, periodContaining(nine, '2018-03-01')).id).toBe('2019-9M');
});

test('every six months from 30 December 2011 ends on 30 June and 30 December', () => {
  const rule: PeriodRule = { kind: 'anchored', everyMonths: 6, anchor: '2011-12-30' };
  expect(span(rule, '2011-12-31')).toBe('every-6m-2012-06-30: 2011-12-31…2012-06-30');
  const second = periodAfter(rule, periodContaining(rule, '2012-06-30'));
  expect(second.id).toBe('every-6m-2012-12-30');
  expect(span(rule, '2011-12-30')).toMatch(/^every-6m-2011-12-30:/);
});

test('an anchor at a month’s end does not drift', () => {
  const rule: PeriodRule = { kind: 'anchored', everyMonths: 6, anchor: '2013-08-31' };
  const first = periodContaining(rule, '2013-09-01');
  expect([first.to, periodAfter(rule, first).to]).toEqual(['2014-02-28', '2014-08-31']);
});

test('the periods of one rule partition the days, and each is found from any of its days', () => {
  const systems = fc.constantFrom('closing15' as const, 'calendar' as const);
  const plain = fc.record({ kind: fc.constantFrom(...KINDS), system: systems });
  const date = fc
    .integer({ min: dayNumber('2005-01-01'), max: dayNumber('2045-01-01') })
    .map(dateOfDayNumber);
  const anchored = fc.record({
    kind: fc.constant('anchored' as const),
    everyMonths: fc.integer({ min: 1, max: 60 }),
    anchor: date,
  });
  fc.assert(
    fc.property(fc.oneof(plain, anchored), date, (rule, on) => {
      const period = periodContaining(rule, on);
      expect(period.from <= on && on <= period.to).toBe(true);
      expect(periodContaining(rule, period.from)).toEqual(period);
      expect(periodContaining(rule, period.to)).toEqual(period);
      const next = periodAfter(rule, period);
      expect(next.from).toBe(addDays(period.to, 1));
      expect(next.id > period.id || rule.kind === 'anchored').toBe(true);
      expect(next.id).not.toBe(period.id);
      expect(period.id).toMatch(/^[A-Za-z0-9-]+$/);
    }),
  );
});

test('a period is named from its id in both languages', () => {
  expect(periodLabel('2018-Q3')).toEqual({ vi: 'quý III/2018', en: 'third quarter of 2018' });
  expect(periodLabel('2018-H1').vi).toBe('6 tháng đầu năm 2018');
  expect(periodLabel('2018-07').en).toBe('July 2018');
  expect(periodLabel('2018-W32').vi).toBe('tuần 32/2018');
  expect(periodLabel('2018-9M').vi).toBe('9 tháng đầu năm 2018');
  expect(periodLabel('2018').vi).toBe('năm 2018');
  expect(periodLabel('every-6m-2012-06-30').en).toBe('6 months to 30 June 2012');
  expect(periodLabel('req-1')).toEqual({ vi: 'req-1', en: 'req-1' });
});

test('a rhythm that is no whole number of months is refused', () => {
  const rule: PeriodRule = { kind: 'anchored', everyMonths: 0, anchor: '2011-12-30' };
  expect(() => periodContaining(rule, '2012-01-01')).toThrow(
    expect.objectContaining({ code: 'period.everyMonths' }),
  );
});
