/** Units by the names they have today: of those asked for, or of all. */
import type { Text } from '../../domain';
import { rowsOf, type Db } from '../db';

export type UnitNames = { readonly [unit: string]: Text };

export async function unitNames(db: Db, units: readonly string[] | 'all'): Promise<UnitNames> {
  if (units.length === 0) return {};
  const all = units === 'all';
  const found = await rowsOf<{ unit: string; name: Text }>(
    db,
    `SELECT unit_id AS unit, name FROM read.units${all ? '' : ' WHERE unit_id = ANY($1)'}`,
    all ? [] : [units],
  );
  return Object.fromEntries(found.map(({ unit, name }) => [unit, name]));
}
