/**
 * Reads the entries and writes down who is to hear of them. Invariant: an entry's items and the notifier's cursor move
 * in one transaction, so every entry is turned into mail once, whatever the bus delivers again.
 */
import type { Pool } from 'pg';
import type { BatchHandler } from '../../libs/bus';
import { createPolicyBookReader } from '../../libs/commands';
import type { Ledger } from '../../libs/ledger';
import type { MailItem } from '../../libs/notify';
import { itemsOfEntry, presentOf } from './entry-items';
import { insertItems } from './mail-items-store';
import { RoundFolds } from './round-folds';

export const NOTIFIER_CONSUMER = 'notifier';

export type CollectorSettings = {
  readonly ledger: Ledger;
  readonly pool: Pool;
  /** Called after items were committed. */
  readonly collected: () => void;
};

export function createCollector({ ledger, pool, collected }: CollectorSettings): BatchHandler {
  const folds = new RoundFolds(ledger);
  const readBook = createPolicyBookReader(ledger);
  return async (entries) => {
    const last = entries.at(-1);
    if (last === undefined) return;
    const items: MailItem[] = [];
    const present = presentOf(readBook, (stream) => folds.present(stream));
    const around = { ledger, folds, present };
    for (const entry of entries) items.push(...(await itemsOfEntry(entry, around)));
    if (items.length === 0) {
      await ledger.moveCursor(null, NOTIFIER_CONSUMER, last.seq);
      return;
    }
    await insertItems(pool, items, (tx) => ledger.moveCursor(tx, NOTIFIER_CONSUMER, last.seq));
    collected();
  };
}
