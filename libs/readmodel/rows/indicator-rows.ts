/** Indicators with their values: one value per round of the duty, each with whose reports are in it. */
import type { Actor, Indicator, IndicatorValue, Instant, PlannedPeriod, Text } from '../../domain';

export type IndicatorRow = {
  readonly directive: string;
  readonly symbol: string | null;
  readonly indicator: Indicator;
  readonly definedBy: Actor;
  /** Of the duty whose reports it is counted in. */
  readonly dutyTitle: Text | null;
  /** What the duty's form calls the fields it counts. */
  readonly labels: { readonly [field: string]: Text };
  readonly values: readonly IndicatorOfPeriod[];
};

/** The value as of an instant; names of the units in it. */
export type IndicatorOfPeriod = IndicatorValue & {
  readonly round: string;
  readonly period: PlannedPeriod;
  readonly names: { readonly [unit: string]: Text };
};

export type Indicators = { readonly asOf: Instant; readonly items: readonly IndicatorRow[] };
