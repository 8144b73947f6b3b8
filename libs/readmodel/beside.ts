/**
 * A second read model beside the one that serves: built by the same migrations and the same projections in a schema of
 * its own, put in the place of the old one in a transaction, or dropped. Whatever is interrupted
 * leaves the tables that serve as they are.
 */
import { rowsOf, type Db } from './db';
import { project } from './projections';
import type { ProjectedEntry } from './projected';

/** Beside `read`. */
export const NEXT = 'read_next';

/** Our own SQL speaks of the schema by its name: `read.` before a table or a function, `'read'` to the catalog. */
const inNext = (text: string) =>
  text.replace(/\bread\./g, `${NEXT}.`).replace(/'read'/g, `'${NEXT}'`);

/** The same questions and changes, of the tables beside. */
export function besideOf(db: Db): Db {
  return { query: (text, values) => db.query(inNext(text), values) };
}

/** Empty tables beside, with the rights of those that serve; what a run before left behind is dropped. */
export async function createBeside(owner: Db, migrations: readonly string[]): Promise<void> {
  await inTransaction(owner, async () => {
    await owner.query(`DROP SCHEMA IF EXISTS ${NEXT} CASCADE`);
    await owner.query(`CREATE SCHEMA ${NEXT}`);
    await owner.query(RIGHTS);
    // A migration that puts the cursor back speaks of the tables that serve.
    await owner.query(`SET LOCAL dondoc.beside = 'on'`);
    for (const sql of migrations) await owner.query(inNext(sql));
  });
}

/** As the schema `read` has them. */
const RIGHTS = `
  GRANT USAGE ON SCHEMA ${NEXT} TO dondoc_api, dondoc_projector, dondoc_notifier, dondoc_reactor;
  ALTER DEFAULT PRIVILEGES IN SCHEMA ${NEXT} GRANT SELECT ON TABLES TO dondoc_api, dondoc_notifier, dondoc_reactor;
  ALTER DEFAULT PRIVILEGES IN SCHEMA ${NEXT} GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO dondoc_projector`;

export async function projectBeside(owner: Db, entries: readonly ProjectedEntry[]): Promise<void> {
  await inTransaction(owner, () => project(besideOf(owner), entries));
}

/**
 * Puts the tables beside in the place of those that serve. The caller's transaction holds the projector's lock, so that
 * both stand at the same entry; statements that run go on reading the old ones, which stay as `read_old` till dropped.
 */
export async function swapIn(tx: Db): Promise<void> {
  await tx.query(`ALTER SCHEMA read RENAME TO read_old`);
  await tx.query(`ALTER SCHEMA ${NEXT} RENAME TO read`);
  // The bodies of functions are kept as text.
  const functions = await rowsOf<{ text: string }>(
    tx,
    `SELECT pg_get_functiondef(oid) AS text FROM pg_proc
     WHERE pronamespace = 'read'::regnamespace AND prosrc LIKE '%${NEXT}%'`,
  );
  for (const { text } of functions) await tx.query(text.replaceAll(NEXT, 'read'));
}

export async function dropBeside(owner: Db): Promise<void> {
  await owner.query(`DROP SCHEMA IF EXISTS ${NEXT} CASCADE`);
}

export async function dropOld(owner: Db): Promise<void> {
  await owner.query(`DROP SCHEMA IF EXISTS read_old CASCADE`);
}

export async function inTransaction<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await db.query('BEGIN');
  try {
    const result = await work();
    await db.query('COMMIT');
    return result;
  } catch (thrown) {
    await db.query('ROLLBACK');
    throw thrown;
  }
}
