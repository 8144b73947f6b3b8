/**
 * The values of a directive's indicators as of an instant: over what was owed at each opening, from the reports whose
 * figures counted then. A corrected figure makes a new value; a page as of an earlier instant shows the old one.
 */
import {
  indicatorValue,
  type Counted,
  type Indicator,
  type Instant,
  type PlannedPeriod,
  type Text,
} from '../../domain';
import { rowsOf, type Db } from '../db';
import { figuresAsOf } from '../figures-as-of';
import type { IndicatorOfPeriod, IndicatorRow, Indicators } from '../rows';

export type IndicatorFilter = {
  readonly directive: string;
  readonly indicator?: string;
  readonly period?: string;
};

type RoundRow = {
  readonly round: string;
  readonly duty: string;
  readonly period: PlannedPeriod;
};

type CountedRow = Counted & { readonly round: string; readonly name: Text | null };

export async function indicators(
  db: Db,
  { directive, indicator, period }: IndicatorFilter,
  asOf: Instant,
): Promise<Indicators> {
  const defined = await definedAsOf(db, { directive, indicator }, asOf);
  const duties = [...new Set(defined.map((row) => row.indicator.duty))];
  const rounds = await rowsOf<RoundRow>(
    db,
    `SELECT round_id AS round, duty_id AS duty, period FROM read.rounds
     WHERE directive_id = $1 AND duty_id = ANY($2) AND opened_at <= $3 AND ($4::text IS NULL OR period_id = $4)
     ORDER BY due_at NULLS LAST, round_id`,
    [directive, duties, asOf, period ?? null],
  );
  const counted = await countedIn(
    db,
    rounds.map(({ round }) => round),
    asOf,
  );
  return {
    asOf,
    items: defined.map((row) => ({ ...row, values: valuesOf(row.indicator, rounds, counted) })),
  };
}

export function definedAsOf(
  db: Db,
  { directive, indicator }: IndicatorFilter,
  asOf: Instant,
): Promise<Omit<IndicatorRow, 'values'>[]> {
  return rowsOf<Omit<IndicatorRow, 'values'>>(
    db,
    `SELECT DISTINCT ON (i.indicator_id) i.directive_id AS directive, d.symbol, i.indicator, i.defined_by AS "definedBy",
       (SELECT y.duty -> 'title' FROM read.duties AS y
        WHERE (y.directive_id, y.duty_id) = (i.directive_id, i.indicator ->> 'duty')) AS "dutyTitle",
       coalesce((SELECT jsonb_object_agg(x ->> 'code', x -> 'label')
         FROM (SELECT f.form FROM read.forms AS f
               WHERE (f.directive_id, f.duty_id) = (i.directive_id, i.indicator ->> 'duty') AND f.set_at <= $2
               ORDER BY f.version DESC LIMIT 1) AS f, jsonb_array_elements(f.form -> 'fields') AS x
         WHERE x ->> 'code' IN (i.indicator -> 'numerator' ->> 'field', i.indicator -> 'denominator' ->> 'field')),
         '{}') AS labels
     FROM read.indicators AS i LEFT JOIN read.directives AS d USING (directive_id)
     WHERE i.directive_id = $1 AND i.recorded_at <= $2 AND ($3::text IS NULL OR i.indicator_id = $3)
     ORDER BY i.indicator_id, i.version DESC`,
    [directive, asOf, indicator ?? null],
  );
}

function valuesOf(
  indicator: Indicator,
  rounds: readonly RoundRow[],
  counted: ReadonlyMap<string, readonly CountedRow[]>,
): readonly IndicatorOfPeriod[] {
  return rounds
    .filter(({ duty }) => duty === indicator.duty)
    .map(({ round, period }) => {
      const of = counted.get(round) ?? [];
      const names = Object.fromEntries(
        of.flatMap(({ unit, name }) => (name ? [[unit, name]] : [])),
      );
      return { round, period, names, ...indicatorValue(indicator, of) };
    });
}

/** The obligations of each round with the report whose figures counted at `asOf`. */
export async function countedIn(
  db: Db,
  rounds: readonly string[],
  asOf: Instant,
): Promise<ReadonlyMap<string, readonly CountedRow[]>> {
  const found = await rowsOf<CountedRow>(
    db,
    `SELECT o.round_id AS round, o.obligation_id AS obligation, o.unit, u.name, NOT o.late AS owed,
       CASE WHEN f.ordinal IS NOT NULL THEN jsonb_build_object('submission', f.ordinal,
         'handedInAt', o.decides_at, 'data', s.report -> 'data') END AS report
     FROM read.obligations AS o
     LEFT JOIN read.units AS u ON u.unit_id = o.unit
     ${figuresAsOf('$2')}
     LEFT JOIN read.submissions AS s ON s.obligation_id = o.obligation_id AND s.ordinal = f.ordinal
     WHERE o.round_id = ANY($1) ORDER BY o.obligation_id`,
    [rounds, asOf],
  );
  const byRound = new Map<string, CountedRow[]>();
  for (const row of found) {
    const there = byRound.get(row.round);
    if (there) there.push(row);
    else byRound.set(row.round, [row]);
  }
  return byRound;
}
