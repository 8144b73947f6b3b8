/**
 * PostgreSQL of a data folder of `npm start`, for work that needs no other part: the one that runs there, or one that is
 * started for as long as the work takes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure, lives, type ProcessMark } from '../service';
import { openDataFolder, readJson } from './data-folder';
import { startPostgres } from './postgres';

export type DataDatabase = {
  /** Of one mode: `…/dondoc/drill`. */
  readonly dataDir: string;
  /** Whether a folder without a database is begun; otherwise it is refused. */
  readonly mayBegin: boolean;
  readonly say: (text: string) => void;
};

/** @param work is given the URL of a role that may do everything, on the database `postgres` */
export async function withDataDatabase<Result>(
  { dataDir, mayBegin, say }: DataDatabase,
  work: (adminUrl: string) => Promise<Result>,
): Promise<Result> {
  if (!mayBegin && !existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) {
    throw failure(
      'data.empty',
      `there is no database in the data folder ${dataDir}`,
      'name the folder in DONDOC_DATA_DIR and its mode in DONDOC_MODE, or a database in DONDOC_MIGRATION_DATABASE_URL',
    );
  }
  const running = runningIn(dataDir);
  if (running !== null) return work(running);
  const folder = await openDataFolder(dataDir, () => undefined);
  try {
    say(`PostgreSQL: ${dataDir}`);
    const started = await startPostgres(folder, (detail) => say(detail));
    return await work(started.adminUrl);
  } finally {
    await folder.children.stopAll();
    folder.release();
  }
}

function runningIn(dataDir: string): string | null {
  const owner = readJson<ProcessMark>(join(dataDir, 'run', 'owner.json'));
  if (owner === null || !lives(owner)) return null;
  const port = readJson<Record<string, number>>(join(dataDir, 'ports.json'))?.postgres;
  const secret = readJson<Record<string, string>>(join(dataDir, 'secrets.json'))?.postgres;
  if (port === undefined || secret === undefined) return null;
  return `postgres://postgres:${secret}@127.0.0.1:${port}/postgres`;
}
