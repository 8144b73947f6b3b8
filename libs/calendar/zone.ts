/**
 * Time zones as data, so that no rule depends on the machine's zone database.
 * A local time that a change of clocks skips is moved on by the length of the gap; one that occurs twice means the
 * earlier instant. Hence `toInstant(toLocal(i)) = i` for every instant outside the second pass of an overlap.
 */
import { addDays, dateOfDayNumber, dayNumber, mod } from './date';
import { clockText, DAY_MS, HOUR_MS, instantOf, millisOf, MINUTE_MS, plusMillis } from './instant';
import { refuse, type Instant, type LocalDate, type LocalTime } from './moment';

export type Zone = {
  readonly id: string;
  /** In order of time: from `at` on, local time is UTC plus `offsetMinutes`. */
  readonly transitions: readonly { readonly at: Instant; readonly offsetMinutes: number }[];
  readonly initialOffsetMinutes: number;
};

/** `toLocal` gives `time` in full, `17:00:00.000`; `toInstant` takes any {@link LocalTime}. */
export type Local = { readonly date: LocalDate; readonly time: LocalTime };

const LOCAL_TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?$/;

export function toLocal(zone: Zone, instant: Instant): Local {
  const local = millisOf(instant) + offsetAt(zone, instant) * MINUTE_MS;
  return {
    date: dateOfDayNumber(Math.floor(local / DAY_MS)),
    time: clockText(mod(local, DAY_MS)),
  };
}

export function toInstant(zone: Zone, { date, time }: Local): Instant {
  const local = dayNumber(date) * DAY_MS + millisOfTime(time);
  const offsets = [zone.initialOffsetMinutes, ...zone.transitions.map((t) => t.offsetMinutes)];
  const meant = offsets
    .map((offset) => ({ offset, instant: instantOf(local - offset * MINUTE_MS) }))
    .filter(({ offset, instant }) => offsetAt(zone, instant) === offset)
    .map(({ instant }) => instant);
  if (meant.length > 0) return meant.reduce((first, next) => (next < first ? next : first));
  return instantOf(local - offsetBeforeGap(zone, local, offsets) * MINUTE_MS);
}

export function localDateOf(zone: Zone, instant: Instant): LocalDate {
  return toLocal(zone, instant).date;
}

/** The day an instant closes: midnight belongs to the day that ends with it (24:00). */
export function dayEndingAt(zone: Zone, instant: Instant): LocalDate {
  return localDateOf(zone, plusMillis(instant, -1));
}

/** The instant at which `date` ends, 24:00 local time. */
export function endOfDay(zone: Zone, date: LocalDate): Instant {
  return toInstant(zone, { date: addDays(date, 1), time: '00:00' });
}

/** Milliseconds into the day; `24:00` is the end of it. */
export function millisOfTime(time: LocalTime): number {
  const match = LOCAL_TIME.exec(time);
  const [hour, minute, second] = match ? [+match[1]!, +match[2]!, +(match[3] ?? 0)] : [99, 0, 0];
  const millis = hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + Number(match?.[4] ?? 0);
  if (!match || millis > DAY_MS || minute > 59 || second > 59) {
    refuse('time.malformed', time, 'is not a time of day; write HH:mm between 00:00 and 24:00');
  }
  return millis;
}

function offsetAt(zone: Zone, instant: Instant): number {
  let offset = zone.initialOffsetMinutes;
  for (const transition of zone.transitions) {
    if (instant < transition.at) break;
    offset = transition.offsetMinutes;
  }
  return offset;
}

/** The offset in force before the change of clocks that skips this local time. */
function offsetBeforeGap(zone: Zone, local: number, offsets: readonly number[]): number {
  const change = zone.transitions.findIndex(
    ({ at, offsetMinutes }, i) =>
      local - offsets[i]! * MINUTE_MS >= millisOf(at) &&
      local - offsetMinutes * MINUTE_MS < millisOf(at),
  );
  return offsets[Math.max(change, 0)]!;
}
