/** The API takes commands as long as its database answers: everything else may be away, and is told. */
import type { Ledger } from '../../libs/ledger';
import { contentParts, databaseState, type Readiness } from '../../libs/service';

export async function readiness(ledger: Pick<Ledger, 'now' | 'probeContents'>): Promise<Readiness> {
  const [database, content] = await Promise.all([databaseState(ledger), contentParts(ledger)]);
  return { ok: database === 'ok', parts: { database, ...content } };
}
