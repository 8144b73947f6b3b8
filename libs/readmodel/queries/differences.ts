/** What became different between two entries, field by field, from the versions of the rows. */
import type { Text } from '../../domain';
import { rowsOf, type Db } from '../db';
import type { Difference } from '../rows';
import { between, type Condition, type Raw, type Span, type Version } from './between';
import { COMPARED, type Compared } from './compared';
import { fieldsOf } from './fields';
import { reportDifferences } from './report-differences';
import { namesOfThings } from './things';

export type DifferenceScope = {
  readonly directive?: string;
  readonly round?: string;
  readonly unit?: string;
};

/** As many entries of one difference are named one by one. */
const NAMED = 20;

export async function differences(
  db: Db,
  span: Span,
  scope: DifferenceScope,
): Promise<readonly Difference[]> {
  const found: Raw[] = [];
  for (const compared of COMPARED) {
    const where = conditionOf(compared, scope);
    if (where === null) continue;
    const versions = await versionsOf(db, compared, span, where);
    const { kind } = compared;
    const telling = {
      kind,
      fieldsOf: (row: Version['row']) => fieldsOf(compared, row),
      labelOf: (field: string) => labelOf(compared, field),
    };
    for (const [id, all] of byThing(compared, versions)) {
      found.push(...between(telling, id, all, span));
    }
    if (kind === 'obligation') found.push(...(await reportDifferences(db, span, where)));
  }
  return named(db, found);
}

/** What is asked of the first two numbers of a statement; the scope's values come after. */
const BEFORE_SCOPE = 2;

/** All that is named must hold. Null: of this scope nothing in that table is told. */
function conditionOf(compared: Compared, scope: DifferenceScope): Condition | null {
  const sql: string[] = [];
  const values: string[] = [];
  for (const part of ['directive', 'round', 'unit'] as const) {
    const value = scope[part];
    if (value === undefined) continue;
    const told = compared[part];
    if (told === null) return null;
    sql.push(told.replaceAll('?', `$${BEFORE_SCOPE + values.push(value)}`));
  }
  if (values.length === 0) return compared.ofAll ? { sql: 'true', values } : null;
  return { sql: sql.join(' AND '), values };
}

/** Those that were there between, but for what stood unchanged all the time. */
function versionsOf(
  db: Db,
  { table, key }: Compared,
  { from, to }: Span,
  { sql: where, values }: Condition,
): Promise<Version[]> {
  const during = `(until IS NULL OR until > $1) AND "from" <= $2
    AND NOT ("from" <= $1 AND (until IS NULL OR until > $2))`;
  return rowsOf<Version>(
    db,
    `SELECT * FROM (
       SELECT to_jsonb(t) AS row, t.from_seq::int AS "from", NULL::int AS until, ${key.map((it) => `t.${it}`).join(', ')}
       FROM read.${table} AS t WHERE ${where}
       UNION ALL
       SELECT to_jsonb(t), t.from_seq::int, t.until_seq::int, ${key.map((it) => `t.${it}`).join(', ')}
       FROM read.${table}_past AS t WHERE ${where}) AS v
     WHERE ${during} ORDER BY ${key.join(', ')}, "from"`,
    [from, to, ...values],
  );
}

function byThing({ key }: Compared, versions: readonly Version[]): Map<string, Version[]> {
  const things = new Map<string, Version[]>();
  for (const it of versions) {
    const id = key.map((column) => String(it.row[column])).join('~');
    const known = things.get(id);
    if (known) known.push(it);
    else things.set(id, [it]);
  }
  return things;
}

function labelOf({ fields }: Compared, field: string): Text {
  const [column, ...parts] = field.split('.');
  const label = fields[column!]!;
  if (parts.length === 0) return label;
  const path = parts.join('.');
  return { vi: `${label.vi}: ${path}`, en: `${label.en}: ${path}` };
}

async function named(db: Db, found: readonly Raw[]): Promise<readonly Difference[]> {
  const names = await namesOfThings(
    db,
    found.map(({ thing }) => thing),
  );
  return found.map(({ thing, made, ...it }) => ({
    ...it,
    ...names(thing),
    entries: made.slice(0, NAMED),
    entryCount: made.length,
  }));
}
