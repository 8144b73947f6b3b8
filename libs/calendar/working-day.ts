/**
 * Working days over a calendar, its compensation days and swaps included. Every answer says whether it relied on
 * days that are not settled yet.
 */
import type { LocalDate, Text } from './moment';

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
