/**
 * Collects what projections write and sends it with few statements: rows that may change their turn without a
 * difference share one. Table and column names come from our own code; values travel as parameters only. Every row that
 * is written says by which entry it became so: that is how the tables know what was known at any entry.
 */
import { rowsOf, type Db } from './db';
import { stamped } from './stamped';

type Row = { readonly [column: string]: unknown };
type Statement = { readonly text: string; readonly values: unknown[] };
type Other = Statement & { readonly kind: 'statement' };
type Insert = {
  readonly kind: 'insert';
  readonly table: string;
  readonly onConflict: string;
  readonly rows: Row[];
};
/** One change of many rows, each named by the same columns; no row twice. */
type Update = {
  readonly kind: 'update';
  readonly table: string;
  readonly set: readonly string[];
  readonly by: readonly string[];
  readonly keys: Set<string>;
  readonly rows: Row[];
};
type Waiting = Insert | Update | Other;

/** A line of it is an entry itself. */
const UNSTAMPED: ReadonlySet<string> = new Set(['timeline']);

/** At most so many rows go into one statement. */
const ROWS_A_STATEMENT = 2_000;

export interface Rows {
  /** @param onConflict e.g. `(duty_id) DO UPDATE SET …`; a double row is a mistake of ours otherwise */
  insert(table: string, rows: readonly Row[], onConflict?: string): void;
  /** `where` by equality; a list of values means any of them. */
  update(table: string, set: Row, where: Row): void;
  remove(table: string, where: Row): void;
  /** A statement of its own; `tables` are those it reads or writes: nothing of theirs passes it. */
  run(tables: readonly string[], text: string, values: readonly unknown[]): void;
  /** Sends what waits, then reads. */
  read<Found>(text: string, values: readonly unknown[]): Promise<Found[]>;
}

export class RowWriter implements Rows {
  private waiting: Waiting[] = [];
  /** What of a table later rows may still join. */
  private open = new Map<string, (Insert | Update)[]>();

  private seq = 0;

  constructor(private readonly db: Db) {}

  /** What is written from now on became so by that entry. */
  at(seq: number): void {
    this.seq = seq;
  }

  insert(table: string, unstamped: readonly Row[], onConflict = ''): void {
    const rows = UNSTAMPED.has(table)
      ? unstamped
      : unstamped.map((row) => ({ ...row, from_seq: this.seq }));
    const last = this.open.get(table)?.at(-1);
    if (last?.kind === 'insert' && onConflict === '' && last.onConflict === '') {
      last.rows.push(...rows);
      return;
    }
    this.begin({ kind: 'insert', table, onConflict, rows: [...rows] });
  }

  update(table: string, unstamped: Row, where: Row): void {
    const set = { ...unstamped, from_seq: this.seq };
    if (Object.values(where).some(Array.isArray)) {
      this.runOn([table], updateOf(table, set, where));
      return;
    }
    const key = JSON.stringify(where);
    const shape = { set: Object.keys(set), by: Object.keys(where) };
    const row = { ...set, ...where };
    const joined = this.joinable(table, shape, key);
    if (joined) {
      joined.rows.push(row);
      joined.keys.add(key);
    } else {
      this.begin({ kind: 'update', table, ...shape, keys: new Set([key]), rows: [row] });
    }
  }

  remove(table: string, where: Row): void {
    const values: unknown[] = [];
    const text = `DELETE FROM read.${table} AS t WHERE ${conditions(where, values)}`;
    this.run([table], text, values);
  }

  run(tables: readonly string[], text: string, values: readonly unknown[]): void {
    if (text.trimStart().startsWith('DELETE')) {
      const said = `SELECT set_config('dondoc.seq', $1, true)`;
      this.runOn([], { kind: 'statement', text: said, values: [String(this.seq)] });
      this.runOn(tables, { kind: 'statement', text, values: [...values] });
      return;
    }
    const statement = stamped(text, this.seq);
    this.runOn(tables, { kind: 'statement', text: statement, values: [...values] });
  }

  async read<Found>(text: string, values: readonly unknown[]): Promise<Found[]> {
    await this.flush();
    return rowsOf<Found>(this.db, text, [...values]);
  }

  async flush(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    this.open.clear();
    // While PostgreSQL works on one statement the next is made.
    let before: Promise<unknown> = Promise.resolve();
    for (const { text, values } of textsOf(waiting)) {
      const sent = this.db.query(text, values);
      // Heard in the next round, unless the next statement cannot be made.
      sent.catch(() => undefined);
      await before;
      before = sent;
    }
    await before;
  }

  /** A change of the same shape, when no change since then speaks of this row or names rows in another way. */
  private joinable(
    table: string,
    { set, by }: Pick<Update, 'set' | 'by'>,
    key: string,
  ): Update | undefined {
    const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();
    for (const it of (this.open.get(table) ?? []).toReversed()) {
      if (it.kind === 'insert' || !same(it.by, by) || it.keys.has(key)) return undefined;
      if (same(it.set, set)) return it;
    }
    return undefined;
  }

  private begin(it: Insert | Update): void {
    this.waiting.push(it);
    this.open.set(it.table, [...(this.open.get(it.table) ?? []), it]);
  }

  private runOn(tables: readonly string[], statement: Other): void {
    this.waiting.push(statement);
    for (const table of tables) this.open.delete(table);
  }
}

function* textsOf(waiting: readonly Waiting[]): Generator<Statement, void> {
  for (const it of waiting) {
    if (it.kind === 'statement') yield it;
    else yield* inPieces(it);
  }
}

function* inPieces(it: Insert | Update): Generator<Statement, void> {
  for (let at = 0; at < it.rows.length; at += ROWS_A_STATEMENT) {
    const rows = it.rows.slice(at, at + ROWS_A_STATEMENT);
    const text = it.kind === 'insert' ? insertText(it, rows) : updateText(it);
    yield { text, values: [JSON.stringify(rows)] };
  }
}

function insertText({ table, onConflict }: Insert, rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
  return `INSERT INTO read.${table} (${columns}) SELECT ${columns}
    FROM json_populate_recordset(NULL::read.${table}, $1::json)
    ${onConflict === '' ? '' : `ON CONFLICT ${stampedConflict(onConflict)}`}`;
}

function stampedConflict(onConflict: string): string {
  return onConflict.replace('DO UPDATE SET', 'DO UPDATE SET from_seq = excluded.from_seq,');
}

function updateText({ table, set, by }: Update): string {
  return `UPDATE read.${table} AS t SET ${set.map((it) => `${it} = n.${it}`).join(', ')}
    FROM json_populate_recordset(NULL::read.${table}, $1::json) AS n
    WHERE ${by.map((it) => `t.${it} = n.${it}`).join(' AND ')}`;
}

function updateOf(table: string, set: Row, where: Row): Other {
  const columns = Object.keys(set);
  const values: unknown[] = [JSON.stringify(set)];
  const text = `UPDATE read.${table} AS t SET ${columns.map((it) => `${it} = n.${it}`).join(', ')}
    FROM jsonb_populate_record(NULL::read.${table}, $1::jsonb) AS n WHERE ${conditions(where, values)}`;
  return { kind: 'statement', text, values };
}

function conditions(where: Row, values: unknown[]): string {
  return Object.entries(where)
    .map(([column, value]) => {
      const place = `$${values.push(value)}`;
      return Array.isArray(value) ? `t.${column} = ANY(${place})` : `t.${column} = ${place}`;
    })
    .join(' AND ');
}
