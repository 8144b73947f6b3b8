/**
 * Carries out what an erasure says: value and salt are removed where they are kept. Called before the cursor moves, so an
 * erasure that was recorded is carried out however often the process dies in between; a second time changes nothing.
 */
import { storedEvent } from '../../libs/contracts';
import { ERASURE_STREAM, type ErasureEvent } from '../../libs/domain';
import type { Entry, Ledger } from '../../libs/ledger';

export async function carryOutErasures(
  ledger: Pick<Ledger, 'erase'>,
  entries: readonly Entry[],
): Promise<void> {
  for (const { stream, envelope } of entries) {
    if (stream !== ERASURE_STREAM) continue;
    const event = storedEvent(envelope) as ErasureEvent | null;
    if (event?.type === 'PersonalValueErased') await ledger.erase(event.data.token);
  }
}
