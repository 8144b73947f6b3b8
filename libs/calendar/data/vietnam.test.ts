import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import { addDays, daysBetween, weekday } from '../date';
import { gioTo, tetDate } from '../lunar';
import type { CalendarDay } from '../calendar';
import { VIETNAM } from './vietnam';

const DAYS: readonly CalendarDay[] = Object.values(VIETNAM.years).flatMap(({ days }) => days);

function dated(name: string): string[] {
  return DAYS.filter((day) => day.name.en === name).map(({ date }) => date);
}

test('every day of Vietnam’s calendar has a name in two languages and one source', () => {
  for (const day of DAYS) {
    expect([day.date, day.name.vi !== '', day.name.en !== '', day.source !== '']).toEqual([
      day.date,
      true,
      true,
      true,
    ]);
  }
});

test('the days of Tết and the Hùng Kings stand where the lunar reckoning puts them', () => {
  const years = Object.keys(VIETNAM.years).map(Number);
  expect(dated('Tết, first day')).toEqual(years.map(tetDate));
  expect(dated('Tết eve')).toEqual(years.map((year) => addDays(tetDate(year), -1)));
  expect(dated("Hùng Kings' Commemoration")).toEqual(years.map(gioTo));
});

test('Tết has four statutory days to 2013 and five since, in one run', () => {
  for (const [key, { days }] of Object.entries(VIETNAM.years)) {
    const tet = days.filter(({ name }) => name.en.startsWith('Tết')).map(({ date }) => date);
    expect([key, tet.length]).toEqual([key, Number(key) <= 2013 ? 4 : 5]);
    expect(daysBetween(tet[0]!, tet.at(-1)!)).toBe(tet.length - 1);
  }
});

test('each holiday on a rest day is paid for by one weekday off', () => {
  for (const [key, { days }] of Object.entries(VIETNAM.years)) {
    const lost = days.filter(({ kind, date }) => kind === 'holiday' && weekday(date) >= 6);
    const paid = days.filter(({ name }) => name.en.startsWith('Day off in lieu'));
    expect([key, paid.length]).toEqual([key, lost.length]);
  }
});

test('each day off by swap is paid for by one weekend day worked', () => {
  const off = DAYS.filter(({ name }) => name.en.startsWith('Day off, worked'));
  const worked = DAYS.filter(({ kind }) => kind === 'workingDay');
  expect(off.length).toBe(21);
  expect(worked.map(({ date }) => date).sort()).toEqual(
    off.map(({ name }) => name.en.slice(19, 29)).sort(),
  );
});

test('24 November is unsure from 2026 on', () => {
  const culture = DAYS.filter(({ date }) => date.endsWith('-11-24'));
  expect(culture.map(({ date, certainty }) => `${date} ${certainty}`)).toEqual(
    [2026, 2027, 2028, 2029, 2030, 2031].map((year) => `${year}-11-24 unsure`),
  );
});

test('every difference from a second library is in the committed table, with its reason', () => {
  const table = readFileSync(join(__dirname, 'vietnam-differences.md'), 'utf8').split('\n## ')[0]!;
  const rows = table
    .split('\n')
    .filter((line) => /^\| \d{4}/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  for (const row of rows) expect([row[0], row[3] !== '']).toEqual([row[0], true]);
  expect(rows.map(([date, here, there]) => `${date} | ${here} | ${there}`)).toEqual(differences());
});

/** `date | our name or – | the library's name or –`, in order of date. */
function differences(): string[] {
  const library = new Holidays('VN');
  const theirs = new Map<string, string>();
  for (const year of Object.keys(VIETNAM.years)) {
    for (const holiday of library.getHolidays(year, 'en')) {
      if (holiday.type !== 'public') continue;
      const length = Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000);
      for (let i = 0; i < length; i += 1) {
        theirs.set(addDays(holiday.date.slice(0, 10), i), holiday.name);
      }
    }
  }
  const ours = new Map(DAYS.map(({ date, name }) => [date, name.en]));
  const dates = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return dates
    .filter((date) => ours.has(date) !== theirs.has(date))
    .map((date) => `${date} | ${ours.get(date) ?? '–'} | ${theirs.get(date) ?? '–'}`);
}
