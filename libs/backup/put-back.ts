/** Puts rows back as they were read: the database itself reads the JSON that it wrote. */
import type { Client } from 'pg';
import type { EntryRow } from './entry-line';
import type { Kept } from './tables';

/** `$2` and `$3` of what is put back. */
export type Bounds = { readonly seq: number; readonly at: string };

const ENTRIES = `
  INSERT INTO ledger.entries (seq, stream, version, id, type, bytes, hash, recorded_at)
  SELECT e.seq, e.stream, e.version, e.stream || '@' || e.version, e.type, e.bytes, e.hash, e.at::timestamptz
  FROM unnest($1::bigint[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[])
    AS e (seq, stream, version, type, bytes, hash, at)`;

export async function putEntries(client: Client, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'put-entries',
    text: ENTRIES,
    values: [
      rows.map(({ seq }) => seq),
      rows.map(({ stream }) => stream),
      rows.map(({ version }) => version),
      rows.map(({ type }) => type),
      rows.map(({ bytes }) => bytes),
      rows.map(({ hash }) => hash),
      rows.map(({ recordedAt }) => recordedAt),
    ],
  });
}

const COLUMNS = `
  SELECT array_agg(a.attname::text ORDER BY a.attnum) AS names,
         bool_or(a.attidentity <> '') AS numbered
  FROM pg_attribute AS a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`;

/** What puts lines of a table back, as far as they belong to the point. */
export async function putterOf(client: Client, { table, keep = 'true', as = {} }: Kept) {
  const { rows } = await client.query<{ names: string[]; numbered: boolean }>(COLUMNS, [table]);
  const { names, numbered } = rows[0]!;
  const values = names.map((name) => as[name] ?? `r.${name}`);
  // Both are named, so that both have a type wherever they are not used.
  const text = `
    INSERT INTO ${table} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${values.join(', ')} FROM json_populate_recordset(NULL::${table}, $1::json) AS r
    WHERE $2::bigint IS NOT NULL AND $3::timestamptz IS NOT NULL AND (${keep})
    ON CONFLICT DO NOTHING`;
  return {
    async put(lines: readonly string[], { seq, at }: Bounds): Promise<void> {
      await client.query(text, [`[${lines.join(',')}]`, seq, at]);
    },
    /** What is numbered goes on behind the last. */
    async end(): Promise<void> {
      if (!numbered) return;
      await client.query(
        `SELECT setval(pg_get_serial_sequence('${table}', 'id'), max(id)) FROM ${table} HAVING max(id) IS NOT NULL`,
      );
    },
  };
}
