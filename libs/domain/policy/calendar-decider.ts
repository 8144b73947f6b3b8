/** The decider of one calendar: years are adopted whole, in an unbroken row, and each adoption is a new revision. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision } from '../kernel';
import { isLocalDate, weekdayOf } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseAllButOperator } from '../remit';
import { refuseActor } from '../rights';
import { isPlainId } from '../spelling';
import type { CalendarCommand, CalendarDayRecord, CalendarEvent, CalendarState } from './types';

type AdoptCalendarYear = Extract<CalendarCommand, { type: 'AdoptCalendarYear' }>;

export const calendarDecider: Decider<CalendarState, CalendarCommand, CalendarEvent> = {
  kind: 'calendar',
  initial: { id: '', revision: 0, years: {} },
  decide: decideBy<CalendarState, CalendarCommand, CalendarEvent>({
    AdoptCalendarYear: adoptCalendarYear,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<CalendarState, CalendarEvent>('calendar', {
    CalendarYearAdopted: (state, { data }) => ({
      id: data.calendar,
      revision: data.revision,
      years: { ...state.years, [data.year]: data.days },
    }),
  }),
  nextWakeup: () => null,
};

function adoptCalendarYear(
  state: CalendarState,
  command: AdoptCalendarYear,
): Decision<CalendarEvent> {
  const { data } = command;
  const refused =
    refuseActor(command) ?? refuseAllButOperator(command) ?? refuseBlank(data.source, 'source');
  if (refused) return refused;
  if (!isPlainId(data.calendar) || command.stream !== `calendar/${data.calendar}`) {
    return refuse('calendar.bad-id', { calendar: data.calendar });
  }
  const fault = checkYear(state, data.year, data.days);
  if (fault) return fault;
  return accept({
    type: 'CalendarYearAdopted',
    data: { ...data, revision: state.revision + 1 },
  });
}

function checkYear(
  state: CalendarState,
  year: number,
  days: readonly CalendarDayRecord[],
): Refusal | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return invalid(String(year), 'year');
  const hole = holeBefore(state, year);
  if (hole !== null) return invalid(String(hole), 'hole');
  if (days.length === 0) return invalid(String(year), 'empty');
  for (const [index, day] of days.entries()) {
    const problem = problemOf(day, year);
    if (problem !== null) return invalid(day.date, problem);
    if (days.findIndex(({ date }) => date === day.date) < index) return invalid(day.date, 'double');
  }
  return null;
}

/** A year that would be missing between those known and this one; null when the row stays unbroken. */
function holeBefore(state: CalendarState, year: number): number | null {
  const known = Object.keys(state.years).map(Number);
  if (known.length === 0) return null;
  const [first, last] = [Math.min(...known), Math.max(...known)];
  if (year > last + 1) return last + 1;
  return year < first - 1 ? first - 1 : null;
}

function problemOf(day: CalendarDayRecord, year: number): string | null {
  if (!isLocalDate(day.date)) return 'not-a-date';
  if (Number(day.date.slice(0, 4)) !== year) return 'other-year';
  if (day.source.trim() === '') return 'no-source';
  return day.kind === 'workingDay' && weekdayOf(day.date) <= 5 ? 'working-day-on-weekday' : null;
}

function invalid(date: string, problem: string): Refusal {
  return refuse('calendar.invalid', { date, problem });
}
