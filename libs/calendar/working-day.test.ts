import fc from 'fast-check';
import { calendarName } from './calendar';
import { VIETNAM } from './data/vietnam';
import { addDays, dateOfDayNumber, dayNumber } from './date';
import { addWorkingDays, dayStatus, isWorkingDay, roll } from './working-day';

const [FIRST, LAST] = [dayNumber('2010-03-01'), dayNumber('2033-10-01')];
const day = fc.integer({ min: FIRST, max: LAST }).map(dateOfDayNumber);

test('a Saturday worked by swap is a working day, the Monday it pays for is not', () => {
  expect(isWorkingDay(VIETNAM, '2019-01-05')).toBe(true);
  expect(isWorkingDay(VIETNAM, '2018-12-31')).toBe(false);
  expect(dayStatus(VIETNAM, '2018-12-31')).toMatchObject({
    reason: 'dayOff',
    name: { en: 'Day off, worked on 2019-01-05 instead' },
    provisional: false,
  });
  expect(addWorkingDays(VIETNAM, '2019-01-04', 1).date).toBe('2019-01-05');
  expect(isWorkingDay(VIETNAM, '2011-01-30')).toBe(true);
});

test('the nine days of Tết 2014 are off, with a Saturday worked before and after', () => {
  for (let date = '2014-01-28'; date <= '2014-02-05'; date = addDays(date, 1)) {
    expect([date, isWorkingDay(VIETNAM, date)]).toEqual([date, false]);
  }
  expect(addWorkingDays(VIETNAM, '2014-01-24', 3).date).toBe('2014-02-06');
  expect(addWorkingDays(VIETNAM, '2014-02-06', 2).date).toBe('2014-02-08');
});

test('rolling goes forward, back or not at all', () => {
  expect(roll(VIETNAM, '2018-12-30', 'forward').date).toBe('2019-01-02');
  expect(roll(VIETNAM, '2018-12-30', 'back').date).toBe('2018-12-28');
  expect(roll(VIETNAM, '2018-12-30', 'keep').date).toBe('2018-12-30');
  expect(roll(VIETNAM, '2018-12-28', 'forward')).toEqual({
    date: '2018-12-28',
    provisional: false,
    skipped: [],
  });
});

test('a date of a year not decided yet is provisional, and so is one that passes an unsure day', () => {
  expect(addWorkingDays(VIETNAM, '2026-12-28', 2).provisional).toBe(false);
  expect(addWorkingDays(VIETNAM, '2026-12-30', 2).provisional).toBe(true);
  expect(addWorkingDays(VIETNAM, '2026-11-23', 1)).toMatchObject({
    date: '2026-11-25',
    provisional: true,
  });
  expect(addWorkingDays(VIETNAM, '2026-11-25', 1).provisional).toBe(false);
});

test('beyond the calendar a year is computed from weekends, fixed and lunar holidays', () => {
  for (const off of ['2040-01-02', '2040-02-13', '2040-04-30', '2040-05-01', '2040-09-03']) {
    expect([off, dayStatus(VIETNAM, off)]).toMatchObject([
      off,
      { working: false, provisional: true },
    ]);
  }
  expect(dayStatus(VIETNAM, '2040-01-02').name?.en).toBe("Day off in lieu of New Year's Day");
  expect(dayStatus(VIETNAM, '2040-06-05')).toMatchObject({ working: true, provisional: true });
  expect(dayStatus(VIETNAM, '2009-06-05').provisional).toBe(true);
});

test('counting there and back comes home to a working day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (date, count) => {
      const start = roll(VIETNAM, date, 'forward').date;
      const there = addWorkingDays(VIETNAM, start, count).date;
      expect(addWorkingDays(VIETNAM, there, -count).date).toBe(start);
      expect(isWorkingDay(VIETNAM, there)).toBe(true);
    }),
  );
});

test('counting in two parts is counting at once, and exactly that many working days lie on the way', () => {
  const count = fc.integer({ min: 0, max: 25 });
  fc.assert(
    fc.property(day, count, count, (date, a, b) => {
      const whole = addWorkingDays(VIETNAM, date, a + b);
      const parts = addWorkingDays(VIETNAM, addWorkingDays(VIETNAM, date, a).date, b);
      expect(parts.date).toBe(whole.date);
      let worked = 0;
      for (let d = addDays(date, 1); d <= whole.date; d = addDays(d, 1)) {
        if (isWorkingDay(VIETNAM, d)) worked += 1;
      }
      expect(worked).toBe(a + b);
    }),
    { numRuns: 60 },
  );
});

test('a count that is no whole number and a calendar without working days are refused', () => {
  expect(() => addWorkingDays(VIETNAM, '2018-01-01', 1.5)).toThrow(
    expect.objectContaining({ code: 'workingDays.count' }),
  );
  const idle = { ...VIETNAM, weekend: [1, 2, 3, 4, 5, 6, 7] };
  expect(() => roll(idle, '2018-06-01', 'forward')).toThrow(
    expect.objectContaining({ code: 'calendar.noWorkingDay' }),
  );
  expect(calendarName(VIETNAM)).toBe(`vietnam@${VIETNAM.version}`);
});
