/** `dondoc calendar YEAR`: the days that differ from a plain week, with their sources, and the working days. */
import {
  VIETNAM,
  isWorkingDay,
  lastDayOfMonth,
  weekday,
  type Calendar,
} from '../../../libs/calendar';
import { localDateText } from '../../../libs/contracts';
import type { CalendarYearRow } from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import type { Context } from '../context';
import type { Screen, Words } from '../screen';

export type CalendarOptions = { readonly calendar: string };

const KINDS: Readonly<Record<string, Words>> = {
  holiday: ['nghỉ lễ', 'holiday'],
  dayOff: ['nghỉ bù, hoán đổi', 'compensation day'],
  workingDay: ['làm bù', 'worked instead'],
};

const WEEKDAYS: Readonly<Record<number, Words>> = {
  1: ['thứ Hai', 'Mon'],
  2: ['thứ Ba', 'Tue'],
  3: ['thứ Tư', 'Wed'],
  4: ['thứ Năm', 'Thu'],
  5: ['thứ Sáu', 'Fri'],
  6: ['thứ Bảy', 'Sat'],
  7: ['Chủ nhật', 'Sun'],
};

export const DEFAULT_CALENDAR = VIETNAM.id;

export async function calendar(
  { client, screen }: Context,
  year: string,
  options: CalendarOptions,
): Promise<void> {
  if (!/^\d{4}$/.test(year)) {
    throw cliError(EXIT.usage, `${year}: không phải năm · not a year; 2026`);
  }
  const row = await client.get<CalendarYearRow>(`/v1/calendars/${options.calendar}/${year}`);
  screen.result(row, () => {
    screen.title(`Lịch làm việc năm ${year}`, `Working calendar ${year}`);
    screen.prose(`${screen.say('Nguồn', 'Source')}: ${row.source}`);
    screen.line();
    screen.table(
      [
        ['Ngày', 'Date'],
        ['Thứ', 'Weekday'],
        ['Loại', 'Kind'],
        ['Tên', 'Name'],
        ['Nguồn', 'Source'],
      ],
      row.days.map((day) => [
        localDateText(day.date),
        screen.say(...WEEKDAYS[weekday(day.date)]!),
        screen.say(...KINDS[day.kind]!) +
          (day.certainty === 'unsure' ? screen.say(' (chưa chắc)', ' (unsure)') : ''),
        screen.text(day.name),
        day.source,
      ]),
    );
    workingDays(screen, row);
  });
}

function workingDays(screen: Screen, row: CalendarYearRow): void {
  const ofYear: Calendar = {
    ...VIETNAM,
    years: { [row.year]: { year: row.year, days: row.days } },
    coverage: { from: row.year, to: row.year },
  };
  const months = Array.from({ length: 12 }, (_none, at) => countOf(ofYear, row.year, at + 1));
  const total = months.reduce((sum, it) => sum + it, 0);
  screen.heading('Số ngày làm việc', 'Working days');
  screen.table(
    [
      ...months.map((_count, at) => screen.number([`T${at + 1}`, `M${at + 1}`])),
      screen.number(['Cả năm', 'Year']),
    ],
    [[...months, total]],
  );
}

function countOf(calendar: Calendar, year: number, month: number): number {
  const last = lastDayOfMonth(year, month);
  const days = Array.from({ length: last }, (_none, at) => `${year}-${two(month)}-${two(at + 1)}`);
  return days.filter((date) => isWorkingDay(calendar, date)).length;
}

const two = (value: number): string => String(value).padStart(2, '0');
