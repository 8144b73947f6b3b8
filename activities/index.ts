/** The activities of a worker: each idempotent, each one transaction at most. */
import { databaseFault, type Ledger } from '../libs/ledger';
import type { StreamActivities } from '../workflows/messages';
import { load } from './load';
import { record, type Stamp } from './record';
import { take } from './take';

export type { Stamp } from './record';

export function createActivities(ledger: Ledger, stamp: Stamp): StreamActivities {
  return {
    load: (input) => told(load(ledger, input)),
    take: (input) => told(take(ledger, input)),
    record: (input) => told(record(ledger, stamp, input)),
  };
}

/** The worker logs what an activity throws: then with part and next step. */
async function told<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (thrown) {
    throw databaseFault(thrown) as Error;
  }
}
