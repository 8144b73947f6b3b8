/** The activities of a worker: each idempotent, each one transaction at most. */
import type { Ledger } from '../libs/ledger';
import type { StreamActivities } from '../workflows/messages';
import { load } from './load';
import { record, type Stamp } from './record';
import { take } from './take';

export type { Stamp } from './record';

export function createActivities(ledger: Ledger, stamp: Stamp): StreamActivities {
  return {
    load: (input) => load(ledger, input),
    take: (input) => take(ledger, input),
    record: (input) => record(ledger, stamp, input),
  };
}
