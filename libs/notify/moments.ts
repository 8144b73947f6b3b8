/** Instants as people of the office say them: local dates and hours, and working days left to a due time. */
import {
  addDays,
  dateText,
  dayEndingAt,
  dayStatus,
  localDateOf,
  toLocal,
  weekdayName,
  type Calendar,
} from '../calendar';
import type { Instant, LocalDate } from '../domain';
import type { Language, Moment } from './notice';

export function momentOf(calendar: Calendar, instant: Instant): Moment {
  const { date, time } = toLocal(calendar.zone, instant);
  return { date, time: time.slice(0, 5) };
}

/** Midnight closes the day before it: 24:00 of the 14th, not 00:00 of the 15th. */
export function dueMomentOf(calendar: Calendar, instant: Instant): Moment {
  const moment = momentOf(calendar, instant);
  if (moment.time !== '00:00') return moment;
  return { date: dayEndingAt(calendar.zone, instant), time: '24:00' };
}

/** Working days after the day of `from` up to the day of `due`; negative once that day has passed. */
export function workingDaysLeft(calendar: Calendar, from: Instant, due: Instant): number {
  const today = localDateOf(calendar.zone, from);
  const last = dueMomentOf(calendar, due).date;
  return today <= last
    ? workingDaysBetween(calendar, today, last)
    : -workingDaysBetween(calendar, last, today);
}

function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (dayStatus(calendar, date).working) count += 1;
  }
  return count;
}

/** `17:00 ngày 18/12/2018`, `17:00 on 18 December 2018`. */
export function momentText({ date, time }: Moment, language: Language): string {
  return `${time} ${language === 'vi' ? 'ngày' : 'on'} ${dateText(date, language)}`;
}

/** `17:00 thứ Ba, ngày 18/12/2018`, `17:00 on Tuesday, 18 December 2018`. */
export function momentWithDay({ date, time }: Moment, language: Language): string {
  const day = weekdayName(date, language);
  return language === 'vi'
    ? `${time} ${day}, ngày ${dateText(date, 'vi')}`
    : `${time} on ${day}, ${dateText(date, 'en')}`;
}
