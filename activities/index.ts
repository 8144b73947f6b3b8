/** The activities of a worker: each idempotent, each one transaction at most; each says what it was asked with. */
import { createHash } from 'node:crypto';
import { databaseFault, type Ledger } from '../libs/ledger';
import type { Answered, StreamActivities } from '../workflows/messages';
import { load } from './load';
import { record, type Stamp } from './record';
import { take } from './take';

export type { Stamp } from './record';

export function createActivities(ledger: Ledger, stamp: Stamp): StreamActivities {
  return {
    load: (input) => told(input, load(ledger, input)),
    take: (input) => told(input, take(ledger, input)),
    record: (input) => told(input, record(ledger, stamp, input)),
  };
}

/** The worker logs what an activity throws: then with part and next step. */
async function told<Answer extends object>(
  input: object,
  work: Promise<Answer>,
): Promise<Answer & Answered> {
  try {
    return { ...(await work), asked: hashOf(input) };
  } catch (thrown) {
    throw databaseFault(thrown) as Error;
  }
}

/** Of the text that came in: a replay hashes what the workflow asks with then, and compares. */
function hashOf(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}
