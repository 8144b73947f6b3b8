/** Dates, hours and lists of days off in words, Vietnamese and English. */
import { weekday } from './date';
import type { StepParam } from './derivation';
import type { Lang, LocalDate, Text } from './moment';

const WEEKDAYS: { readonly [L in Lang]: readonly string[] } = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS =
  'January February March April May June July August September October November December';
/** A longer list is given by its ends and its length. */
const MOST_DAYS_NAMED = 8;

/** `thứ Hai 18/08/2014` · `Monday 18 August 2014`. */
export function dayText(date: LocalDate, lang: Lang): string {
  const name = WEEKDAYS[lang][weekday(date) - 1]!;
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
  if (lang === 'vi') return `${name} ${day}/${month}/${year}`;
  return `${name} ${Number(day)} ${MONTHS.split(' ')[Number(month) - 1]} ${year}`;
}

/** The days passed over, with the names of those that are more than a weekend; empty when there are none. */
export function skippedText(skipped: StepParam | undefined, lang: Lang): string {
  const days = Array.isArray(skipped) ? skipped.flatMap(skippedDay) : [];
  if (days.length === 0) return '';
  const dates = days.map(({ date }) => date).sort();
  if (days.length > MOST_DAYS_NAMED) {
    const [first, last] = [dayText(dates[0]!, lang), dayText(dates.at(-1)!, lang)];
    return lang === 'vi'
      ? `${days.length} ngày nghỉ từ ${first} đến ${last}`
      : `${days.length} days off from ${first} to ${last}`;
  }
  const named = days.map(({ date, name }) =>
    name ? `${dayText(date, lang)} (${name[lang]})` : dayText(date, lang),
  );
  return joined(named, lang);
}

function joined(parts: readonly string[], lang: Lang): string {
  if (parts.length === 1) return parts[0]!;
  const and = lang === 'vi' ? ' và ' : ' and ';
  return parts.slice(0, -1).join(', ') + and + parts.at(-1)!;
}

function skippedDay(param: StepParam): { date: LocalDate; name: Text | null }[] {
  if (param === null || typeof param !== 'object' || !('date' in param)) return [];
  const { date, name } = param;
  if (typeof date !== 'string') return [];
  const isText = name !== null && typeof name === 'object' && 'vi' in name && 'en' in name;
  return [{ date, name: isText ? { vi: String(name.vi), en: String(name.en) } : null }];
}
