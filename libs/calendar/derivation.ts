/**
 * Why a date is what it is, as data: each step says which rule of which source led from what to what.
 * The sentence is rendered from the steps, never stored.
 */
import { calendarName, type Calendar } from './calendar';
import type { Instant } from './moment';
import type { DayStatus, Shift } from './working-day';
import { toLocal, type Zone } from './zone';

export type StepParam =
  string | number | boolean | null | readonly StepParam[] | { readonly [name: string]: StepParam };

/**
 * `rule` is one of: `anchor.issue|closing|request`, `anchor.period`, `due.<kind of rule>`, `bound.strict|byDate`,
 * `roll.forward|back|keep`, `hour`, `endOfDay`, `provisional`, `rung.workingDays|calendarDays|hours`.
 * `from` and `to` are dates or instants.
 */
export type DerivationStep = {
  readonly rule: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly params?: { readonly [name: string]: StepParam };
};

/** The local date and hour of an instant, as every step that ends in one carries them. */
export function localParams(
  zone: Zone,
  instant: Instant,
): { date: string; hour: string; zone: string } {
  const { date, time } = toLocal(zone, instant);
  return { date, hour: time.slice(0, 5), zone: zone.id };
}

/** The calendar and the days off passed over, as a step's params. */
export function shiftParams(
  calendar: Calendar,
  shift: Shift,
): { calendar: string; skipped: StepParam } {
  return { calendar: calendarName(calendar), skipped: shift.skipped.map(skippedParam) };
}

function skippedParam({ date, reason, name }: DayStatus): StepParam {
  return name === null ? { date, reason } : { date, reason, name };
}
