/**
 * What change sets of units moved, beside the rates: each obligation counts as handed out where it was owed at the
 * opening, and as taken in where its owner of that instant stands.
 */
import type { RatesBy } from '../../contracts';
import type { Instant } from '../../domain';
import { rowsOf, type Db } from '../db';

export type RatesFilter = {
  readonly by: RatesBy;
  readonly directive?: string;
  readonly duty?: string;
  readonly period?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly superior?: string;
};

export type Transfers = { readonly in: number; readonly out: number };

/** Where it stood at the opening, and where it stands with its owner `l.to_unit`, `w`. */
const KEYS: { readonly [by in RatesBy]: readonly [out: string, taken: string] } = {
  all: ['NULL::text', 'NULL::text'],
  directive: ['o.directive_id', 'o.directive_id'],
  duty: [`o.directive_id || '~' || o.duty_id`, `o.directive_id || '~' || o.duty_id`],
  period: ['o.period_id', 'o.period_id'],
  unit: ['o.unit', 'l.to_unit'],
  kind: ['u.kind', 'w.kind'],
  superior: ['o.superior_at_opening', 'o.superior'],
};

const SAME: readonly (readonly [filter: keyof RatesFilter, column: string])[] = [
  ['directive', 'o.directive_id'],
  ['duty', 'o.duty_id'],
  ['period', 'o.period_id'],
];

/** Of these one end of a transfer may be asked for and the other not. */
const ENDS: readonly (readonly [filter: keyof RatesFilter, out: string, taken: string])[] = [
  ['unit', 'o.unit', 'l.to_unit'],
  ['kind', 'u.kind', 'w.kind'],
  ['superior', 'o.superior_at_opening', 'o.superior'],
];

type Found = {
  readonly from: string | null;
  readonly to: string | null;
  readonly gone: number;
  readonly taken: number;
};

/** By key of the row. */
export async function transfersOf(
  db: Db,
  { by, ...filter }: RatesFilter,
  at: Instant,
): Promise<ReadonlyMap<string | null, Transfers>> {
  const values: unknown[] = [at];
  const asked = filter as { readonly [of: string]: string | undefined };
  const place = (of: string) => `$${values.push(asked[of])}`;
  const where = SAME.filter(([of]) => asked[of] !== undefined).map(
    ([of, column]) => `${column} = ${place(of)}`,
  );
  const [gone, taken]: [string[], string[]] = [['true'], ['true']];
  for (const [of, out, into] of ENDS.filter(([it]) => asked[it] !== undefined)) {
    const value = place(of);
    gone.push(`${out} = ${value}`);
    taken.push(`${into} = ${value}`);
  }
  const [from, to] = KEYS[by];
  const count = (conditions: readonly string[]) =>
    `count(*) FILTER (WHERE ${conditions.join(' AND ')})::int`;
  const found = await rowsOf<Found>(
    db,
    `WITH l AS (
       SELECT DISTINCT ON (obligation_id) obligation_id, to_unit FROM read.transfers
       WHERE recorded_at <= $1 ORDER BY obligation_id, seq DESC)
     SELECT ${from} AS "from", ${to} AS "to", ${count(gone)} AS gone, ${count(taken)} AS taken
     FROM l JOIN read.obligations AS o USING (obligation_id)
     LEFT JOIN read.units AS u ON u.unit_id = o.unit LEFT JOIN read.units AS w ON w.unit_id = l.to_unit
     WHERE l.to_unit <> o.unit AND NOT o.late ${where.map((it) => `AND ${it}`).join(' ')}
     GROUP BY 1, 2`,
    values,
  );
  const byKey = new Map<string | null, Transfers>();
  const add = (key: string | null, more: Transfers) => {
    const known = byKey.get(key) ?? { in: 0, out: 0 };
    byKey.set(key, { in: known.in + more.in, out: known.out + more.out });
  };
  for (const one of found) {
    if (one.gone > 0) add(one.from, { in: 0, out: one.gone });
    if (one.taken > 0) add(one.to, { in: one.taken, out: 0 });
  }
  return byKey;
}
