/**
 * Reporting periods and the date their data close. Periods of one rule partition the days (nine-month periods aside).
 */
import type { LocalDate, Text } from './moment';

export type PeriodKind = 'week' | 'month' | 'quarter' | 'half' | 'nineMonths' | 'year';

/** `closing15`: 15th to 14th, weeks Thursday to Wednesday (Decree 09/2019 Art 12); `calendar`: plain, weeks Monday to Sunday. */
export type PeriodSystem = 'closing15' | 'calendar';

export type PeriodRule =
  | { readonly kind: PeriodKind; readonly system: PeriodSystem }
  | { readonly kind: 'anchored'; readonly everyMonths: number; readonly anchor: LocalDate };

/** `from` and `to` inclusive; `closing` is the day the data close. Ids: `2018`, `2018-H1`, `2018-Q3`, `2018-07`, `2018-W32`, `2018-9M`, `every-6m-2012-06-30`. */
export type Period = {
  readonly id: string;
  readonly label: Text;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly closing: LocalDate;
};
