/** A connection as the owner of the database, for work that the services' roles may not do. */
import { Client } from 'pg';
import type { Entry } from './ledger';
import { entryOf, type EntryRow } from './entries';
import { translated } from './failure';

/** @param name shown on the server's list of connections */
export async function withOwner<Result>(
  adminUrl: string,
  name: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: adminUrl, application_name: `dondoc-${name}` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw translated(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** As `entriesAfter` of the ledger, on the owner's connection and so within its transaction. */
export async function ownerEntriesAfter(
  client: Client,
  seq: number,
  { until, limit }: { readonly until: number; readonly limit: number },
): Promise<Entry[]> {
  const { rows } = await client.query<EntryRow>(
    `SELECT seq, stream, version, id, type, bytes, hash FROM ledger.entries
     WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3`,
    [seq, until, limit],
  );
  return rows.map(entryOf);
}
