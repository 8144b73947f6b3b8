/**
 * Why a date is what it is, as data: each step says which rule of which source led from what to what.
 * The sentence is rendered from the steps, never stored.
 */
import { calendarName, type Calendar } from './calendar';
import type { Instant } from './moment';
import type { Shift } from './working-day';
import { toLocal, type Zone } from './zone';

/** Flat, so that a step fits any store: lists are written as dates apart by blanks. */
export type StepParam = string | number | boolean | null;
export type StepParams = { readonly [name: string]: StepParam };

/**
 * `rule` is one of: `anchor.issue|closing|request`, `anchor.period`, `due.<kind of rule>`, `bound.strict|inclusive`,
 * `roll.forward|back|keep`, `hour`, `endOfDay`, `provisional`, `rung.workingDays|calendarDays|hours`,
 * `recognition.registration|assessment|decision`, `archive.workEnd|yearEnd`.
 * `from` and `to` are dates or instants. Days off passed over stand in `skipped`, their names under `vi 2012-12-31`.
 */
export type DerivationStep = {
  readonly rule: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly params?: StepParams;
};

/** Of a longer list the names are left out: it is told by its ends and its length. */
export const MOST_DAYS_NAMED = 8;

/** The local date and hour of an instant, as every step that ends in one carries them. */
export function localParams(zone: Zone, instant: Instant): StepParams {
  const { date, time } = toLocal(zone, instant);
  return { date, hour: time.slice(0, 5), zone: zone.id };
}

/** The calendar and the days off passed over, in order of date, as a step's params. */
export function shiftParams(calendar: Calendar, shift: Shift): StepParams {
  const skipped = [...shift.skipped].sort((a, b) => (a.date < b.date ? -1 : 1));
  const params: { [name: string]: StepParam } = { calendar: calendarName(calendar) };
  if (skipped.length > 0) params.skipped = skipped.map(({ date }) => date).join(' ');
  if (skipped.length > MOST_DAYS_NAMED) return params;
  for (const { date, name } of skipped) {
    if (name === null) continue;
    params[`vi ${date}`] = name.vi;
    params[`en ${date}`] = name.en;
  }
  return params;
}
