/** Loads a stream: its state folded from the ledger, and what lies in its tray. */
import { deciderOf, foldAll } from '../libs/domain';
import type { Ledger } from '../libs/ledger';
import type { LoadAnswer, RunInput } from '../workflows/messages';

export async function load(ledger: Ledger, { stream }: RunInput): Promise<LoadAnswer> {
  const decider = deciderOf(stream);
  const [{ decided, waiting, now, full }, { clock }] = await Promise.all([
    ledger.load(stream),
    ledger.deployment(),
  ]);
  const { state, version } = foldAll(decider, decided);
  return { state, version, waiting, now, full, clock };
}
