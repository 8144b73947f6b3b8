/**
 * The calendar: working days, holidays, periods, zones and due times as pure functions over data.
 * Imports nothing outside this folder; whoever needs a date with its reasons asks here.
 */
export type { Instant, Lang, LocalDate, LocalTime, Text } from './moment';
export { addDays, isLocalDate, lastDayOfMonth, weekday } from './date';
export { dateText, weekdayName } from './date-text';
export { millisBetween, plusMillis } from './instant';
export { dayEndingAt, endOfDay, localDateOf, toInstant, toLocal } from './zone';
export type { Local, Zone } from './zone';
export { calendarName } from './calendar';
export type { Calendar, CalendarDay, CalendarYear, DayKind, RecurringHoliday } from './calendar';
export { checkCalendar } from './check-calendar';
export type { Fault } from './check-calendar';
export { addWorkingDays, dayStatus, isWorkingDay } from './working-day';
export type { DayStatus, Rolling, Shift } from './working-day';
export { periodAfter, periodContaining } from './period';
export type { Period, PeriodKind, PeriodRule, PeriodSystem } from './period';
export type { DerivationStep, StepParam, StepParams } from './derivation';
export { deriveDue } from './due';
export type {
  AnchorKind,
  BeforeReading,
  Bound,
  Due,
  DueAnchor,
  DueQuestion,
  DueRule,
  DueSources,
} from './due';
export { deriveRungs } from './rungs';
export type { Ladder, LadderRung, PlacedRung, RungOffset, RungsQuestion } from './rungs';
export { explain } from './explain';
export { VIETNAM } from './data/vietnam';
