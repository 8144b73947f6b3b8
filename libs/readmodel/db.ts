/** What the read model asks of PostgreSQL: a pool, a client or a transaction. Statements carry values as parameters only. */
export type Db = {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
};

/** Rows of a statement whose columns are named by the caller's SQL. */
export async function rowsOf<Row>(db: Db, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await db.query(text, values)).rows as Row[];
}

/** The first row, or null. */
export async function rowOf<Row>(
  db: Db,
  text: string,
  values: unknown[] = [],
): Promise<Row | null> {
  return (await rowsOf<Row>(db, text, values))[0] ?? null;
}
