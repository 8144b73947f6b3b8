import fc from 'fast-check';
import { VIETNAM } from './data/vietnam';
import { dateOfDayNumber, dayNumber } from './date';
import { deriveDue, type Due, type DueQuestion } from './due';
import { periodContaining, type PeriodRule } from './period';
import { dayEndingAt } from './zone';

const SOURCES = {
  rule: 'Chỉ thị, mục III',
  bound: 'chính sách bound/default@1',
  rolling: 'Bộ luật Dân sự 2015, Điều 148',
  dueHour: 'chính sách due-hour/default@1',
};
const YEARLY: PeriodRule = { kind: 'year', system: 'closing15' };

function due(question: Partial<DueQuestion> & Pick<DueQuestion, 'rule'>): Due {
  return deriveDue({
    calendar: VIETNAM,
    bound: 'inclusive',
    rolling: 'forward',
    dueHour: '17:00',
    sources: SOURCES,
    ...question,
  });
}

const rules = ({ derivation }: Due): string[] => derivation.map(({ rule }) => rule);
const closed = (year: number) => periodContaining(YEARLY, `${year}-06-01`);

test('every six months from 30 December 2011, a last day off moves to the next working day', () => {
  const rule: PeriodRule = { kind: 'anchored', everyMonths: 6, anchor: '2011-12-30' };
  const expected = {
    '2012-06-30': '2012-07-02',
    '2012-12-30': '2013-01-02',
    '2013-06-30': '2013-07-01',
    '2017-12-30': '2018-01-02',
    '2018-12-30': '2019-01-02',
  };
  for (const [end, last] of Object.entries(expected)) {
    const period = periodContaining(rule, end);
    expect(period.closing).toBe(end);
    const answer = due({ rule: { kind: 'periodEnd' }, period });
    expect([end, answer.localDate]).toEqual([end, last]);
    expect(rules(answer)).toEqual(['anchor.period', 'due.periodEnd', 'roll.forward', 'hour']);
  }
});

test('two working days after the closing of 14 December', () => {
  const expected = ['12-16', '12-16', '12-16', '12-18', '12-18', '12-17', '12-16'];
  expected.forEach((last, index) => {
    const year = 2014 + index;
    const answer = due({
      rule: { kind: 'workingDaysAfter', from: 'closing', days: 2 },
      period: closed(year),
    });
    expect(answer.localDate).toBe(`${year}-${last}`);
    expect(answer.provisional).toBe(false);
  });
});

test('a directive is acknowledged by the next working day at 17:00', () => {
  const rule = { kind: 'workingDaysAfter', from: 'issue', days: 1 } as const;
  const anchored = (date: string): string =>
    due({ rule, anchor: { kind: 'issue', date, source: 'văn bản' } }).dueAt;
  expect(anchored('2014-08-15')).toBe('2014-08-18T10:00:00.000Z');
  expect(anchored('2018-04-02')).toBe('2018-04-03T10:00:00.000Z');
});

test('the 18th of a period’s last month, and the 7th of the month after it', () => {
  const period = periodContaining({ kind: 'quarter', system: 'calendar' }, '2018-08-01');
  const last = due({ rule: { kind: 'dayOfLastMonth', day: 18 }, period });
  expect(last.localDate).toBe('2018-09-18');
  const next = due({ rule: { kind: 'dayOfNextMonth', day: 7 }, period, rolling: 'keep' });
  expect([next.localDate, rules(next).includes('roll.keep')]).toEqual(['2018-10-07', true]);
  const clamped = due({ rule: { kind: 'dayOfLastMonth', day: 31 }, period, rolling: 'back' });
  expect(clamped.localDate).toBe('2018-09-28');
});

test('“trước ngày 15/12” ends with the day before in strict reading, on the day itself in the other', () => {
  const question = {
    rule: { kind: 'yearlyDate', month: 12, day: 15 },
    period: closed(2015),
    bound: 'before',
  } as const;
  const strict = due(question);
  expect([strict.localDate, strict.dueAt]).toEqual(['2015-12-14', '2015-12-14T17:00:00.000Z']);
  expect(rules(strict)).toEqual(['anchor.period', 'due.yearlyDate', 'bound.strict', 'endOfDay']);
  const read = due({ ...question, beforeReading: 'inclusive' });
  expect([read.localDate, read.dueAt]).toEqual(['2015-12-15', '2015-12-15T10:00:00.000Z']);
});

test('a yearly date without a period is the first on or after its anchor', () => {
  const rule = { kind: 'yearlyDate', month: 3, day: 31 } as const;
  const from = (date: string): string =>
    due({ rule, rolling: 'keep', anchor: { kind: 'issue', date, source: 's' } }).localDate;
  expect([from('2015-03-31'), from('2015-04-01')]).toEqual(['2015-03-31', '2016-03-31']);
});

