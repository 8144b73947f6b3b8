/**
 * What bars a unit from awards while it holds: under discipline or under inspection (Decree 152/2025, principles). Recorded
 * with its source by a person; lifted by a person.
 */
import type { Command, Event, LocalDate } from '../kernel';

export type Bar = {
  /** Short id of the bar. */
  readonly id: string;
  readonly unit: string;
  readonly kind: 'discipline' | 'inspection';
  readonly from: LocalDate;
  /** The day on which it no longer holds; null while nobody knows. */
  readonly to: LocalDate | null;
  readonly reason: string;
  readonly source: string;
};

export type BarsState = {
  readonly bars: { readonly [id: string]: Bar };
  /** By bar: for which unit it was recorded; null where the operator did. */
  readonly recordedBy?: { readonly [id: string]: string | null };
};

export type BarsCommand =
  | Command<'RecordBar', Bar>
  | Command<'LiftBar', { id: string; on: LocalDate; reason: string }>
  | Command<'WakeUp', Record<string, never>>;

export type BarsEvent =
  | Event<'BarRecorded', Bar>
  | Event<'BarLifted', { id: string; unit: string; on: LocalDate; reason: string }>;
