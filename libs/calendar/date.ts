/**
 * Proleptic Gregorian arithmetic on local dates without any clock or library: days are counted from 1970-01-01
 * (civil-from-days), so every operation is exact for the years 0001–9999.
 */
import { refuse, type LocalDate } from './moment';

/** A date in its parts; `month` 1–12, `day` 1–31. */
export type Civil = { readonly year: number; readonly month: number; readonly day: number };

const LOCAL_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DAYS_PER_ERA = 146_097;

/** Whether `text` is a date that exists: `2015-02-29` is not. */
export function isLocalDate(text: string): text is LocalDate {
  const match = LOCAL_DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
}

export function civilOf(date: LocalDate): Civil {
  if (!isLocalDate(date)) {
    refuse('date.malformed', date, 'is not a date; write YYYY-MM-DD with a day that exists');
  }
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

export function dateOf({ year, month, day }: Civil): LocalDate {
  if (year < 1 || year > 9999) {
    refuse('date.outOfRange', `year ${year}`, 'dates are computed for the years 0001 to 9999 only');
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days since 1970-01-01; negative before. */
export function dayNumber(date: LocalDate): number {
  return dayNumberOf(civilOf(date));
}

export function dayNumberOf({ year, month, day }: Civil): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

export function dateOfDayNumber(number: number): LocalDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return dateOf({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** A month without the day ends on its last day: 31 August plus six months is 28 or 29 February (Civil Code Art 148). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = civilOf(date);
  return clampedDate(year, month + months, day);
}

/** `month` may lie outside 1–12 and carries into the year; `day` is clamped to the month's last. */
export function clampedDate(year: number, month: number, day: number): LocalDate {
  const index = year * 12 + (month - 1);
  const [y, m] = [Math.floor(index / 12), mod(index, 12) + 1];
  return dateOf({ year: y, month: m, day: Math.min(day, lastDayOfMonth(y, m)) });
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return mod(dayNumber(date) + 3, 7) + 1;
}

export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The remainder that is never negative. */
export function mod(value: number, divisor: number): number {
  return value - divisor * Math.floor(value / divisor);
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
