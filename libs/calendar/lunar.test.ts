import Holidays from 'date-holidays';
import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, daysBetween } from './date';
import { gioTo, lunarToSolar, solarToLunar, tetDate } from './lunar';

test('Tết and the Hùng Kings’ day fall as the official calendar has them', () => {
  const tet = { 2026: '02-17', 2027: '02-06', 2028: '01-26', 2029: '02-13', 2030: '02-02' };
  for (const [year, day] of Object.entries(tet)) {
    expect(tetDate(Number(year))).toBe(`${year}-${day}`);
  }
  expect([gioTo(2026), gioTo(2027), gioTo(2028)]).toEqual([
    '2026-04-26',
    '2027-04-16',
    '2028-04-04',
  ]);
});

test('reckoned at UTC+7, Tết of 1985 and 2007 stands apart from the Chinese new year', () => {
  expect(tetDate(1985)).toBe('1985-01-21');
  expect(tetDate(2007)).toBe('2007-02-17');
});

test('a second library agrees on Tết and the Hùng Kings’ day from 2010 to 2035', () => {
  const library = new Holidays('VN');
  for (let year = 2010; year <= 2035; year += 1) {
    const named = new Map(
      library.getHolidays(year, 'en').map(({ name, date }) => [name, date.slice(0, 10)]),
    );
    expect([year, named.get('Vietnamese New Year')]).toEqual([year, tetDate(year)]);
    expect([year, named.get('Hung Kings Commemorations')]).toEqual([year, gioTo(year)]);
  }
});

test('a leap month stands where the year has thirteen', () => {
  expect(solarToLunar('2020-05-23')).toEqual({ year: 2020, month: 4, day: 1, leap: true });
  expect(lunarToSolar({ year: 2020, month: 4, day: 1, leap: true })).toBe('2020-05-23');
  expect(lunarToSolar({ year: 2025, month: 6, day: 1, leap: true })).toBe('2025-07-25');
  expect(lunarToSolar({ year: 2025, month: 5, day: 1, leap: true })).toBeNull();
  expect(lunarToSolar({ year: 2024, month: 6, day: 1, leap: true })).toBeNull();
});

test('a thirtieth that the month has not is no date', () => {
  expect(solarToLunar('2025-01-28')).toEqual({ year: 2024, month: 12, day: 29, leap: false });
  expect(lunarToSolar({ year: 2024, month: 12, day: 30, leap: false })).toBeNull();
});

test('solar and lunar dates answer each other, and the lunar day moves by one', () => {
  const from = dayNumber('1976-01-01');
  const days = fc.integer({ min: from, max: from + 45_000 }).map(dateOfDayNumber);
  fc.assert(
    fc.property(days, (date) => {
      const lunar = solarToLunar(date);
      expect(lunarToSolar(lunar)).toBe(date);
      const next = solarToLunar(addDays(date, 1));
      expect(next.day === lunar.day + 1 || (next.day === 1 && lunar.day >= 29)).toBe(true);
    }),
  );
});

test('lunar dates grow with solar ones, and a lunar year has 353 to 385 days', () => {
  for (let year = 1980; year < 2100; year += 1) {
    const length = daysBetween(tetDate(year), tetDate(year + 1));
    expect(length).toBeGreaterThanOrEqual(353);
    expect(length).toBeLessThanOrEqual(385);
    const months = Array.from({ length: 12 }, (_, i) =>
      lunarToSolar({ year, month: i + 1, day: 1, leap: false }),
    );
    expect([...months].sort()).toEqual(months);
  }
});
