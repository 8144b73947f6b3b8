/** The API takes commands as long as its database answers: everything else may be away. */
import type { Ledger } from '../../libs/ledger';
import { databaseState, type Readiness } from '../../libs/service';

export async function readiness(ledger: Pick<Ledger, 'now'>): Promise<Readiness> {
  const database = await databaseState(ledger);
  return { ok: database === 'ok', parts: { database } };
}
