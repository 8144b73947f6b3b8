/** The deployment's database: created when it is not there, migrated, stamped as drill or live. */
import { createDatabase, migrate } from '../../libs/ledger';
import { DRILL_START } from '../../samples';
import type { RolePasswords } from './passwords';

export type DatabaseSettings = {
  readonly adminUrl: string;
  readonly mode: 'drill' | 'live';
  readonly passwords: RolePasswords;
};

export const DRILL_SEED = 'dondoc-drill-1';

/** Answers the URL of the database as its owner. */
export async function prepareDatabase(settings: DatabaseSettings): Promise<string> {
  const { adminUrl, mode, passwords } = settings;
  const url = await createDatabase(adminUrl, `dondoc_${mode}`);
  await migrate(url, {
    mode,
    deploymentId: mode,
    passwords,
    ...(mode === 'drill' ? { seed: DRILL_SEED, clock: 'told', startsAt: DRILL_START } : {}),
  });
  return url;
}
