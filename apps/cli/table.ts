/** Plain text tables that fit the terminal: the widest columns give way first and wrap, but no word is ever broken. */
import { pad, widthOf, wrap } from './width';

export type Column = { readonly head: string; readonly right?: boolean };

const GAP = '  ';

export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string {
  const cells = rows.map((row) => row.map((cell) => whole(String(cell ?? '–'))));
  const heads = columns.map(({ head }) => head);
  const sizes = columns.map((column, at) => sizeOf(column, cells, at));
  const widths = fit(sizes, width);
  const lines = [
    ...rowLines(heads, columns, widths),
    widths.map((it) => '─'.repeat(it)).join(GAP),
    ...cells.flatMap((row) => rowLines(row, columns, widths)),
  ];
  return lines.map((line) => line.replaceAll(KEEP, ' ').trimEnd()).join('\n');
}

export type Cell = string | number | null | undefined;

/** A blank that does not break, while the table is laid out. */
const KEEP = '\u00a0';

/** A date and its hour stay on one line. */
function whole(text: string): string {
  return text.replace(/(\d\d\/\d\d\/\d{4}) (\d\d:\d\d)/g, `$1${KEEP}$2`);
}

/** `least` keeps words whole: an id can be copied from wherever it stands. */
type Size = { readonly least: number; readonly wanted: number; readonly right: boolean };

function sizeOf(
  { head, right = false }: Column,
  rows: readonly (readonly string[])[],
  at: number,
): Size {
  const texts = [head, ...rows.map((row) => row[at] ?? '')];
  const least = Math.max(...texts.flatMap((text) => text.split(/[ \n]+/)).map(widthOf));
  const wanted = Math.max(...texts.flatMap((text) => text.split('\n')).map(widthOf));
  return { least, wanted, right };
}

/** Columns of numbers give way first (their heads wrap), then the widest; none below its longest word. */
function fit(sizes: readonly Size[], total: number): number[] {
  const widths = sizes.map(({ wanted }) => wanted);
  const room = total - GAP.length * (widths.length - 1);
  while (widths.reduce((sum, it) => sum + it, 0) > room) {
    const giving = widths.map((width, at) => (width > sizes[at]!.least ? width : 0));
    const numbers = giving.map((width, at) => (sizes[at]!.right ? width : 0));
    const first = Math.max(...numbers) > 0 ? numbers : giving;
    const widest = Math.max(...first);
    if (widest === 0) break;
    widths[first.indexOf(widest)]! -= 1;
  }
  return widths;
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
