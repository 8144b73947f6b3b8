/**
 * Paging by the key of the last row shown: a page does not shift when rows are added before it.
 * The cursor is opaque to callers and carries nothing but that key.
 */
import { rowsOf, type Db } from './db';

export type Paging = { readonly cursor?: string | null; readonly limit?: number };

export type Page<Item> = {
  readonly items: readonly Item[];
  /** Give it back as `cursor` for the next page; null at the end. */
  readonly next: string | null;
};

export const PAGE_LIMIT = 50;
export const PAGE_LIMIT_MAX = 500;

type Key = string | number;

/** A cursor that none of our answers contained. */
export class UnreadableCursor extends Error {
  readonly code = 'paging.cursor-unreadable';
  constructor() {
    super('this cursor was not given by an answer of this list: leave it out to begin anew');
    this.name = 'UnreadableCursor';
  }
}

export type Listing = {
  /** Named as in the row shown. */
  readonly columns: string;
  readonly from: string;
  /** Values that `columns` and `from` speak of as $1, $2 … */
  readonly values?: readonly unknown[];
  /** Conditions with `?` for their value; those whose value is undefined are left out. */
  readonly where: readonly (readonly [sql: string, value: unknown])[];
  /** Columns or expressions that order the rows completely. */
  readonly order: readonly string[];
  readonly descending?: boolean;
};

/** One page; the values of `order` are asked for beside the columns and make the next cursor. */
export async function page<Row extends object>(
  db: Db,
  listing: Listing,
  paging: Paging,
): Promise<Page<Row>> {
  const limit = Math.min(Math.max(paging.limit ?? PAGE_LIMIT, 1), PAGE_LIMIT_MAX);
  const values: unknown[] = [...(listing.values ?? [])];
  const conditions: string[] = [];
  for (const [sql, value] of listing.where) {
    if (value === undefined) continue;
    values.push(value);
    conditions.push(sql.replaceAll('?', `$${values.length}`));
  }
  if (paging.cursor) {
    const key = read(paging.cursor, listing.order.length);
    const places = key.map((part) => `$${values.push(part)}`);
    const compare = listing.descending ? '<' : '>';
    conditions.push(`(${listing.order.join(', ')}) ${compare} (${places.join(', ')})`);
  }
  const direction = listing.descending ? 'DESC' : 'ASC';
  const text = `SELECT ${listing.columns}, json_build_array(${listing.order.join(', ')}) AS "pageKey"
    FROM ${listing.from}
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
    ORDER BY ${listing.order.map((it) => `${it} ${direction}`).join(', ')}
    LIMIT ${limit + 1}`;
  const rows = await rowsOf<Row & { pageKey: Key[] }>(db, text, values);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ pageKey: _key, ...row }) => row as unknown as Row),
    next: last ? write(last.pageKey) : null,
  };
}

function write(key: readonly Key[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function read(cursor: string, length: number): Key[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new UnreadableCursor();
  }
  const fits =
    Array.isArray(key) &&
    key.length === length &&
    key.every((it) => typeof it === 'string' || typeof it === 'number');
  if (!fits) throw new UnreadableCursor();
  return key as Key[];
}
