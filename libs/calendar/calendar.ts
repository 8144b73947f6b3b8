/**
 * A calendar as data: the days that differ from a plain week, year by year, each with its source.
 * What is not in the data is never assumed silently: `checkCalendar` names every hole.
 */
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
    | { readonly kind: 'lunar'; readonly month: number; readonly day: number; readonly offset: number };
  readonly name: Text;
  readonly source: string;
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

/** A fault in data: a stable code, where it stands (`years.2014.days[3]`), and what to do about it. */
export type Fault = { readonly code: string; readonly place: string; readonly message: Text };
