/** Dates, hours and lists of days off in words, Vietnamese and English. */
import { weekday } from './date';
import { MOST_DAYS_NAMED, type StepParams } from './derivation';
import type { Lang, LocalDate } from './moment';

const WEEKDAYS: { readonly [L in Lang]: readonly string[] } = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS =
  'January February March April May June July August September October November December';

/** `thứ Hai 18/08/2014` · `Monday 18 August 2014`. */
export function dayText(date: LocalDate, lang: Lang): string {
  const name = WEEKDAYS[lang][weekday(date) - 1]!;
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
  if (lang === 'vi') return `${name} ${day}/${month}/${year}`;
  return `${name} ${Number(day)} ${MONTHS.split(' ')[Number(month) - 1]} ${year}`;
}

/** The days passed over, with the names of those that are more than a weekend; empty when there are none. */
export function skippedText(params: StepParams, lang: Lang): string {
  const skipped = typeof params.skipped === 'string' ? params.skipped.split(' ') : [];
  if (skipped.length === 0) return '';
  if (skipped.length > MOST_DAYS_NAMED) {
    const [first, last] = [dayText(skipped[0]!, lang), dayText(skipped.at(-1)!, lang)];
    return lang === 'vi'
      ? `${skipped.length} ngày nghỉ từ ${first} đến ${last}`
      : `${skipped.length} days off from ${first} to ${last}`;
  }
  const named = skipped.map((date) => {
    const name = params[`${lang} ${date}`];
    return name === undefined ? dayText(date, lang) : `${dayText(date, lang)} (${String(name)})`;
  });
  return joined(named, lang);
}

function joined(parts: readonly string[], lang: Lang): string {
  if (parts.length === 1) return parts[0]!;
  const and = lang === 'vi' ? ' và ' : ' and ';
  return parts.slice(0, -1).join(', ') + and + parts.at(-1)!;
}
