/**
 * When something falls due: a rule, an anchor and a calendar give one instant, with every step written down.
 */
import type { Calendar } from './calendar';
import type { DerivationStep } from './derivation';
import type { Instant, LocalDate, LocalTime } from './moment';
import type { Period } from './period';

export type AnchorKind = 'issue' | 'closing' | 'request';

export type DueRule =
  | { readonly kind: 'workingDaysAfter'; readonly from: AnchorKind; readonly days: number }
  | { readonly kind: 'calendarDaysAfter'; readonly from: AnchorKind; readonly days: number }
  | { readonly kind: 'hoursAfter'; readonly from: 'request'; readonly hours: number }
  /** The given day of the period's last month (a day the month has not becomes its last). */
  | { readonly kind: 'dayOfLastMonth'; readonly day: number }
  /** The given day of the month after the period's last month. */
  | { readonly kind: 'dayOfNextMonth'; readonly day: number }
  /** In the year in which the period closes; without a period, the first such date on or after the anchor. */
  | { readonly kind: 'yearlyDate'; readonly month: number; readonly day: number }
  | { readonly kind: 'fixedDate'; readonly date: LocalDate }
  | { readonly kind: 'periodEnd' };

/** `before` is "trước ngày D"; how it is read is `beforeReading`. */
export type Bound = 'inclusive' | 'before';

/** `strict`: the last good moment is 24:00 of D-1. `byDate`: read as many offices do, by the due hour of D. */
export type BeforeReading = 'strict' | 'byDate';

/** What to do with a last day that is not a working day (Civil Code Art 148 rolls forward). */
export type Rolling = 'forward' | 'keep' | 'back';

/** The event a term runs from: a local date, or an instant when hours count. */
export type DueAnchor = { readonly kind: AnchorKind; readonly source: string } & (
  | { readonly date: LocalDate }
  | { readonly instant: Instant }
);

/** One source per part of the answer: the text or policy it was taken from. */
export type DueSources = {
  readonly rule: string;
  readonly bound: string;
  readonly rolling: string;
  readonly dueHour: string;
};

export type DueQuestion = {
  readonly calendar: Calendar;
  readonly rule: DueRule;
  /** Needed by rules that count from an event. */
  readonly anchor?: DueAnchor | null;
  /** Needed by rules about a period. */
  readonly period?: Period | null;
  readonly bound: Bound;
  /** Default `strict`. */
  readonly beforeReading?: BeforeReading;
  readonly rolling: Rolling;
  readonly dueHour: LocalTime;
  readonly sources: DueSources;
};

/** `localDate` is the last good day; `provisional` when a day relied on is not settled yet. */
export type Due = {
  readonly dueAt: Instant;
  readonly localDate: LocalDate;
  readonly provisional: boolean;
  readonly derivation: readonly DerivationStep[];
};
