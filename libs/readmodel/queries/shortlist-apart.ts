/**
 * What a shortlist names and does not count: units that have ended, with their heirs, awards that are no ground, and a second
 * registration of one year.
 */
import { actingAt, type LocalDate, type OrgState, type Unit } from '../../domain';
import { rowsOf, type Db } from '../db';
import type { EndedOfList, RegisteredTwice, UncountedAward } from '../rows';
import { unitNames } from './unit-names';

/** Of these units those that have ended by the day: another acts in their place, and an award would reach nobody. */
export async function endedAmong(
  db: Db,
  units: readonly string[],
  today: LocalDate,
): Promise<readonly EndedOfList[]> {
  const org = await endedBy(db, today);
  const ended = units.flatMap((unit) => {
    const end = Object.hasOwn(org.units, unit) ? org.units[unit]!.ended : null;
    return end === null ? [] : [{ unit, on: end.on, heir: actingAt(org, unit, today) }];
  });
  const named = ended.flatMap(({ unit, heir }) => [unit, ...(heir === null ? [] : [heir])]);
  const names = await unitNames(db, named);
  return ended.map((one) => ({
    ...one,
    name: names[one.unit] ?? null,
    heirName: one.heir === null ? null : (names[one.heir] ?? null),
  }));
}

/** The units that have ended by a day; of those that are there nothing is asked. */
export async function endedBy(db: Db, today: LocalDate): Promise<OrgState> {
  const rows = await rowsOf<{ record: Unit }>(
    db,
    `SELECT record FROM read.units WHERE ended_on <= $1 ORDER BY unit_id`,
    [today],
  );
  return { units: Object.fromEntries(rows.map(({ record }) => [record.id, record])) } as OrgState;
}

/** Thematic and unplanned awards of the units themselves: no basis for one by merit (Decree 152/2025, principles). */
export function uncountedAwards(db: Db, units: readonly string[]): Promise<UncountedAward[]> {
  return rowsOf<UncountedAward>(
    db,
    `SELECT s.unit, u.name, c.commendation_id AS commendation, c.record -> 'nomination' ->> 'merit' AS merit,
       c.form, c.record -> 'formName' AS "formName", c.record -> 'decision' ->> 'date' AS "decidedOn"
     FROM read.commendation_subjects AS s JOIN read.commendations AS c USING (commendation_id)
     LEFT JOIN read.units AS u ON u.unit_id = s.unit
     WHERE s.kind = 'collective' AND s.unit = ANY($1) AND c.status IN ('decided', 'awarded', 'madeKnown')
       AND c.record -> 'nomination' ->> 'merit' IN ('thematic', 'unplanned')
     ORDER BY s.unit, c.first_seq`,
    [units],
  );
}

/** Who of the units registered with several bodies for one calendar year of the span. */
export function registeredTwice(
  db: Db,
  units: readonly string[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<RegisteredTwice[]> {
  return rowsOf<RegisteredTwice>(
    db,
    `SELECT s.unit, u.name, s.year,
       jsonb_agg(jsonb_build_object('authority', s.authority, 'name', a.name) ORDER BY s.authority) AS bodies
     FROM read.recognition_subjects AS s LEFT JOIN read.units AS u ON u.unit_id = s.unit
     LEFT JOIN read.units AS a ON a.unit_id = s.authority
     WHERE s.unit = ANY($1) AND s.year BETWEEN $2 AND $3
     GROUP BY s.unit, u.name, s.year HAVING count(*) > 1 ORDER BY s.unit, s.year`,
    [units, from.slice(0, 4), to.slice(0, 4)],
  );
}
