/**
 * Instants and local dates as plain strings whose order is their order in time.
 * The kernel never computes a date: it only compares.
 */

/** ISO-8601 UTC with milliseconds, always 24 characters: `2018-12-18T10:00:00.000Z`. */
export type Instant = string;

/** A local calendar date, `2018-12-18`. */
export type LocalDate = string;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether `value` has the one form in which instants can be compared as strings. */
export function isInstant(value: string): value is Instant {
  return INSTANT.test(value);
}

/** The earliest of the instants that are there; null when there is none. */
export function earliest(instants: readonly (Instant | null)[]): Instant | null {
  let first: Instant | null = null;
  for (const instant of instants) {
    if (instant !== null && (first === null || instant < first)) first = instant;
  }
  return first;
}