test('hours run through the night and count from the request', () => {
  const anchor = {
    kind: 'request',
    instant: '2018-04-26T03:30:00.000Z',
    source: 'yêu cầu',
  } as const;
  const rule = { kind: 'hoursAfter', from: 'request', hours: 24 } as const;
  expect(due({ rule, anchor, rolling: 'keep' })).toMatchObject({
    dueAt: '2018-04-27T03:30:00.000Z',
    localDate: '2018-04-27',
  });
  const friday = { ...anchor, instant: '2018-04-27T03:30:00.000Z' };
  expect(due({ rule, anchor: friday }).dueAt).toBe('2018-05-02T10:00:00.000Z');
});

test('a fixed date and days of the calendar keep to the date when the policy says so', () => {
  const rule = { kind: 'fixedDate', date: '2018-09-02' } as const;
  expect(due({ rule, rolling: 'keep' }).localDate).toBe('2018-09-02');
  expect(due({ rule, rolling: 'back' }).localDate).toBe('2018-08-31');
  const anchor = { kind: 'request', date: '2018-08-18', source: 's' } as const;
  const days = { kind: 'calendarDaysAfter', from: 'request', days: 15 } as const;
  expect(due({ rule: days, anchor }).localDate).toBe('2018-09-04');
});

test('each step says from what to what by which source, the last one with the local hour', () => {
  const { derivation } = due({ rule: { kind: 'fixedDate', date: '2018-12-30' } });
  expect(derivation).toEqual([
    {
      rule: 'due.fixedDate',
      source: SOURCES.rule,
      from: '2018-12-30',
      to: '2018-12-30',
      params: {},
    },
    {
      rule: 'roll.forward',
      source: SOURCES.rolling,
      from: '2018-12-30',
      to: '2019-01-02',
      params: {
        calendar: `vietnam@${VIETNAM.version}`,
        skipped: '2018-12-30 2018-12-31 2019-01-01',
        'vi 2018-12-31': 'Nghỉ hoán đổi, làm bù ngày 05/01/2019',
        'en 2018-12-31': 'Day off, worked on 2019-01-05 instead',
        'vi 2019-01-01': 'Tết Dương lịch',
        'en 2019-01-01': "New Year's Day",
      },
    },
    {
      rule: 'hour',
      source: SOURCES.dueHour,
      from: '2019-01-02',
      to: '2019-01-02T10:00:00.000Z',
      params: { date: '2019-01-02', hour: '17:00', zone: 'Asia/Ho_Chi_Minh' },
    },
  ]);
});

test('a due time in a year not decided yet is provisional and says so', () => {
  const answer = due({ rule: { kind: 'fixedDate', date: '2028-06-01' } });
  expect([answer.provisional, rules(answer).at(-1)]).toEqual([true, 'provisional']);
});

test('a rule that lacks its anchor or period is refused by name', () => {
  const rule = { kind: 'workingDaysAfter', from: 'issue', days: 1 } as const;
  expect(() => due({ rule })).toThrow(expect.objectContaining({ code: 'due.anchorMissing' }));
  const anchor = { kind: 'request', date: '2018-01-02', source: 's' } as const;
  expect(() => due({ rule, anchor })).toThrow(
    expect.objectContaining({ code: 'due.anchorMissing' }),
  );
  expect(() => due({ rule: { kind: 'periodEnd' } })).toThrow(
    expect.objectContaining({ code: 'due.periodMissing' }),
  );
});

test('rolled forward a due day is never earlier and always worked; a later closing is never due earlier', () => {
  const date = fc
    .integer({ min: dayNumber('2010-02-01'), max: dayNumber('2031-11-01') })
    .map(dateOfDayNumber);
  fc.assert(
    fc.property(date, date, fc.integer({ min: 0, max: 30 }), (a, b, days) => {
      const on = (closing: string): Due =>
        due({
          rule: { kind: 'workingDaysAfter', from: 'closing', days },
          anchor: { kind: 'closing', date: closing, source: 's' },
        });
      const [first, second] = a <= b ? [on(a), on(b)] : [on(b), on(a)];
      expect(first.dueAt <= second.dueAt).toBe(true);
      expect(on(a).localDate >= a).toBe(true);
      expect(dayEndingAt(VIETNAM.zone, on(a).dueAt)).toBe(on(a).localDate);
    }),
  );
});

test('“trước ngày” in strict reading never falls due later than the day itself: it rolls back', () => {
  // Before Monday 15/12/2014: its last day, Sunday the 14th, rolls back to Friday the 12th.
  const question = {
    rule: { kind: 'fixedDate', date: '2014-12-15' },
    bound: 'before',
    rolling: 'forward',
  } as const;
  const strict = due(question);
  expect([strict.localDate, strict.dueAt]).toEqual(['2014-12-12', '2014-12-12T17:00:00.000Z']);
  expect(rules(strict)).toContain('roll.back');
  expect(due({ ...question, beforeReading: 'inclusive' }).localDate).toBe('2014-12-15');
});
