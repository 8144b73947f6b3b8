/** Where the API is: --api, else DONDOC_API_URL, else what the running system wrote into its data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, loadConfig, userFolders } from '../../libs/service';

const FILE = 'addresses.json';

export function apiAddress(given?: string): string {
  if (given !== undefined) return given;
  const { apiUrl } = loadConfig('cli');
  const { DONDOC_API_URL: told, DONDOC_DATA_DIR: dataDir } = environment();
  return (told ? apiUrl : written(dataDir || userFolders().dataDir)) ?? apiUrl;
}

/** `{"api": "http://127.0.0.1:3000", …}`; absent while nothing runs. */
function written(dataDir: string): string | undefined {
  try {
    const addresses = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as { api?: unknown };
    return typeof addresses.api === 'string' ? addresses.api : undefined;
  } catch {
    return undefined;
  }
}
