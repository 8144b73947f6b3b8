/**
 * Completeness, timeliness and the three official rates (QĐ 42/2014/QĐ-TTg, QĐ 23/2018/QĐ-TTg: done on time, done late,
 * unfinished and late), each over the same frozen set: what was owed at the opening of its round. Whoever is waived
 * later stays in it and is told apart; whoever joins later is told and not in it. Read as of an instant from the
 * history of the obligations.
 */
import type { RatesBy } from '../../contracts';
import type { Instant } from '../../domain';
import { STANDINGS, standingSql } from '../counts';
import { rowsOf, type Db } from '../db';
import type { Counts, Rate, Rates, RatesRow } from '../rows';

export type RatesFilter = {
  readonly by: RatesBy;
  readonly directive?: string;
  readonly duty?: string;
  readonly period?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly superior?: string;
};

/** What a row is for, as SQL over the obligation `o`, its unit `u`, superior `s`, round `r` and directive `d`. */
const KEYS: { readonly [by in RatesBy]: { readonly key: string; readonly name: string } } = {
  all: { key: 'NULL::text', name: 'NULL::jsonb' },
  directive: { key: 'o.directive_id', name: `jsonb_build_object('vi', d.symbol, 'en', d.symbol)` },
  duty: { key: `o.directive_id || '~' || o.duty_id`, name: 'r.title' },
  period: { key: 'o.period_id', name: 'NULL::jsonb' },
  unit: { key: 'o.unit', name: 'u.name' },
  kind: { key: 'u.kind', name: 'NULL::jsonb' },
  superior: { key: 'o.superior', name: 's.name' },
};

const WHERE: { readonly [filter in Exclude<keyof RatesFilter, 'by'>]: string } = {
  directive: 'o.directive_id',
  duty: 'o.duty_id',
  period: 'o.period_id',
  unit: 'o.unit',
  kind: 'u.kind',
  superior: 'o.superior',
};

/** `$1` is the instant: what an obligation was then, by what was recorded by then. */
const AS_OF = `LATERAL (
    SELECT h.status, h.round_status, h.due_at, h.decides_at FROM read.obligation_history AS h
    WHERE h.obligation_id = o.obligation_id AND h.changed_at <= $1
    ORDER BY h.changed_at DESC, h.ordinal DESC LIMIT 1)`;

type Found = Counts & {
  readonly key: string | null;
  readonly name: RatesRow['name'];
  readonly owed: number;
  readonly joinedLater: number;
  readonly received: number;
  readonly receivedInTime: number;
};

export async function rates(db: Db, { by, ...filter }: RatesFilter, asOf: Instant): Promise<Rates> {
  const values: unknown[] = [asOf];
  const where = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [`${WHERE[name as keyof typeof WHERE]} = $${values.push(value)}`],
  );
  const { key, name } = KEYS[by];
  const counts = STANDINGS.map(
    (it) => `count(*) FILTER (WHERE NOT late AND standing = '${it}')::int AS "${it}"`,
  );
  const found = await rowsOf<Found>(
    db,
    `WITH owed AS (
       SELECT ${key} AS key, ${name} AS name, z.late, h.due_at, h.decides_at, ${standingSql('$1', 'h')} AS standing
       FROM read.obligations AS o
       JOIN read.shards AS z ON z.round_id = o.round_id AND z.shard = o.shard
       CROSS JOIN ${AS_OF} AS h
       LEFT JOIN read.rounds AS r ON r.round_id = o.round_id
       LEFT JOIN read.directives AS d ON d.directive_id = o.directive_id
       LEFT JOIN read.units AS u ON u.unit_id = o.unit
       LEFT JOIN read.units AS s ON s.unit_id = o.superior
       ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`})
     SELECT key, (array_agg(name) FILTER (WHERE name IS NOT NULL))[1] AS name,
       count(*) FILTER (WHERE NOT late)::int AS owed, count(*) FILTER (WHERE late)::int AS "joinedLater",
       count(*) FILTER (WHERE NOT late AND decides_at IS NOT NULL)::int AS received,
       count(*) FILTER (WHERE NOT late AND decides_at <= due_at)::int AS "receivedInTime",
       ${counts.join(', ')}
     FROM owed GROUP BY key ORDER BY key COLLATE "C" NULLS LAST`,
    values,
  );
  return { asOf, by, rows: found.map(rowOf) };
}

function rowOf(found: Found): RatesRow {
  const { key, name, owed, joinedLater, received, receivedInTime, ...standings } = found;
  const of = (part: number): Rate => ({ part, of: owed, percent: percent(part, owed) });
  return {
    key,
    name,
    owed,
    counts: { ...standings, total: owed },
    joinedLater,
    completeness: of(received),
    timeliness: of(receivedInTime),
    onTime: of(standings.doneOnTime),
    late: of(standings.doneLate),
    unfinishedLate: of(standings.openLate),
  };
}

/** One decimal; all and nothing are said of all and nothing only. Null when nothing is owed. */
export function percent(part: number, of: number): number | null {
  if (of === 0) return null;
  const rounded = Math.round((part * 1_000) / of) / 10;
  if (part < of && rounded === 100) return 99.9;
  return part > 0 && rounded === 0 ? 0.1 : rounded;
}
