/** The state of a stream as its entries say, a page at a time: whoever asks needs no right to look into trays. */
import { deciderOf, foldAll, type Loaded } from '../domain';
import type { Ledger } from '../ledger';

const PAGE = 2000;

export async function stateOf(ledger: Pick<Ledger, 'loadRange'>, stream: string): Promise<unknown> {
  const decider = deciderOf(stream);
  let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
  for (;;) {
    const { decided, version, more } = await ledger.loadRange(stream, loaded.version, PAGE);
    loaded = { state: foldAll(decider, decided, loaded).state, version };
    if (!more) return loaded.state;
  }
}
