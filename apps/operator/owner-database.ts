/** Which database is meant: that of DONDOC_MIGRATION_DATABASE_URL, else that of the data folder of `npm start`. */
import { join } from 'node:path';
import { withDataDatabase } from '../../libs/embedded';
import { createDatabase } from '../../libs/ledger';
import { loadOwnerConfig } from '../../libs/service';

export type Meant = {
  /** Default: DONDOC_MODE. */
  readonly mode?: 'drill' | 'live';
  /** A data folder without a database gets one. */
  readonly mayBegin?: boolean;
  readonly say: (text: string) => void;
};

/** @param work is given its URL as the owner */
export async function withOwnerDatabase<Result>(
  { mode: told, mayBegin = false, say }: Meant,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const { migrationDatabaseUrl, mode: configured, dataDir } = loadOwnerConfig();
  if (migrationDatabaseUrl !== undefined) return work(migrationDatabaseUrl);
  const mode = told ?? configured;
  return withDataDatabase({ dataDir: join(dataDir, mode), mayBegin, say }, async (adminUrl) =>
    work(await createDatabase(adminUrl, `dondoc_${mode}`)),
  );
}
