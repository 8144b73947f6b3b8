/** Dates, weekdays and months as sentences say them, Vietnamese and English. */
import { weekday } from './date';
import type { Lang, LocalDate } from './moment';

const WEEKDAYS: { readonly [L in Lang]: readonly string[] } = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS =
  'January February March April May June July August September October November December';

/** English; in Vietnamese a month is its number. */
export function monthName(month: number): string {
  return MONTHS.split(' ')[month - 1]!;
}

/** `thứ Hai` · `Monday`. */
export function weekdayName(date: LocalDate, lang: Lang): string {
  return WEEKDAYS[lang][weekday(date) - 1]!;
}

/** `18/12/2018` · `18 December 2018`. */
export function dateText(date: LocalDate, lang: Lang): string {
  const [year, month, day] = date.split('-');
  if (lang === 'vi') return `${day}/${month}/${year}`;
  return `${Number(day)} ${monthName(Number(month))} ${year}`;
}
