/** Plain text tables that fit the terminal: the widest text columns give way first, wrapped at words. */
import { pad, widthOf, wrap } from './width';

export type Column = { readonly head: string; readonly right?: boolean };

const GAP = '  ';
const NARROWEST = 12;

export function table(
  columns: readonly Column[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
  width: number,
): string {
  const cells = rows.map((row) => row.map((cell) => (cell ?? '–') + ''));
  const heads = columns.map(({ head }) => head);
  const widths = fit(naturalWidths([heads, ...cells]), width);
  const lines = [
    ...rowLines(heads, columns, widths),
    widths.map((it) => '─'.repeat(it)).join(GAP),
    ...cells.flatMap((row) => rowLines(row, columns, widths)),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function naturalWidths(rows: readonly (readonly string[])[]): number[] {
  const first = rows[0]!;
  return first.map((_head, at) =>
    Math.max(...rows.map((row) => Math.max(...(row[at] ?? '').split('\n').map(widthOf)))),
  );
}

function fit(widths: number[], total: number): number[] {
  const room = total - GAP.length * (widths.length - 1);
  const fitted = [...widths];
  while (fitted.reduce((sum, it) => sum + it, 0) > room) {
    const widest = Math.max(...fitted);
    if (widest <= NARROWEST) break;
    fitted[fitted.indexOf(widest)] = widest - 1;
  }
  return fitted;
}

function rowLines(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
): string[] {
  const wrapped = columns.map((_column, at) => wrap(cells[at] ?? '', widths[at]!));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_none, line) =>
    columns.map(({ right }, at) => pad(wrapped[at]![line] ?? '', widths[at]!, right)).join(GAP),
  );
}
