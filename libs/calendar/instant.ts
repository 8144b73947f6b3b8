/**
 * Arithmetic on instants: milliseconds since 1970-01-01T00:00Z and back, exact and without a clock.
 */
import { dateOfDayNumber, dayNumber, isLocalDate, mod, pad } from './date';
import { refuse, type Instant } from './moment';

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z$/;
export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

export function millisOf(instant: Instant): number {
  const match = INSTANT.exec(instant);
  const [hour, minute, second] = match ? [+match[2]!, +match[3]!, +match[4]!] : [24, 0, 0];
  if (!match || !isLocalDate(match[1]!) || hour > 23 || minute > 59 || second > 59) {
    refuse('instant.malformed', instant, 'is not an instant; write YYYY-MM-DDTHH:mm:ss.sssZ');
  }
  const inDay = hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + Number(match[5]);
  return dayNumber(match[1]!) * DAY_MS + inDay;
}

export function instantOf(millis: number): Instant {
  const day = Math.floor(millis / DAY_MS);
  return `${dateOfDayNumber(day)}T${clockText(mod(millis, DAY_MS))}Z`;
}

/** `17:00:00.000` from the milliseconds of a day. */
export function clockText(inDay: number): string {
  const hour = Math.floor(inDay / HOUR_MS);
  const minute = Math.floor((inDay % HOUR_MS) / MINUTE_MS);
  const second = Math.floor((inDay % MINUTE_MS) / 1000);
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}.${pad(inDay % 1000, 3)}`;
}

export function plusMillis(instant: Instant, millis: number): Instant {
  return instantOf(millisOf(instant) + millis);
}

export function millisBetween(from: Instant, to: Instant): number {
  return millisOf(to) - millisOf(from);
}
