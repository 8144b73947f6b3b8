/** Local dates as text: whether they exist, which day of the week they are, and how far apart two of them are. */
import type { Instant, LocalDate } from './kernel';

const FORM = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH_OFFSETS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** Whether `text` is a date of the Gregorian calendar: `2015-02-29` is not. */
export function isLocalDate(text: string): text is LocalDate {
  const match = FORM.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The day it is in the offices: UTC+7 without daylight saving since 13/06/1975, so midnight there is 17:00 UTC. */
export function officeDay(instant: Instant): LocalDate {
  const day = instant.slice(0, 10);
  return instant.slice(11, 13) < '17' ? day : dayAfter(day);
}

/** Whether `text` is a month: `2014-12`. */
export function isLocalMonth(text: string): boolean {
  return /^\d{4}-\d\d$/.test(text) && isLocalDate(`${text}-01`);
}

/** 1 = Monday … 7 = Sunday, of a date that exists (Sakamoto's method). */
export function weekdayOf(date: LocalDate): number {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const year = Number(date.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const sunday0 = (year + leaps + MONTH_OFFSETS[month - 1]! + day) % 7;
  return sunday0 === 0 ? 7 : sunday0;
}

/** Days since 01/03/0000, of a date that exists: a year that begins in March has its leap day at the end. */
export function dayNumber(date: LocalDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const beforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return 365 * year + leaps + beforeMonth + Number(date.slice(8, 10)) - 1;
}

function dayAfter(date: LocalDate): LocalDate {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  if (day! < daysIn(year!, month!)) return `${date.slice(0, 8)}${padded(day! + 1)}`;
  return month! < 12
    ? `${date.slice(0, 5)}${padded(month! + 1)}-01`
    : `${String(year! + 1).padStart(4, '0')}-01-01`;
}

const padded = (part: number): string => String(part).padStart(2, '0');

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
