/**
 * Time zones as data, so that no rule depends on the machine's zone database.
 */
import type { Instant, LocalDate, LocalTime } from './moment';

export type Zone = {
  readonly id: string;
  /** In order of time: from `at` on, local time is UTC plus `offsetMinutes`. */
  readonly transitions: readonly { readonly at: Instant; readonly offsetMinutes: number }[];
  readonly initialOffsetMinutes: number;
};

/** `time` is given in full, `17:00:00.000`. */
export type Local = { readonly date: LocalDate; readonly time: LocalTime };
