/**
 * The instants at which a ladder reminds, urges and escalates, counted from one due time.
 * A due time at midnight closes the day before it (24:00), so "on the due day" means that day.
 */
import type { Calendar } from './calendar';
import { addDays } from './date';
import { localParams, shiftParams, type DerivationStep } from './derivation';
import { HOUR_MS, plusMillis } from './instant';
import type { Instant, LocalTime } from './moment';
import { addWorkingDays, dayStatus } from './working-day';
import { dayEndingAt, localDateOf, toInstant } from './zone';

/** Negative is before the due time, positive after, zero on the due day (hours: at the due instant). */
export type RungOffset =
  { readonly workingDays: number } | { readonly calendarDays: number } | { readonly hours: number };

/** `hour`: local time of a rung counted in days; absent, the ladder's. */
export type LadderRung = {
  readonly id: string;
  readonly offset: RungOffset;
  readonly hour?: LocalTime;
};

/** `hour` absent: 08:00. */
export type Ladder<R extends LadderRung = LadderRung> = {
  readonly rungs: readonly R[];
  readonly hour?: LocalTime;
  readonly source: string;
};

export type RungsQuestion<R extends LadderRung> = {
  readonly calendar: Calendar;
  readonly dueAt: Instant;
  readonly ladder: Ladder<R>;
};

/** The rung as the ladder gives it, with its instant and the one step that leads there. */
export type PlacedRung<R extends LadderRung = LadderRung> = R & {
  readonly at: Instant;
  readonly provisional: boolean;
  readonly derivation: DerivationStep;
};

const DEFAULT_HOUR = '08:00';

/** In order of time; rungs of one instant stay in the ladder's order. */
export function deriveRungs<R extends LadderRung>(question: RungsQuestion<R>): PlacedRung<R>[] {
  const placed = question.ladder.rungs.map((rung) => place(question, rung));
  return placed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function place<R extends LadderRung>(question: RungsQuestion<R>, rung: R): PlacedRung<R> {
  const { calendar, dueAt, ladder } = question;
  const { zone } = calendar;
  const { offset } = rung;
  const source = ladder.source;
  if ('hours' in offset) {
    const at = plusMillis(dueAt, offset.hours * HOUR_MS);
    const params = { hours: offset.hours, ...localParams(zone, at) };
    const provisional = dayStatus(calendar, localDateOf(zone, at)).provisional;
    const derivation = { rule: 'rung.hours', source, from: dueAt, to: at, params };
    return { ...rung, at, provisional, derivation };
  }
  const dueDay = dayEndingAt(zone, dueAt);
  const hour = rung.hour ?? ladder.hour ?? DEFAULT_HOUR;
  if ('calendarDays' in offset) {
    const date = addDays(dueDay, offset.calendarDays);
    const at = toInstant(zone, { date, time: hour });
    const params = { days: offset.calendarDays, date, hour, zone: zone.id };
    const provisional = dayStatus(calendar, date).provisional;
    const derivation = { rule: 'rung.calendarDays', source, from: dueDay, to: at, params };
    return { ...rung, at, provisional, derivation };
  }
  const shift = addWorkingDays(calendar, dueDay, offset.workingDays);
  const at = toInstant(zone, { date: shift.date, time: hour });
  const provisional = shift.provisional || dayStatus(calendar, dueDay).provisional;
  const params = {
    days: offset.workingDays,
    date: shift.date,
    hour,
    zone: zone.id,
    ...shiftParams(calendar, shift),
  };
  const derivation = { rule: 'rung.workingDays', source, from: dueDay, to: at, params };
  return { ...rung, at, provisional, derivation };
}
