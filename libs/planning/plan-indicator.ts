/** Until when a report counts for an indicator: the end of its day, where the office is. */
import { endOfDay } from '../calendar';
import type { IndicatorDefinition, IndicatorPlan } from '../domain';
import type { PolicyBook } from './policy-book';

export type IndicatorData = { readonly indicator: IndicatorDefinition };

export function planIndicator(
  { indicator: { by } }: IndicatorData,
  { calendar }: PolicyBook,
): IndicatorPlan {
  return { until: by === null ? null : endOfDay(calendar.zone, by) };
}
