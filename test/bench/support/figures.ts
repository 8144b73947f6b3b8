/** Figures as every bench prints them: a JSON line for machines and a table for people, both from the same samples. */

export type Figure = {
  readonly bench: string;
  readonly case: string;
  readonly metric: string;
  readonly unit: string;
  /** The median of the runs. */
  readonly value: number;
  /** The median of the baseline, measured in the same run; null where there is none to measure. */
  readonly baseline: number | null;
  /** value ÷ baseline. */
  readonly ratio: number | null;
  readonly runs: number;
  readonly min: number;
  readonly max: number;
};

/** What a bench hands over: a value per run, of the product and (where there is one) of its baseline. */
export type Measured = {
  readonly case: string;
  readonly metric: string;
  readonly unit: string;
  readonly samples: readonly number[];
  readonly baseline?: readonly number[];
};

export function figureOf(bench: string, measured: Measured): Figure {
  const { samples, baseline, metric, unit } = measured;
  if (samples.length === 0)
    throw new Error(`${bench} ${measured.case} ${metric}: nothing measured`);
  const value = median(samples);
  const base = baseline === undefined || baseline.length === 0 ? null : median(baseline);
  return {
    bench,
    case: measured.case,
    metric,
    unit,
    value: rounded(value),
    baseline: base === null ? null : rounded(base),
    ratio: base === null || base === 0 ? null : rounded(value / base),
    runs: samples.length,
    min: rounded(Math.min(...samples)),
    max: rounded(Math.max(...samples)),
  };
}

/** @param share between 0 and 1; the nearest rank */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('no percentile of nothing');
  return value;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Three significant digits, whole numbers whole. */
function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

const COLUMNS = [
  'case',
  'metric',
  'unit',
  'value',
  'baseline',
  'ratio',
  'runs',
  'min',
  'max',
] as const satisfies readonly (keyof Figure)[];

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => COLUMNS.map((column) => String(figure[column] ?? '')));
  const widths = COLUMNS.map((column, at) =>
    Math.max(column.length, ...rows.map((row) => row[at]!.length)),
  );
  const text = (row: readonly string[]) =>
    row
      .map((cell, at) => (at < 3 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd();
  return [
    text([...COLUMNS]),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map(text),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
