/**
 * Completeness, timeliness and the three official rates (QĐ 42/2014/QĐ-TTg, QĐ 23/2018/QĐ-TTg: done on time, done late,
 * unfinished and late), each over the same frozen set: what was owed at the opening of its round. Whoever is waived
 * later stays in it and is told apart; whoever joins later is told and not in it. Read as of an instant from the
 * history of the obligations. A row counts under the name that owed at the opening, whoever owes now; what was taken
 * over is told beside it, of the one and of the other.
 */
import type { RatesBy } from '../../contracts';
import { STANDINGS, type Instant } from '../../domain';
import { rowsOf, type Db } from '../db';
import type { Counts, Rate, Rates, RatesRow } from '../rows';
import { unitNames } from './unit-names';
import { transfersOf, type RatesFilter, type Transfers } from './rate-transfers';

export type { RatesFilter } from './rate-transfers';

/** What a row is for, over the obligation `o` and its unit `u`; and its name, once for each row `g`. */
const KEYS: { readonly [by in RatesBy]: { readonly key: string; readonly name: string } } = {
  all: { key: 'NULL::text', name: 'NULL::jsonb' },
  directive: {
    key: 'o.directive_id',
    name: `(SELECT jsonb_build_object('vi', d.symbol, 'en', d.symbol) FROM read.directives AS d
            WHERE d.directive_id = g.key AND d.symbol IS NOT NULL)`,
  },
  duty: {
    key: `o.directive_id || '~' || o.duty_id`,
    name: '(SELECT r.title FROM read.rounds AS r WHERE r.round_id = g.round)',
  },
  period: { key: 'o.period_id', name: 'NULL::jsonb' },
  unit: { key: 'o.unit', name: '(SELECT n.name FROM read.units AS n WHERE n.unit_id = g.key)' },
  kind: { key: 'u.kind', name: 'NULL::jsonb' },
  superior: {
    key: 'o.superior_at_opening',
    name: '(SELECT n.name FROM read.units AS n WHERE n.unit_id = g.key)',
  },
};

const WHERE: { readonly [filter in Exclude<keyof RatesFilter, 'by'>]: string } = {
  directive: 'o.directive_id',
  duty: 'o.duty_id',
  period: 'o.period_id',
  unit: 'o.unit',
  kind: 'u.kind',
  superior: 'o.superior_at_opening',
};

/** What each obligation was at `$1`, by what was recorded by then: of the directive in `place`, or of all. */
const asOfSql = (place: string | undefined) => `JOIN (
    SELECT DISTINCT ON (obligation_id) obligation_id, lot, due_at
    FROM read.obligation_history
    WHERE changed_at <= $1 ${place === undefined ? '' : `AND directive_id = ${place}`}
    ORDER BY obligation_id, changed_at DESC, ordinal DESC) AS h USING (obligation_id)`;

/** The lot of what is owed and not handed in (migration 0119): whether that is late depends on the instant asked about. */
const UNDECIDED = (STANDINGS.indexOf('openOnTime') + 1) * 4;

type Found = Omit<Counts, 'total'> & {
  readonly key: string | null;
  readonly name: RatesRow['name'];
  readonly owed: number;
  readonly joinedLater: number;
  readonly received: number;
  readonly receivedInTime: number;
};

/** @param asOf null: as things stand, at `now` */
export async function rates(
  db: Db,
  { by, ...filter }: RatesFilter,
  { now, asOf }: { readonly now: Instant; readonly asOf: Instant | null },
): Promise<Rates> {
  const values: unknown[] = [asOf ?? now, UNDECIDED];
  const places = new Map<string, string>();
  for (const [of, value] of Object.entries(filter)) {
    if (value !== undefined) places.set(of, `$${values.push(value)}`);
  }
  const where = [...places].map(([of, place]) => `${WHERE[of as keyof typeof WHERE]} = ${place}`);
  const { key, name } = KEYS[by];
  const ofKinds = by === 'kind' || filter.kind !== undefined;
  const it = asOf === null ? 'o' : 'h';
  const sum = (of: string) => `coalesce(sum(n) FILTER (WHERE NOT late AND ${of}), 0)::int`;
  const counts = STANDINGS.map((of) => `${sum(`standing = '${of}'`)} AS "${of}"`);
  const found = await rowsOf<Found>(
    db,
    // Counted by what rows have in common first: then there are few to tell apart.
    `WITH lots AS (
       SELECT ${key} AS key, o.late, ${it}.lot, CASE WHEN ${it}.lot = $2 THEN ${it}.due_at < $1 END AS overdue,
         ${by === 'duty' ? 'min(o.round_id)' : 'NULL::text'} AS round, count(*) AS n
       FROM read.obligations AS o
       ${asOf === null ? '' : asOfSql(places.get('directive'))}
       ${ofKinds ? 'LEFT JOIN read.units AS u ON u.unit_id = o.unit' : ''}
       ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
       GROUP BY 1, 2, 3, 4),
     alike AS (
       SELECT key, late, round, n, lot & 2 > 0 AS received, lot & 1 > 0 AS in_time,
         CASE WHEN overdue THEN 'openLate' ELSE (read.standings())[lot / 4] END AS standing
       FROM lots),
     g AS (
       SELECT key, min(round) AS round, ${sum('true')} AS owed,
         coalesce(sum(n) FILTER (WHERE late), 0)::int AS "joinedLater",
         ${sum('received')} AS received, ${sum('in_time')} AS "receivedInTime", ${counts.join(', ')}
       FROM alike GROUP BY key)
     SELECT g.*, ${name} AS name FROM g ORDER BY key COLLATE "C" NULLS LAST`,
    values,
  );
  const transfers = await transfersOf(db, { by, ...filter }, asOf ?? now);
  const rows = found.map((row) => rowOf(row, transfers.get(row.key)));
  return { asOf: asOf ?? now, by, rows: [...rows, ...(await takersAlone(db, rows, transfers))] };
}

/** Whoever owed nothing itself at the opening and has taken over since. */
async function takersAlone(
  db: Db,
  rows: readonly RatesRow[],
  transfers: ReadonlyMap<string | null, Transfers>,
): Promise<readonly RatesRow[]> {
  const keys = [...transfers.keys()].filter((key) => !rows.some((row) => row.key === key));
  if (keys.length === 0) return [];
  const names = await unitNames(
    db,
    keys.filter((key) => key !== null),
  );
  return keys.sort().map((key) => {
    const name = key !== null && Object.hasOwn(names, key) ? names[key]! : null;
    const none = Object.fromEntries(STANDINGS.map((it) => [it, 0])) as Omit<Counts, 'total'>;
    const nothing = { owed: 0, joinedLater: 0, received: 0, receivedInTime: 0 };
    return rowOf({ ...none, ...nothing, key, name }, transfers.get(key));
  });
}

function rowOf(found: Found, transfers: Transfers = { in: 0, out: 0 }): RatesRow {
  const { key, name, owed, joinedLater, received, receivedInTime } = found;
  const standings = Object.fromEntries(STANDINGS.map((it) => [it, found[it]])) as Counts;
  const of = (part: number): Rate => ({ part, of: owed, percent: percent(part, owed) });
  return {
    key,
    name,
    owed,
    counts: { ...standings, total: owed },
    joinedLater,
    transferredOut: transfers.out,
    transferredIn: transfers.in,
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
