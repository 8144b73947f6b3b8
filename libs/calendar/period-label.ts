/** The name of a period in words, from its id alone, so that an id in a log reads everywhere the same. */
import { dateText, monthName } from './date-text';
import type { Text } from './moment';

const ROMAN = ['I', 'II', 'III', 'IV'];
const ORDINAL = ['first', 'second', 'third', 'fourth'];

/** An id of an unknown form is its own label. */
export function periodLabel(id: string): Text {
  const anchored = /^every-(\d+)m-(\d{4}-\d\d-\d\d)$/.exec(id);
  if (anchored) {
    const [, months = '', date = ''] = anchored;
    return {
      vi: `kỳ ${months} tháng đến ngày ${dateText(date, 'vi')}`,
      en: `${months} months to ${dateText(date, 'en')}`,
    };
  }
  const match = /^(\d{4})(?:-(?:(\d\d)|Q([1-4])|H([12])|W(\d\d)|(9M)))?$/.exec(id);
  if (!match) return { vi: id, en: id };
  const [, year, month, quarter, half, week, nine] = match;
  if (month) return { vi: `tháng ${month}/${year}`, en: `${monthName(Number(month))} ${year}` };
  if (quarter) {
    const index = Number(quarter) - 1;
    return { vi: `quý ${ROMAN[index]}/${year}`, en: `${ORDINAL[index]} quarter of ${year}` };
  }
  if (half) {
    return {
      vi: `6 tháng ${half === '1' ? 'đầu' : 'cuối'} năm ${year}`,
      en: `${half === '1' ? 'first' : 'second'} half of ${year}`,
    };
  }
  if (week) return { vi: `tuần ${week}/${year}`, en: `week ${Number(week)} of ${year}` };
  if (nine) return { vi: `9 tháng đầu năm ${year}`, en: `first nine months of ${year}` };
  return { vi: `năm ${year}`, en: `year ${year}` };
}
