/**
 * Instants and dates as people in Vietnam read them: 17:00 18/12/2018. The country's clock has been UTC+7 without
 * daylight saving since 1975, so no zone data is needed to show a time; due times are computed by libs/calendar.
 */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH = /^(\d{4})-(\d\d)$/;
const OFFSET_MS = 7 * 3_600_000;

/** Null when `value` is not an instant. */
export function localTimeText(value: string, language: 'vi' | 'en'): string | null {
  if (!INSTANT.test(value)) return null;
  const local = new Date(Date.parse(value) + OFFSET_MS).toISOString();
  const [date, time] = [local.slice(0, 10), local.slice(11, 16)];
  return language === 'vi'
    ? `${time} ngày ${localDateText(date)}`
    : `${time} on ${localDateText(date)}`;
}

/** Null when `value` is not a local date. */
export function localDateText(value: string): string | null {
  const match = DATE.exec(value);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : null;
}

/** `12/2014`, of which no day is made. Null when `value` is not a month. */
export function localMonthText(value: string): string | null {
  const match = MONTH.exec(value);
  return match ? `${match[2]}/${match[1]}` : null;
}

/** `18/12/2018 17:00`: for columns. */
export function shortTime(value: string): string {
  if (!INSTANT.test(value)) return localDateText(value) ?? value;
  const local = new Date(Date.parse(value) + OFFSET_MS).toISOString();
  return `${localDateText(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
