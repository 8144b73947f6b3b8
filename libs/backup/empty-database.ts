/** What a backup may be restored into: a database that holds nothing, or only the tables that an interrupted restore has made. */
import type { Client } from 'pg';
import { Failure } from '../ledger';
import { rowOf } from './database';

const OTHERS = `
  SELECT n.nspname || '.' || c.relname AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
    AND n.nspname NOT IN ('ledger', 'work', 'read') LIMIT 1`;

const OURS = `
  SELECT d.id, d.mode, (SELECT count(*) FROM ledger.entries) AS entries FROM work.deployment AS d`;

/** @throws Failure `restore.not-empty` */
export async function refuseUnlessEmpty(client: Client): Promise<void> {
  const other = await rowOf<{ name: string }>(client, OTHERS);
  if (other !== null) throw notEmpty(`it has the table ${other.name}`);
  const schema = await rowOf<{ there: boolean }>(
    client,
    `SELECT to_regclass('work.deployment') IS NOT NULL AS there`,
  );
  if (!schema!.there) return;
  const stamped = await rowOf<{ id: string; mode: string; entries: string }>(client, OURS);
  if (stamped === null) return;
  throw notEmpty(
    `it belongs to the ${stamped.mode} deployment "${stamped.id}" and holds ${stamped.entries} entries`,
  );
}

function notEmpty(what: string): Failure {
  return new Failure(
    'restore.not-empty',
    `a backup is restored into an empty database alone: ${what}`,
    {
      nextStep:
        'make a new database (CREATE DATABASE … TEMPLATE template0) and name it in DONDOC_MIGRATION_DATABASE_URL, or move ' +
        'the data folder away; nothing was changed',
    },
  );
}
