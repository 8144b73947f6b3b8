/**
 * What became different between two entries, field by field, from the versions of the rows: each version was made by one
 * entry, so a difference names the entries that made it. What changed and changed back is no difference.
 */
import type { Text } from '../../domain';
import { rowsOf, type Db } from '../db';
import type { Difference } from '../rows';
import { COMPARED, type Compared } from './compared';
import { fieldsOf, sameValue } from './fields';
import { namesOfThings, type Thing } from './things';

export type DifferenceScope = {
  readonly directive?: string;
  readonly round?: string;
  readonly unit?: string;
};

type Row = { readonly [column: string]: unknown };
type Version = { readonly row: Row; readonly from: number; readonly until: number | null };

/** As many entries of one difference are named one by one. */
const NAMED = 20;

export async function differences(
  db: Db,
  { from, to }: { readonly from: number; readonly to: number },
  scope: DifferenceScope,
): Promise<readonly Difference[]> {
  const found: Raw[] = [];
  for (const compared of COMPARED) {
    const where = conditionOf(compared, scope);
    if (where === null) continue;
    const versions = await versionsOf(db, compared, { from, to }, where);
    for (const [id, all] of byThing(compared, versions)) {
      found.push(...between(compared, id, all, { from, to }));
    }
  }
  return named(db, found);
}

type Condition = { readonly sql: string; readonly values: readonly string[] };

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
  { from, to }: { from: number; to: number },
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

type Raw = Omit<Difference, 'name' | 'label' | 'symbol' | 'entries' | 'entryCount'> & {
  readonly label: Text;
  readonly thing: Thing;
  readonly made: readonly number[];
};

type Fields = ReadonlyMap<string, unknown>;
const NOTHING: Fields = new Map();

function between(
  compared: Compared,
  id: string,
  versions: readonly Version[],
  { from, to }: { from: number; to: number },
): Raw[] {
  const then = (seq: number) =>
    versions.find((it) => it.from <= seq && (it.until === null || it.until > seq));
  const [first, last] = [then(from), then(to)];
  const thing = versions.at(-1)!.row;
  const common = {
    kind: compared.kind,
    id,
    directive: (thing.directive_id as string | undefined) ?? null,
    round: (thing.round_id as string | undefined) ?? null,
    unit: (thing.unit as string | undefined) ?? null,
    thing: { kind: compared.kind, row: thing },
  };
  const steps = stepsOf(compared, versions, from);
  if (!first !== !last) {
    const made = first ? [versions.at(-1)!.until!] : [versions.at(-1)!.from];
    const whole = { field: '', label: first ? GONE : CAME };
    const row = Object.fromEntries(fieldsOf(compared, (first ?? last)!.row));
    return [{ ...common, ...whole, before: first ? row : null, after: last ? row : null, made }];
  }
  if (!first || !last) return [];
  const [before, after] = [fieldsOf(compared, first.row), fieldsOf(compared, last.row)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => !sameValue(before.get(field), after.get(field)))
    .map((field) => ({
      ...common,
      field,
      label: labelOf(compared, field),
      before: before.get(field) ?? null,
      after: after.get(field) ?? null,
      made: steps.filter((it) => it.changed(field)).map(({ seq }) => seq),
    }));
}

const CAME: Text = { vi: 'mới có', en: 'new' };
const GONE: Text = { vi: 'không còn', en: 'gone' };

/** Each version against the one before it. */
function stepsOf(compared: Compared, versions: readonly Version[], after: number) {
  let before: Fields = NOTHING;
  return versions.flatMap(({ row, from }) => {
    const [was, is] = [before, fieldsOf(compared, row)];
    before = is;
    if (from <= after) return [];
    return [{ seq: from, changed: (field: string) => !sameValue(was.get(field), is.get(field)) }];
  });
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
