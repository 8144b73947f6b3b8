/**
 * Reporting periods and the date their data close. The periods of one rule partition the days; nine-month periods alone
 * leave a gap (from the ninth month's closing to the year's end), and a day in it belongs to the next one.
 */
import { addDays, addMonths, civilOf, clampedDate, daysBetween, mod, pad, weekday } from './date';
import { refuse, type LocalDate, type Text } from './moment';
import { periodLabel } from './period-label';

export type PeriodKind = 'week' | 'month' | 'quarter' | 'half' | 'nineMonths' | 'year';

/**
 * `closing15`: from the 15th to the 14th, weeks Thursday to Wednesday (Decree 09/2019 Art 12 as provinces adopted it;
 * Circular 55/2020/TT-BCT Art 8 for weeks and nine months). `calendar`: plain, weeks Monday to Sunday.
 */
export type PeriodSystem = 'closing15' | 'calendar';

export type PeriodRule =
  | { readonly kind: PeriodKind; readonly system: PeriodSystem }
  | { readonly kind: 'anchored'; readonly everyMonths: number; readonly anchor: LocalDate };

/**
 * `from` and `to` inclusive; `closing` is the day the data close.
 * Ids: `2018`, `2018-H1`, `2018-Q3`, `2018-07`, `2018-W32`, `2018-9M`, `every-6m-2012-06-30`.
 */
export type Period = {
  readonly id: string;
  readonly label: Text;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly closing: LocalDate;
};

const MONTHS: { readonly [K in Exclude<PeriodKind, 'week'>]: number } = {
  month: 1,
  quarter: 3,
  half: 6,
  nineMonths: 9,
  year: 12,
};

export function periodContaining(rule: PeriodRule, date: LocalDate): Period {
  if (rule.kind === 'anchored') return anchoredPeriod(rule.everyMonths, rule.anchor, date);
  if (rule.kind === 'week') return week(rule.system, date);
  return monthly(rule.kind, rule.system, date);
}

export function periodAfter(rule: PeriodRule, period: Period): Period {
  return periodContaining(rule, addDays(period.to, 1));
}

/** A run of months; under `closing15` the 15th already belongs to the month that follows. */
function monthly(kind: Exclude<PeriodKind, 'week'>, system: PeriodSystem, date: LocalDate): Period {
  const { year, month, day } = civilOf(date);
  const shift = system === 'closing15' && day >= 15 ? 1 : 0;
  const index = year * 12 + (month - 1) + shift;
  const length = MONTHS[kind];
  const step = kind === 'nineMonths' ? 12 : length;
  let first = Math.floor(index / step) * step;
  if (index >= first + length) first += step;
  const [startYear, startMonth] = [Math.floor(first / 12), mod(first, 12) + 1];
  const fromDay = system === 'closing15' ? 15 : 1;
  const from = clampedDate(startYear, startMonth - (system === 'closing15' ? 1 : 0), fromDay);
  const to = addDays(addMonths(from, length), -1);
  const id = `${pad(startYear, 4)}${monthsSuffix(kind, startMonth)}`;
  return period(id, from, to);
}

function monthsSuffix(kind: Exclude<PeriodKind, 'week'>, startMonth: number): string {
  switch (kind) {
    case 'month':
      return `-${pad(startMonth, 2)}`;
    case 'quarter':
      return `-Q${(startMonth + 2) / 3}`;
    case 'half':
      return startMonth === 1 ? '-H1' : '-H2';
    case 'nineMonths':
      return '-9M';
    case 'year':
      return '';
  }
}

/** Numbered as ISO 8601 numbers the week of its Wednesday, the closing day under `closing15`. */
function week(system: PeriodSystem, date: LocalDate): Period {
  const firstWeekday = system === 'closing15' ? 4 : 1;
  const from = addDays(date, -mod(weekday(date) - firstWeekday, 7));
  const to = addDays(from, 6);
  const thursday = system === 'closing15' ? addDays(to, 1) : addDays(from, 3);
  const { year } = civilOf(thursday);
  const number = Math.floor(daysBetween(clampedDate(year, 1, 1), thursday) / 7) + 1;
  return period(`${pad(year, 4)}-W${pad(number, 2)}`, from, to);
}

/** Boundaries are counted from the anchor itself, so that a clamped month-end does not drift. */
function anchoredPeriod(everyMonths: number, anchor: LocalDate, date: LocalDate): Period {
  if (!Number.isInteger(everyMonths) || everyMonths < 1) {
    refuse('period.everyMonths', String(everyMonths), 'repeat every whole number of months');
  }
  const [a, d] = [civilOf(anchor), civilOf(date)];
  const months = (d.year - a.year) * 12 + (d.month - a.month);
  let count = Math.floor(months / everyMonths);
  while (addMonths(anchor, count * everyMonths) < date) count += 1;
  const to = addMonths(anchor, count * everyMonths);
  const from = addDays(addMonths(anchor, (count - 1) * everyMonths), 1);
  return period(`every-${everyMonths}m-${to}`, from, to);
}

function period(id: string, from: LocalDate, to: LocalDate): Period {
  return { id, label: periodLabel(id), from, to, closing: to };
}
