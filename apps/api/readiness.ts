/** The API takes commands as long as its database answers: everything else may be away. */
import type { Ledger } from '../../libs/ledger';
import type { Readiness } from '../../libs/service';

export async function readiness(ledger: Pick<Ledger, 'now'>): Promise<Readiness> {
  const database = await ledger.now().then(
    () => 'ok',
    () => 'does not answer',
  );
  return { ok: database === 'ok', parts: { database } };
}
