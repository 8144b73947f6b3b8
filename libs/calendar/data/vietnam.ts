/**
 * Vietnam's official calendar 2010–2031 for offices that rest on Saturday and Sunday, one source a day.
 * Decided to 2026; later years stand on the Labour Code alone, the choice of Tết days and swaps still open.
 */
import type { Calendar, CalendarDay, CalendarYear, RecurringHoliday } from '../calendar';
import type { LocalDate, Text } from '../moment';
import { DAYS_2010_2019 } from './vietnam-2010-2019';
import { DAYS_2020_2031 } from './vietnam-2020-2031';
import {
  DAY_NAMES,
  SOURCES,
  type DayName,
  type DayRow,
  type SourceName,
  type SwapRow,
} from './vietnam-rows';
import { SWAPS } from './vietnam-swaps';
import { HO_CHI_MINH } from './zones';

const FROM = 2010;
const TO = 2031;

export const VIETNAM: Calendar = {
  id: 'vietnam',
  version: '2026.1',
  zone: HO_CHI_MINH,
  years: yearsOf([
    ...[...DAYS_2010_2019, ...DAYS_2020_2031].map(listedDay),
    ...SWAPS.flatMap(swapDays),
  ]),
  coverage: { from: FROM, to: TO, decided: 2026 },
  recurring: [
    solar('newYear', 1, 1),
    lunar('tetEve', -1),
    lunar('tet1', 0),
    lunar('tet2', 1),
    lunar('tet3', 2),
    lunar('tet4', 3),
    { ...recurring('hungKings'), on: { kind: 'lunar', month: 3, day: 10, offset: 0 } },
    solar('reunification', 4, 30),
    solar('labour', 5, 1),
    solar('national', 9, 2),
    solar('nationalAdjacent', 9, 3),
    { ...solar('culture', 11, 24), source: SOURCES.res80 },
  ],
};

function listedDay([date, name, source, certainty]: DayRow): CalendarDay {
  const { kind, text } = DAY_NAMES[name];
  return { date, kind, name: text, source: SOURCES[source], certainty: certainty ?? 'sure' };
}

function swapDays([off, worked, source]: SwapRow): CalendarDay[] {
  return [
    swapDay(off, 'dayOff', source, {
      vi: `Nghỉ hoán đổi, làm bù ngày ${dayMonthYear(worked)}`,
      en: `Day off, worked on ${worked} instead`,
    }),
    swapDay(worked, 'workingDay', source, {
      vi: `Làm bù cho ngày ${dayMonthYear(off)}`,
      en: `Worked in place of ${off}`,
    }),
  ];
}

function swapDay(
  date: LocalDate,
  kind: 'dayOff' | 'workingDay',
  source: SourceName,
  name: Text,
): CalendarDay {
  return { date, kind, name, source: SOURCES[source], certainty: 'sure' };
}

function yearsOf(days: readonly CalendarDay[]): { [year: string]: CalendarYear } {
  const sorted = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  const years: { [year: string]: CalendarYear } = {};
  for (let year = FROM; year <= TO; year += 1) {
    const key = String(year);
    years[key] = { year, days: sorted.filter((day) => day.date.startsWith(key)) };
  }
  return years;
}

function recurring(name: DayName): Omit<RecurringHoliday, 'on'> {
  return { name: DAY_NAMES[name].text, source: SOURCES.code2019, compensated: true };
}

function solar(name: DayName, month: number, day: number): RecurringHoliday {
  return { ...recurring(name), on: { kind: 'solar', month, day } };
}

/** Days of Tết by their distance from the first of the lunar year. */
function lunar(name: DayName, offset: number): RecurringHoliday {
  return { ...recurring(name), on: { kind: 'lunar', month: 1, day: 1, offset } };
}

function dayMonthYear(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
