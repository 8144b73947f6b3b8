import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  weekday,
} from './date';
import { instantOf, millisBetween, millisOf, plusMillis } from './instant';

const day = fc.integer({ min: -200_000, max: 200_000 }).map(dateOfDayNumber);

test('the dates of the documents fall on the weekdays the calendar of the time shows', () => {
  const weekdays = { '2011-12-30': 5, '2014-08-15': 5, '2014-11-11': 2, '2014-12-31': 3 };
  const later = { '2018-04-02': 1, '2019-11-26': 2, '2021-03-18': 4, '2026-11-24': 2 };
  for (const [date, expected] of Object.entries({ ...weekdays, ...later })) {
    expect([date, weekday(date)]).toEqual([date, expected]);
  }
  expect(daysBetween('2014-08-15', '2014-11-11')).toBe(88);
});

test('a date is a day that exists', () => {
  for (const date of ['2015-02-29', '1900-02-29', '2014-13-01', '2014-00-10', '2014-4-2', '']) {
    expect(isLocalDate(date)).toBe(false);
  }
  for (const date of ['2016-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
    expect(isLocalDate(date)).toBe(true);
  }
});

test('a malformed date or instant is refused with its code and place', () => {
  expect(() => addDays('2015-02-29', 1)).toThrow(
    expect.objectContaining({ code: 'date.malformed', place: '2015-02-29' }),
  );
  expect(() => addDays('9999-12-31', 1)).toThrow(
    expect.objectContaining({ code: 'date.outOfRange' }),
  );
  for (const instant of ['2015-02-28T24:00:00.000Z', '2015-02-28T10:00:00Z', '2015-02-28']) {
    expect(() => millisOf(instant)).toThrow(expect.objectContaining({ code: 'instant.malformed' }));
  }
});

test('a month without the day ends on its last day', () => {
  expect(addMonths('2011-12-30', 2)).toBe('2012-02-29');
  expect(addMonths('2013-08-31', 6)).toBe('2014-02-28');
  expect(addMonths('2014-01-15', -1)).toBe('2013-12-15');
  expect(addMonths('2014-03-31', -13)).toBe('2013-02-28');
});

test('day numbers and dates answer each other, and strings order as days do', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  fc.assert(
    fc.property(day, day, fc.integer({ min: -5000, max: 5000 }), (a, b, n) => {
      expect(dateOfDayNumber(dayNumber(a))).toBe(a);
      expect(daysBetween(a, addDays(a, n))).toBe(n);
      expect(a < b).toBe(dayNumber(a) < dayNumber(b));
      expect(weekday(addDays(a, 1))).toBe((weekday(a) % 7) + 1);
    }),
  );
});

test('instants and milliseconds answer each other', () => {
  expect(millisOf('2014-08-18T10:00:00.000Z')).toBe(1_408_356_000_000);
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 4e12 }),
      fc.integer({ min: -1e10, max: 1e10 }),
      (millis, more) => {
        const instant = instantOf(millis);
        expect(millisOf(instant)).toBe(millis);
        expect(millisBetween(instant, plusMillis(instant, more))).toBe(more);
      },
    ),
  );
});
