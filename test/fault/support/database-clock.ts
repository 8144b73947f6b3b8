/**
 * The clock of the database's host, which a fault may set back or forward. Everything the engine calls the time comes
 * from there: deployment, leases, pauses between tries. `clock_timestamp()` is found in a schema that stands before
 * PostgreSQL's own on the search path, so that every statement of every service reads the clock that was set.
 */
import type { Client, Pool } from 'pg';

const SHADOW = `
  CREATE SCHEMA host;
  GRANT USAGE ON SCHEMA host TO PUBLIC;
  CREATE TABLE host.clock_set (by interval NOT NULL);
  INSERT INTO host.clock_set VALUES ('0');
  GRANT SELECT ON host.clock_set TO PUBLIC;
  CREATE FUNCTION host.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
    BEGIN ATOMIC SELECT pg_catalog.clock_timestamp() + (SELECT by FROM host.clock_set); END;`;

/** Defaults were bound to PostgreSQL's own function when their tables were made. */
const DEFAULTS = `
  SELECT format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT host.clock_timestamp()', d.adrelid::regclass, a.attname)
    AS statement
  FROM pg_attrdef AS d JOIN pg_attribute AS a ON (a.attrelid, a.attnum) = (d.adrelid, d.adnum)
  WHERE pg_get_expr(d.adbin, d.adrelid) = 'clock_timestamp()'`;

/** Before the first service connects. */
export async function giveOwnClock(owner: Client, database: string): Promise<void> {
  await owner.query(SHADOW);
  const { rows } = await owner.query<{ statement: string }>(DEFAULTS);
  for (const { statement } of rows) await owner.query(statement);
  await owner.query(`ALTER DATABASE ${database} SET search_path = host, pg_catalog, public`);
}

/** `setClock(pool, '-1 day')`: from what the clock would show by itself. */
export async function setClock(owner: Pool, by: string): Promise<void> {
  await owner.query('UPDATE host.clock_set SET by = $1::interval', [by]);
}
