/** The value of an indicator over the obligations of one round, with whose reports are in it and whose are not. */
import type { FieldValue, Ratio, ReportData } from '../form/types';
import { isModels, isRatio } from '../form/values';
import { valueOf, type Instant } from '../kernel';
import type { Comparator, Indicator, Measure } from './types';

/** One obligation as far as it counts: what was owed at the opening, and the report whose figures count now. */
export type Counted = {
  readonly obligation: string;
  readonly unit: string;
  /** Of the frozen set: who joined later is in no denominator. */
  readonly owed: boolean;
  /** The accepted report; null while there is none. */
  readonly report: {
    readonly submission: number;
    /** When the obligation's accepted report was first handed in. */
    readonly handedInAt: Instant;
    readonly data: ReportData | null;
  } | null;
};

export type Contribution = {
  readonly obligation: string;
  readonly unit: string;
  readonly submission: number | null;
  readonly amount: number;
};

export type IndicatorValue = {
  readonly numerator: number;
  readonly denominator: number;
  /** Null without a denominator, or without a target: then there is no value to compare. */
  readonly reached: boolean | null;
  readonly numeratorFrom: readonly Contribution[];
  readonly denominatorFrom: readonly Contribution[];
  /** Owed, and in neither: no accepted report, one that came too late, or one that leaves the figure out. */
  readonly without: readonly { readonly obligation: string; readonly unit: string }[];
};

export function indicatorValue(indicator: Indicator, round: readonly Counted[]): IndicatorValue {
  const counted = round.map((one) => (inTime(indicator, one) ? one : { ...one, report: null }));
  const numeratorFrom = contributions(indicator.numerator, counted);
  const denominatorFrom = contributions(indicator.denominator, counted);
  const [part, of] = [sum(numeratorFrom), sum(denominatorFrom)];
  const named = new Set(numeratorFrom.map(({ obligation }) => obligation));
  return {
    numerator: part,
    denominator: of,
    reached: reached({ part, of }, indicator),
    numeratorFrom,
    denominatorFrom,
    without: counted
      .filter(({ owed, obligation }) => owed && !named.has(obligation))
      .map(({ obligation, unit }) => ({ obligation, unit })),
  };
}

function inTime({ until }: Indicator, { report }: Counted): boolean {
  return until === null || report === null || report.handedInAt <= until;
}

function contributions(measure: Measure, counted: readonly Counted[]): readonly Contribution[] {
  return counted.flatMap((one): Contribution[] => {
    const amount = amountOf(measure, one);
    if (amount === null) return [];
    const { obligation, unit, report } = one;
    const submission = measure.kind === 'owed' ? null : (report?.submission ?? null);
    return [{ obligation, unit, submission, amount }];
  });
}

/** What one obligation adds; null when it adds nothing at all, which is not the same as a zero that was reported. */
function amountOf(measure: Measure, { owed, report }: Counted): number | null {
  if (measure.kind === 'owed') return owed ? 1 : null;
  if (!owed || report === null) return null;
  if (!('field' in measure)) return 1;
  const value = report.data?.values[measure.field];
  if (value === undefined) return null;
  switch (measure.kind) {
    case 'sum':
      return typeof value === 'number' ? value : null;
    case 'part':
    case 'whole':
      if (!isRatio(value)) return null;
      return measure.kind === 'part' ? value.part : value.of;
    case 'unitsWithAtLeast':
      return howMuch(value) >= measure.least ? 1 : null;
  }
}

function howMuch(value: FieldValue): number {
  if (typeof value === 'number') return value;
  return isModels(value) ? value.length : 0;
}

function reached(value: Ratio, { target }: Indicator): boolean | null {
  const asked = valueOf(target);
  if (asked === undefined || value.of === 0) return null;
  const left = BigInt(value.part) * BigInt(asked.of);
  const right = BigInt(asked.part) * BigInt(value.of);
  return COMPARES[asked.comparator](left, right);
}

const COMPARES: { readonly [C in Comparator]: (a: bigint, b: bigint) => boolean } = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<=': (a, b) => a <= b,
  '<': (a, b) => a < b,
};

function sum(all: readonly Contribution[]): number {
  return all.reduce((so, { amount }) => so + amount, 0);
}
