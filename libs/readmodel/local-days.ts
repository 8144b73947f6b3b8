/** When a day of Việt Nam begins: UTC+7, without daylight saving. */
import type { Instant, LocalDate } from '../domain';

const DAY_MS = 86_400_000;

/** The beginning of a day, or of the day so many later. */
export function startOf(day: LocalDate, later = 0): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000+07:00`) + later * DAY_MS).toISOString();
}
