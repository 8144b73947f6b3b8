/** What several commands of the line ask for alike: how a thing is named, which issuer, a date. */
import { InvalidArgumentError } from 'commander';

export const ISSUER = '--issuer <unit>';
export const ISSUER_HELP =
  'cơ quan ban hành, khi một ký hiệu có ở nhiều nơi · when several issuers used a symbol';
export const AS_OF = '--as-of <time>';
export const AS_OF_HELP =
  '2018-12-31 (hết ngày · its end), 2018-12-31T17:00 (UTC+7), …Z, @8123 (dòng số · entry)';
export const BOOK = {
  directive: 'mã hoặc ký hiệu · id or symbol (07/CT-BCA-V28)',
  round: 'mã đợt · id of the round (d-…~report~2018)',
  unit: 'mã, tên hoặc tên khác · id, name or alias',
};

export function localDate(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  throw new InvalidArgumentError('2018-12-18');
}

/** Of an option that may be given many times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
