/** A row as its fields: what is structured inside a column is taken apart, down to what a person reads as one value. */
import type { Compared } from './compared';

type Row = { readonly [column: string]: unknown };

export function fieldsOf({ fields }: Compared, row: Row): ReadonlyMap<string, unknown> {
  const all = new Map<string, unknown>();
  for (const column of Object.keys(fields)) take(all, column, row[column] ?? null);
  return all;
}

function take(all: Map<string, unknown>, path: string, value: unknown): void {
  if (!isPart(value)) {
    all.set(path, value);
    return;
  }
  for (const [name, inner] of Object.entries(value)) take(all, `${path}.${name}`, inner);
}

/** A list, a text in two languages and a value with its grade are read as one. */
function isPart(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !('vi' in value) && !('grade' in value) && Object.keys(value).length > 0;
}

/** Rows come from one serializer, so that equal values are written alike; one that is missing is none. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
