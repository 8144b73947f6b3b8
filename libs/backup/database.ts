/** A connection as the owner of the database, and a snapshot that is read piece by piece. */
import { Client } from 'pg';
import { databaseFault, Failure, translated } from '../ledger';
import type { Following } from './format';

export const ROWS_AT_ONCE = 2_000;

export async function asOwner<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'dondoc-backup' });
  // Unheard, a connection that dies would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`SET TimeZone = 'UTC'`);
    return await work(client);
  } catch (thrown) {
    throw databaseFault(translated(thrown));
  } finally {
    await client.end().catch(() => undefined);
  }
}

export type Query = { readonly text: string; readonly values?: readonly unknown[] };

/** Rows in groups, within the client's transaction: none but these are held in memory. */
export async function* rowsInGroups<Row extends object>(
  client: Client,
  { text, values = [] }: Query,
): AsyncGenerator<Row[]> {
  await client.query(`DECLARE reading NO SCROLL CURSOR FOR ${text}`, [...values]);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${ROWS_AT_ONCE} FROM reading`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('CLOSE reading');
}

export async function rowOf<Row extends object>(
  client: Client,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | null> {
  const { rows } = await client.query<Row>(text, [...values]);
  return rows[0] ?? null;
}

/** Between two pieces of a long work. */
export function goOn({ signal }: Following): void {
  if (signal?.aborted) {
    throw new Failure('interrupted', 'this was interrupted, and nothing has changed', {
      nextStep: 'run it again',
    });
  }
}
