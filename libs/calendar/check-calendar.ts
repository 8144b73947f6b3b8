/**
 * Every hole and contradiction of a calendar, with its place: for tests alone, which check with it the calendars that ship.
 */
import {
  DEFAULT_WEEKEND,
  isRestDay,
  type Calendar,
  type CalendarDay,
  type CalendarYear,
} from './calendar';
import { isLocalDate } from './date';
import type { Text } from './moment';

/** A fault in data: a stable code, where it stands (`years.2014.days[3]`), and what to do about it. */
export type Fault = { readonly code: string; readonly place: string; readonly message: Text };

const KINDS: readonly string[] = ['holiday', 'dayOff', 'workingDay'];

/** An empty list when the calendar is sound. */
export function checkCalendar(calendar: Calendar): Fault[] {
  const reversed = checkSpan(calendar);
  if (reversed.length > 0) return reversed;
  return [
    ...checkCoverage(calendar),
    ...Object.entries(calendar.years).flatMap(([key, year]) => checkYear(calendar, key, year)),
    ...checkWeekend(calendar),
    ...checkZone(calendar),
  ];
}

function checkSpan({ coverage: { from, to } }: Calendar): Fault[] {
  if (Number.isInteger(from) && Number.isInteger(to) && from <= to && from >= 1 && to <= 9999) {
    return [];
  }
  return [
    fault('calendar.coverageReversed', 'coverage', {
      vi: `phạm vi ${from}–${to} không phải là một khoảng năm; sửa from và to`,
      en: `coverage ${from} to ${to} is not a span of years; correct from and to`,
    }),
  ];
}

function checkCoverage({ coverage, years }: Calendar): Fault[] {
  const { from, to, decided = to } = coverage;
  const faults: Fault[] = [];
  if (decided > to || decided < from - 1) {
    faults.push(
      fault('calendar.decidedOutsideCoverage', 'coverage.decided', {
        vi: `năm ${decided} nằm ngoài phạm vi ${from}–${to}`,
        en: `the year ${decided} lies outside the coverage ${from} to ${to}`,
      }),
    );
  }
  for (let year = from; year <= to; year += 1) {
    if (years[String(year)] !== undefined) continue;
    faults.push(
      fault('calendar.yearMissing', `years.${year}`, {
        vi: `thiếu năm ${year}; bổ sung danh sách ngày nghỉ hoặc thu hẹp phạm vi`,
        en: `the year ${year} is missing; add its days or narrow the coverage`,
      }),
    );
  }
  return faults;
}

function checkYear(calendar: Calendar, key: string, year: CalendarYear): Fault[] {
  const faults: Fault[] = [];
  const { from, to } = calendar.coverage;
  if (String(year.year) !== key) {
    faults.push(
      fault('calendar.yearMismatch', `years.${key}.year`, {
        vi: `ghi năm ${year.year} dưới mục ${key}; sửa một trong hai`,
        en: `says ${year.year} under the key ${key}; correct one of them`,
      }),
    );
  } else if (year.year < from || year.year > to) {
    faults.push(
      fault('calendar.yearOutsideCoverage', `years.${key}`, {
        vi: `nằm ngoài phạm vi ${from}–${to}; mở rộng phạm vi hoặc bỏ năm này`,
        en: `lies outside the coverage ${from} to ${to}; widen it or drop the year`,
      }),
    );
  }
  const seen = new Map<string, number>();
  year.days.forEach((day, index) => {
    const place = `years.${key}.days[${index}]`;
    faults.push(...checkDay(calendar, key, day, place));
    const earlier = seen.get(day.date);
    if (earlier === undefined) seen.set(day.date, index);
    else {
      faults.push(
        fault('calendar.duplicateDate', place, {
          vi: `ngày ${day.date} đã có ở days[${earlier}]; giữ lại một`,
          en: `${day.date} already stands at days[${earlier}]; keep one of them`,
        }),
      );
    }
  });
  return faults;
}

function checkDay(calendar: Calendar, key: string, day: CalendarDay, place: string): Fault[] {
  if (!isLocalDate(day.date)) {
    return [
      fault('calendar.malformedDate', place, {
        vi: `“${day.date}” không phải là một ngày có thật; viết YYYY-MM-DD`,
        en: `"${day.date}" is not a date that exists; write YYYY-MM-DD`,
      }),
    ];
  }
  const faults: Fault[] = [];
  if (day.date.slice(0, 4) !== key.padStart(4, '0')) {
    faults.push(
      fault('calendar.dayOfAnotherYear', place, {
        vi: `ngày ${day.date} không thuộc năm ${key}; chuyển sang đúng năm`,
        en: `${day.date} is not a day of ${key}; move it to its year`,
      }),
    );
  }
  if (!KINDS.includes(day.kind)) {
    faults.push(
      fault('calendar.unknownKind', place, {
        vi: `loại ngày “${day.kind}” không có; dùng ${KINDS.join(', ')}`,
        en: `there is no kind "${day.kind}"; use ${KINDS.join(', ')}`,
      }),
    );
  }
  if (day.kind === 'workingDay' && !isRestDay(calendar, day.date)) {
    faults.push(
      fault('calendar.workingDayOnWeekday', place, {
        vi: `${day.date} vốn là ngày làm việc; ngày làm bù phải là ngày nghỉ hằng tuần`,
        en: `${day.date} is a working day anyway; a day worked by swap is a weekly rest day`,
      }),
    );
  }
  if (day.kind === 'dayOff' && isRestDay(calendar, day.date)) {
    faults.push(
      fault('calendar.dayOffOnWeekend', place, {
        vi: `${day.date} vốn là ngày nghỉ hằng tuần; ngày nghỉ bù phải là ngày làm việc`,
        en: `${day.date} is a weekly rest day anyway; a day off in lieu is a weekday`,
      }),
    );
  }
  if (!day.source) {
    faults.push(
      fault('calendar.sourceMissing', place, {
        vi: `ngày ${day.date} không có nguồn; ghi văn bản quy định ngày này`,
        en: `${day.date} has no source; name the document that sets it`,
      }),
    );
  }
  return faults;
}

function checkWeekend(calendar: Calendar): Fault[] {
  const weekend = calendar.weekend ?? DEFAULT_WEEKEND;
  const sound =
    weekend.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
    new Set(weekend).size < 7;
  if (sound) return [];
  return [
    fault('calendar.weekendUnusable', 'weekend', {
      vi: 'ngày nghỉ hằng tuần là các số từ 1 (thứ Hai) đến 7 (Chủ nhật), không phủ cả tuần',
      en: 'rest days are numbers from 1 (Monday) to 7 (Sunday) and leave a day to work',
    }),
  ];
}

function checkZone({ zone }: Calendar): Fault[] {
  return zone.transitions.flatMap(({ at }, index) => {
    const previous = zone.transitions[index - 1];
    if (previous === undefined || previous.at < at) return [];
    return [
      fault('zone.transitionsOutOfOrder', `zone.transitions[${index}]`, {
        vi: `${at} không sau ${previous.at}; xếp các lần đổi giờ theo thời gian`,
        en: `${at} does not follow ${previous.at}; put the changes in order of time`,
      }),
    ];
  });
}

function fault(code: string, place: string, message: Text): Fault {
  return { code, place, message };
}
