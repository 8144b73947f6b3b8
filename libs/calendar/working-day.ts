/**
 * Working days over a calendar, its compensation days and swaps included. Every answer says whether it relied on
 * days that are not settled yet.
 */
import { daysOf, isRestDay, isYearProvisional, type Calendar } from './calendar';
import { addDays } from './date';
import { refuse, type LocalDate, type Text } from './moment';

/** Why a day is worked or not; `name` and `source` are null for a plain weekday or weekend. */
export type DayStatus = {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'dayOff' | 'workingDay';
  readonly name: Text | null;
  readonly source: string | null;
  readonly provisional: boolean;
};

/** Where a count or a roll ended, with the days off passed over on the way. */
export type Shift = {
  readonly date: LocalDate;
  readonly provisional: boolean;
  readonly skipped: readonly DayStatus[];
};

/** What to do with a last day that is not a working day (Civil Code Art 148 rolls forward). */
export type Rolling = 'forward' | 'keep' | 'back';

/** No break is longer; a longer one is a calendar that has no working days. */
const LONGEST_BREAK_DAYS = 60;
const MOST_WORKING_DAYS = 10_000;

export function dayStatus(calendar: Calendar, date: LocalDate): DayStatus {
  const year = Number(date.slice(0, 4));
  const listed = daysOf(calendar, year).find((day) => day.date === date);
  const unsettled = isYearProvisional(calendar, year);
  if (listed === undefined) {
    const rest = isRestDay(calendar, date);
    return {
      date,
      working: !rest,
      reason: rest ? 'weekend' : 'weekday',
      name: null,
      source: null,
      provisional: unsettled,
    };
  }
  return {
    date,
    working: listed.kind === 'workingDay',
    reason: listed.kind,
    name: listed.name,
    source: listed.source,
    provisional: unsettled || listed.certainty === 'unsure',
  };
}

export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return dayStatus(calendar, date).working;
}

/**
 * The `count`-th working day strictly after `date`, strictly before it when negative; `date` itself for 0, worked
 * or not. The day the term begins does not count (Civil Code Art 147).
 */
export function addWorkingDays(calendar: Calendar, date: LocalDate, count: number): Shift {
  if (!Number.isInteger(count) || Math.abs(count) > MOST_WORKING_DAYS) {
    refuse('workingDays.count', String(count), 'count working days in whole numbers up to 10,000');
  }
  let shift: Shift = { date, provisional: false, skipped: [] };
  for (let left = Math.abs(count); left > 0; left -= 1) {
    shift = walk(
      calendar,
      { ...shift, date: addDays(shift.date, Math.sign(count)) },
      Math.sign(count),
    );
  }
  return shift;
}

/** `date` when it is worked, or as the policy says: the next working day, the one before, or unchanged. */
export function roll(calendar: Calendar, date: LocalDate, rolling: Rolling): Shift {
  if (rolling === 'keep') {
    const status = dayStatus(calendar, date);
    return { date, provisional: status.provisional, skipped: [] };
  }
  const start: Shift = { date, provisional: false, skipped: [] };
  return walk(calendar, start, rolling === 'forward' ? 1 : -1);
}

/** From `start.date` on, in `direction`, to the first working day. */
function walk(calendar: Calendar, start: Shift, direction: number): Shift {
  let { date, provisional } = start;
  const skipped = [...start.skipped];
  for (let days = 0; days < LONGEST_BREAK_DAYS; days += 1) {
    const status = dayStatus(calendar, date);
    provisional ||= status.provisional;
    if (status.working) return { date, provisional, skipped };
    skipped.push(status);
    date = addDays(date, direction);
  }
  return refuse(
    'calendar.noWorkingDay',
    `${calendar.id} near ${start.date}`,
    `finds no working day within ${LONGEST_BREAK_DAYS} days; correct the calendar`,
  );
}
