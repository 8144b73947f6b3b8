/** Which database is meant: that of DONDOC_MIGRATION_DATABASE_URL, else that of the data folder of `npm start`. */
import { join } from 'node:path';
import { loadOwnerConfig } from '../service';
import { withDataDatabase } from './data-database';

export type Meant = {
  /** Default: DONDOC_MODE. */
  readonly mode?: 'drill' | 'live';
  /** A data folder without a database gets one. */
  readonly mayBegin?: boolean;
  readonly say: (text: string) => void;
  /** Of libs/ledger, which this folder does without: what only starts servers needs no driver. */
  readonly createDatabase: (
    adminUrl: string,
    name: `dondoc_${'drill' | 'live'}`,
  ) => Promise<string>;
};

/** @param work is given its URL as the owner */
export async function withOwnerDatabase<Result>(
  { mode: told, mayBegin = false, say, createDatabase }: Meant,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const { migrationDatabaseUrl, mode: configured, dataDir } = loadOwnerConfig();
  if (migrationDatabaseUrl !== undefined) return work(migrationDatabaseUrl);
  const mode = told ?? configured;
  return withDataDatabase({ dataDir: join(dataDir, mode), mayBegin, say }, async (adminUrl) =>
    work(await createDatabase(adminUrl, `dondoc_${mode}`)),
  );
}
