/**
 * Many reports as one: the figures by their rules, the texts by who sent them. Independent of the order in which the
 * reports came. A figure that cannot be rolled up is said to be impossible with the reason, and is never guessed.
 */
import { sameJson } from '../check-grades';
import type { Text } from '../kernel';
import { largestDecimal, sumOfDecimals } from './decimal';
import type { FieldValue, Form, FormField, Model, ReportData } from './types';
import { isModels, isRatio } from './values';

/** An accepted report that is rolled up. */
export type Part = {
  /** The obligation it answers, by id: parts are taken in its order. */
  readonly obligation: string;
  readonly unit: string;
  readonly submission: number;
  /** When it was handed in: `last` takes the latest. */
  readonly effectiveAt: string;
  /** The form of the round it came in by; null where its duty has none. */
  readonly form: Form | null;
  readonly data: ReportData | null;
  readonly summary: string;
};

export type RolledField = {
  readonly field: string;
  readonly label: Text;
  readonly rollUp: FormField['rollUp'];
  /** Null when no part has it, or it cannot be rolled up. */
  readonly value: FieldValue | readonly Listed[] | null;
  /** Obligations whose reports are in it. */
  readonly from: readonly string[];
  /** Obligations whose reports leave it out. */
  readonly without: readonly string[];
  /** `mixed-units`: the parts count in different units and no sum is true. */
  readonly problem: 'mixed-units' | 'other-type' | 'too-large' | null;
};

export type Listed = { readonly unit: string; readonly value: FieldValue };

type Filled = { readonly part: Part; readonly value: FieldValue };

/** The figures of `form` from the parts, field by field; fields that do not roll up are left out. */
export function rollUp(form: Form, parts: readonly Part[]): readonly RolledField[] {
  const ordered = parts.toSorted((a, b) => (a.obligation < b.obligation ? -1 : 1));
  return form.fields
    .filter((field) => field.rollUp !== 'none')
    .map((field) => rolledField(field, ordered));
}

function rolledField(field: FormField, parts: readonly Part[]): RolledField {
  const { code, label, rollUp: rule } = field;
  const filled = parts.flatMap((part): Filled[] => {
    const value = part.data?.values[code];
    return value === undefined ? [] : [{ part, value }];
  });
  const from = filled.map(({ part }) => part.obligation);
  const without = parts.map(({ obligation }) => obligation).filter((id) => !from.includes(id));
  const base = { field: code, label, rollUp: rule, from, without };
  const problem = problemOf(field, filled);
  if (problem !== null || filled.length === 0) return { ...base, value: null, problem };
  const value = rolled(field, filled);
  const tooLarge = typeof value === 'number' && !Number.isSafeInteger(value);
  return tooLarge
    ? { ...base, value: null, problem: 'too-large' }
    : { ...base, value, problem: null };
}

/** A part of another version, or of another directive's form, may mean another thing by the same code. */
function problemOf(field: FormField, filled: readonly Filled[]): RolledField['problem'] {
  for (const { part } of filled) {
    const its = part.form?.fields.find(({ code }) => code === field.code);
    if (its === undefined || its.type !== field.type) return 'other-type';
    if (field.type !== 'decimal' || its.type !== 'decimal') continue;
    if (!sameJson(its.unit, field.unit)) return 'mixed-units';
  }
  return null;
}

function rolled(
  { type, rollUp: rule }: FormField,
  filled: readonly Filled[],
): FieldValue | readonly Listed[] {
  const values = filled.map(({ value }) => value);
  switch (rule) {
    case 'sum':
      return type === 'decimal' ? sumOfDecimals(values as string[]) : sum(values as number[]);
    case 'ratioOfSums': {
      const ratios = values.filter(isRatio);
      return { part: sum(ratios.map(({ part }) => part)), of: sum(ratios.map(({ of }) => of)) };
    }
    case 'max':
      if (type === 'decimal') return largestDecimal(values as string[]);
      if (type === 'date') return (values as string[]).reduce((a, b) => (b > a ? b : a));
      return Math.max(...(values as number[]));
    case 'last':
      return filled.reduce((a, b) => (b.part.effectiveAt > a.part.effectiveAt ? b : a)).value;
    case 'list':
    case 'none':
      return type === 'models'
        ? models(filled)
        : filled.map(({ part, value }) => ({ unit: part.unit, value }));
  }
}

function models(filled: readonly Filled[]): readonly Model[] {
  return filled.flatMap(({ value }) => (isModels(value) ? value : []));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
