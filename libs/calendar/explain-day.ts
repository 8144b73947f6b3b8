/** Days and lists of days off in words, Vietnamese and English. */
import { dateText, weekdayName } from './date-text';
import { MOST_DAYS_NAMED, type StepParams } from './derivation';
import type { Lang, LocalDate } from './moment';

/** `thứ Hai 18/08/2014` · `Monday 18 August 2014`. */
export function dayText(date: LocalDate, lang: Lang): string {
  return `${weekdayName(date, lang)} ${dateText(date, lang)}`;
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
