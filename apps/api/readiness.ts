/** The API takes commands as long as its database answers: everything else may be away, and is told. */
import type { Ledger, UndecidedRestore } from '../../libs/ledger';
import { contentParts, databaseState, type Readiness } from '../../libs/service';

type Asked = Pick<Ledger, 'now' | 'probeContents' | 'undecidedRestore'>;

export async function readiness(ledger: Asked): Promise<Readiness> {
  const [database, content] = await Promise.all([databaseState(ledger), contentParts(ledger)]);
  const undecided = database === 'ok' ? await ledger.undecidedRestore() : null;
  return { ok: database === 'ok', parts: { database, ...content, ...restoreOf(undecided) } };
}

/** Reads go on: it is no reason to take the door out of service. */
function restoreOf(undecided: UndecidedRestore | null): { readonly restore?: string } {
  if (undecided === null) return {};
  const { since, seq } = undecided;
  return {
    restore: `restored on ${since} up to entry ${seq}, read-only: dondoc restore confirm`,
  };
}
