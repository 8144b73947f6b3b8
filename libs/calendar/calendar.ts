/**
 * A calendar as data: the days that differ from a plain week, year by year, each with its source.
 * Beyond the years it lists, days are computed from what the law repeats; such days are provisional.
 */
import { addDays, clampedDate, weekday } from './date';
import { lunarToSolar } from './lunar';
import type { LocalDate, Text } from './moment';
import type { Zone } from './zone';

/** `dayOff`: off by compensation or by a swap; `workingDay`: a weekend day worked by a swap. */
export type DayKind = 'holiday' | 'dayOff' | 'workingDay';

export type CalendarDay = {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name: Text;
  readonly source: string;
  readonly certainty: 'sure' | 'unsure';
};

export type CalendarYear = { readonly year: number; readonly days: readonly CalendarDay[] };

/** A holiday that the law repeats every year; it fills the years for which no list is known. */
export type RecurringHoliday = {
  readonly on:
    | { readonly kind: 'solar'; readonly month: number; readonly day: number }
    /** A Vietnamese lunar date, moved by `offset` days (Tết eve is 1/1 lunar with offset -1). */
    | {
        readonly kind: 'lunar';
        readonly month: number;
        readonly day: number;
        readonly offset: number;
      };
  readonly name: Text;
  readonly source: string;
  /** Falling on a rest day, it gives the next working day off (Labour Code 2019 Art 111.3). */
  readonly compensated: boolean;
};

export type Calendar = {
  readonly id: string;
  readonly version: string;
  readonly zone: Zone;
  readonly years: { readonly [year: string]: CalendarYear };
  /**
   * The years listed. Years after `decided` stand on statute alone (the yearly decision on Tết, the National Day
   * and swaps is not known yet): a date that relies on them is provisional. Absent: every listed year is decided.
   */
  readonly coverage: { readonly from: number; readonly to: number; readonly decided?: number };
  /** What repeats every year, used beyond the coverage. Absent: weekends only. */
  readonly recurring?: readonly RecurringHoliday[];
  /** Rest days of the week, 1 = Monday … 7 = Sunday. Absent: Saturday and Sunday. */
  readonly weekend?: readonly number[];
};

export const DEFAULT_WEEKEND: readonly number[] = [6, 7];

/** `id@version`, as derivations cite it. */
export function calendarName(calendar: Calendar): string {
  return `${calendar.id}@${calendar.version}`;
}

export function isRestDay(calendar: Calendar, date: LocalDate): boolean {
  return (calendar.weekend ?? DEFAULT_WEEKEND).includes(weekday(date));
}

/** The days of `year` that differ from a plain week: listed when known, else computed. */
export function daysOf(calendar: Calendar, year: number): readonly CalendarDay[] {
  return listedYear(calendar, year)?.days ?? computedDays(calendar, year);
}

/** Whether the days of `year` may still change: not listed, or not decided yet. */
export function isYearProvisional(calendar: Calendar, year: number): boolean {
  const { to, decided = to } = calendar.coverage;
  return listedYear(calendar, year) === undefined || year > decided;
}

function listedYear(calendar: Calendar, year: number): CalendarYear | undefined {
  const { from, to } = calendar.coverage;
  return year >= from && year <= to ? calendar.years[String(year)] : undefined;
}

/** The year by its weekends and recurring holidays alone, each compensated day after its holiday; all unsure. */
export function computedDays(calendar: Calendar, year: number): CalendarDay[] {
  const holidays = (calendar.recurring ?? [])
    .map((recurring) => ({ recurring, date: recurringDate(recurring, year) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const taken = new Set(holidays.map(({ date }) => date));
  const days: CalendarDay[] = [];
  for (const { recurring, date } of holidays) {
    const { name, source } = recurring;
    days.push({ date, kind: 'holiday', name, source, certainty: 'unsure' });
    if (!recurring.compensated || !isRestDay(calendar, date)) continue;
    let free = addDays(date, 1);
    while (isRestDay(calendar, free) || taken.has(free)) free = addDays(free, 1);
    taken.add(free);
    const off = { vi: `Nghỉ bù ${name.vi}`, en: `Day off in lieu of ${name.en}` };
    days.push({ date: free, kind: 'dayOff', name: off, source, certainty: 'unsure' });
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function recurringDate({ on }: RecurringHoliday, year: number): LocalDate {
  if (on.kind === 'solar') return clampedDate(year, on.month, on.day);
  const first = lunarToSolar({ year, month: on.month, day: on.day, leap: false });
  // A 30th the month has not is its 29th.
  const date = first ?? lunarToSolar({ year, month: on.month, day: on.day - 1, leap: false })!;
  return addDays(date, on.offset);
}
