/**
 * Collects what projections write and sends it in their order, many rows a statement. Table and column names come
 * from our own code; values travel as parameters only.
 */
import { rowsOf, type Db } from './db';

type Row = { readonly [column: string]: unknown };
type Statement = { readonly text: string; readonly values: unknown[] };
type Insert = { readonly table: string; readonly onConflict: string; readonly rows: Row[] };
type Waiting = Insert | Statement;

/** At most so many rows go into one statement. */
const ROWS_A_STATEMENT = 1_000;

export interface Rows {
  /** @param onConflict e.g. `(duty_id) DO UPDATE SET …`; a double row is a mistake of ours otherwise */
  insert(table: string, rows: readonly Row[], onConflict?: string): void;
  /** `where` by equality; a list of values means any of them. */
  update(table: string, set: Row, where: Row): void;
  remove(table: string, where: Row): void;
  /** A statement of its own, run after everything before it. */
  run(text: string, values: readonly unknown[]): void;
  /** Sends what waits, then reads. */
  read<Found>(text: string, values: readonly unknown[]): Promise<Found[]>;
}

export class RowWriter implements Rows {
  private waiting: Waiting[] = [];
  /** The insert that later rows of a table may still join. */
  private open = new Map<string, Insert>();

  constructor(private readonly db: Db) {}

  insert(table: string, rows: readonly Row[], onConflict = ''): void {
    const joined = this.open.get(table);
    if (joined && onConflict === '' && joined.onConflict === '') {
      joined.rows.push(...rows);
      return;
    }
    const insert: Insert = { table, onConflict, rows: [...rows] };
    this.waiting.push(insert);
    this.open.set(table, insert);
  }

  update(table: string, set: Row, where: Row): void {
    const columns = Object.keys(set);
    const values: unknown[] = [JSON.stringify(set)];
    this.changed(table, {
      text: `UPDATE read.${table} AS t SET ${columns.map((it) => `${it} = n.${it}`).join(', ')}
        FROM jsonb_populate_record(NULL::read.${table}, $1::jsonb) AS n WHERE ${conditions(where, values)}`,
      values,
    });
  }

  remove(table: string, where: Row): void {
    const values: unknown[] = [];
    const text = `DELETE FROM read.${table} AS t WHERE ${conditions(where, values)}`;
    this.changed(table, { text, values });
  }

  run(text: string, values: readonly unknown[]): void {
    this.waiting.push({ text, values: [...values] });
    this.open.clear();
  }

  async read<Found>(text: string, values: readonly unknown[]): Promise<Found[]> {
    await this.flush();
    return rowsOf<Found>(this.db, text, [...values]);
  }

  async flush(): Promise<void> {
    const statements = this.waiting.flatMap((it) => ('text' in it ? [it] : statementsOf(it)));
    this.waiting = [];
    this.open.clear();
    // One connection answers in order: sending all before the first answer saves the round trips.
    const sent = statements.map(({ text, values }) => this.db.query(text, values));
    const failed = (await Promise.allSettled(sent)).find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private changed(table: string, statement: Statement): void {
    this.waiting.push(statement);
    this.open.delete(table);
  }
}

function statementsOf({ table, rows, onConflict }: Insert): Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const some = rows.slice(at, at + ROWS_A_STATEMENT);
    const columns = [...new Set(some.flatMap((row) => Object.keys(row)))].join(', ');
    statements.push({
      text: `INSERT INTO read.${table} (${columns}) SELECT ${columns}
        FROM jsonb_populate_recordset(NULL::read.${table}, $1::jsonb)
        ${onConflict === '' ? '' : `ON CONFLICT ${onConflict}`}`,
      values: [JSON.stringify(some)],
    });
  }
  return statements;
}

function conditions(where: Row, values: unknown[]): string {
  return Object.entries(where)
    .map(([column, value]) => {
      values.push(value);
      return Array.isArray(value)
        ? `t.${column} = ANY($${values.length})`
        : `t.${column} = $${values.length}`;
    })
    .join(' AND ');
}
