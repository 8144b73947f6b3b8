/** The read tables that serve against those that the ledger gives anew, row by row. */
import {
  migrationFolders,
  ownerEntriesAfter,
  readMigrations,
  withOwner,
} from '../../../libs/ledger';
import { checkReadModel } from '../../../libs/readmodel';

const MIGRATIONS = readMigrations(migrationFolders())
  .filter(({ number }) => number >= 100 && number < 200)
  .map(({ sql }) => sql);

/** What is otherwise, one sentence per row. */
export function readModelDeviations(databaseUrl: string): Promise<string[]> {
  return withOwner(databaseUrl, 'laws', async (owner) => {
    const checked = await checkReadModel({
      ...{ owner, migrations: MIGRATIONS, onProgress: () => undefined },
      entriesAfter: (seq, span) => ownerEntriesAfter(owner, seq, span),
      signal: new AbortController().signal,
    });
    return checked!.deviations.map(({ table, key, how, columns }) => {
      return `${table} ${key}: ${how} ${columns.join(', ')}`;
    });
  });
}
