/**
 * The instants at which a ladder reminds, urges and escalates, counted from one due time.
 */
import type { Calendar } from './calendar';
import type { DerivationStep } from './derivation';
import type { Instant, LocalTime } from './moment';

/** Negative is before the due time, positive after, zero on the due day (hours: at the due instant). */
export type RungOffset =
  | { readonly workingDays: number }
  | { readonly calendarDays: number }
  | { readonly hours: number };

/** `hour`: local time of a rung counted in days; absent, the ladder's. */
export type LadderRung = { readonly id: string; readonly offset: RungOffset; readonly hour?: LocalTime };

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
