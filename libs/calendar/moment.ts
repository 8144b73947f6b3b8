/**
 * The few words every date rule speaks: instants and local dates as strings whose order is their order in time,
 * and texts in two languages. Nothing here reads a clock.
 */

/** ISO-8601 UTC with milliseconds, always 24 characters: `2018-12-18T10:00:00.000Z`. */
export type Instant = string;

/** A local calendar date, `2018-12-18` (proleptic Gregorian, years 0001–9999). */
export type LocalDate = string;

/** A local time of day: `17:00`, `17:00:30` or `17:00:30.250`; `24:00` is the end of the day. */
export type LocalTime = string;

/** Text shown to people, in Vietnamese (authoritative) and English. */
export type Text = { readonly vi: string; readonly en: string };

export type Lang = keyof Text;

/**
 * Stops a computation that has no answer: an Error with a stable `code` and the `place` of the fault; the message says
 * what is wrong, where, and what to do.
 */
export function refuse(code: string, place: string, message: string): never {
  throw Object.assign(new Error(`${place}: ${message}`), { code, place });
}
