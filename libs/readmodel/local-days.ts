/** Days of Việt Nam as instants and back: UTC+7, without daylight saving. */
import type { Instant, LocalDate } from '../domain';

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

/** The beginning of a day, or of the day so many later. */
export function startOf(day: LocalDate, later = 0): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000+07:00`) + later * DAY_MS).toISOString();
}

export function localDay(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);
}
