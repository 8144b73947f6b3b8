/** Every row of the read tables of a life, in an order of their own: equal dumps are equal read models. */
import type { Pool } from 'pg';

const TABLES = [
  'directives',
  'duties',
  'obligations',
  'obligation_history',
  'submissions',
  'rung_outcomes',
  'rounds',
  'shards',
  'schedules',
  'rungs',
  'letters',
  'documents',
  'timeline',
];

export async function dumpOf(pool: Pool) {
  const dumped: { [table: string]: unknown[] } = {};
  for (const table of TABLES) {
    const { rows } = await pool.query(
      `SELECT to_jsonb(t) - 'ordinal' AS line FROM read.${table} AS t ORDER BY (to_jsonb(t) - 'ordinal')::text`,
    );
    dumped[table] = rows;
  }
  return dumped;
}
