/** The tables that serve against those built beside, row by row: what differs, by table and key. */
import { NEXT } from './beside';
import { rowOf, rowsOf, type Db } from './db';

/** A row that one of them has and the other has not, or says otherwise. */
export type Deviation = {
  readonly table: string;
  readonly key: string;
  /** `missing`: the ledger gives it and it is not there; `surplus`: the ledger does not give it. */
  readonly how: 'missing' | 'surplus' | 'other';
  /** The columns that say something else. */
  readonly columns: readonly string[];
};

export type Comparison = {
  readonly tables: number;
  readonly rows: number;
  readonly deviations: readonly Deviation[];
  /** Of which only so many are named. */
  readonly count: number;
};

const NAMED = 100;

/** In a transaction in which both stand at the same entry. */
export async function compareBeside(
  tx: Db,
  onTable: (table: string) => void = () => undefined,
): Promise<Comparison> {
  const tables = await tablesOf(tx);
  const deviations: Deviation[] = [];
  let [rows, count] = [0, 0];
  for (const table of tables) {
    onTable(table.name);
    const found = await deviationsOf(tx, table);
    rows += found.rows;
    count += found.deviations.length;
    deviations.push(...found.deviations.slice(0, Math.max(0, NAMED - deviations.length)));
  }
  return { tables: tables.length, rows, deviations, count };
}

type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
};

/** A number that the database gave out itself is no fact of the ledger. */
function tablesOf(db: Db): Promise<Table[]> {
  return rowsOf<Table>(
    db,
    `SELECT c.relname AS name,
       (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute AS a WHERE a.attrelid = c.oid
          AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '') AS columns,
       coalesce((SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_index AS i
          JOIN pg_class AS o ON o.oid = i.indrelid
          JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attidentity = ''
          WHERE i.indisprimary AND o.relnamespace = c.relnamespace
            AND o.relname = regexp_replace(c.relname, '_past$', '')), '[]')
         AS key
     FROM pg_class AS c WHERE c.relnamespace = 'read'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
}

type Side = { readonly serves: boolean; readonly key: string; readonly line: Line };
type Line = { readonly [column: string]: unknown };

async function deviationsOf(
  db: Db,
  { name, columns, key }: Table,
): Promise<{ rows: number; deviations: Deviation[] }> {
  const of = (schema: string) =>
    `SELECT (SELECT to_jsonb(x) FROM (SELECT ${columns.map((it) => `t.${it}`).join(', ')}) AS x) AS line
     FROM ${schema}.${name} AS t`;
  const counted = await rowOf<{ rows: number }>(
    db,
    `SELECT count(*)::int AS rows FROM read.${name}`,
  );
  const found = await rowsOf<{ serves: boolean; line: Line }>(
    db,
    `(SELECT true AS serves, line FROM (${of('read')} EXCEPT ALL ${of(NEXT)}) AS a LIMIT 10000)
     UNION ALL (SELECT false, line FROM (${of(NEXT)} EXCEPT ALL ${of('read')}) AS b LIMIT 10000)`,
  );
  const past = name.endsWith('_past') || name === 'obligation_history' ? ['from_seq'] : [];
  const named = found.map((it): Side => ({
    ...it,
    key: [...key, ...past].map((column) => String(it.line[column])).join('~'),
  }));
  return { rows: counted!.rows, deviations: paired(name, named) };
}

function paired(table: string, sides: readonly Side[]): Deviation[] {
  const ours = new Map(sides.filter(({ serves }) => serves).map((it) => [it.key, it.line]));
  const theirs = new Map(sides.filter(({ serves }) => !serves).map((it) => [it.key, it.line]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].sort().map((key) => {
    const [is, ought] = [ours.get(key), theirs.get(key)];
    if (!is) return { table, key, how: 'missing', columns: [] };
    if (!ought) return { table, key, how: 'surplus', columns: [] };
    const columns = Object.keys(is).filter(
      (it) => JSON.stringify(is[it]) !== JSON.stringify(ought[it]),
    );
    return { table, key, how: 'other', columns };
  });
}
