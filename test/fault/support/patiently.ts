/** The suite's own look at a ledger that is away for a moment. */
import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../../../libs/ledger';

const PATIENCE_MS = 150_000;

/** Whoever stands at the ledger itself asks again, as the engine's own services do. */
export async function patiently<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (const since = performance.now(); ; await pause(100)) {
    try {
      return await work();
    } catch (thrown) {
      if (!isPassing(thrown) || performance.now() - since > PATIENCE_MS) throw thrown;
    }
  }
}
