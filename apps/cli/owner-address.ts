/** Where the database is and who owns it: DONDOC_MIGRATION_DATABASE_URL, else what runs from the data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, loadConfig, userFolders } from '../../libs/service';
import { cliError, EXIT } from './client';

export function ownerAddress(): string {
  const { DONDOC_MIGRATION_DATABASE_URL: told, DONDOC_DATA_DIR: given } = environment();
  if (told) return loadConfig('rebuild').migrationDatabaseUrl;
  const folder = given || userFolders().dataDir;
  for (const mode of ['live', 'drill']) {
    const ports = written<{ postgres?: number }>(join(folder, mode, 'ports.json'));
    const secrets = written<{ postgres?: string }>(join(folder, mode, 'secrets.json'));
    if (!ports?.postgres || !secrets?.postgres) continue;
    return `postgres://postgres:${secrets.postgres}@127.0.0.1:${ports.postgres}/dondoc_${mode}`;
  }
  throw cliError(
    EXIT.usage,
    `${folder}: không có cơ sở dữ liệu nào ở đây · there is no database here.\n` +
      'Đặt DONDOC_MIGRATION_DATABASE_URL (chủ sở hữu cơ sở dữ liệu), hoặc chạy npm start · ' +
      'set DONDOC_MIGRATION_DATABASE_URL (the owner of the database), or run npm start',
  );
}

function written<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}
