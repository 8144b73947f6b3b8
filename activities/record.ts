/** Records decisions, outcomes and the next wake-up in one transaction, or answers with what the ledger already holds. */
import type { Ledger } from '../libs/ledger';
import type { RecordAnswer, RecordInput } from '../workflows/messages';

/** What a worker stamps on all it records: its queue and the version of its deciders. */
export type Stamp = { readonly queue: string; readonly decidersHash: string };

export async function record(
  ledger: Ledger,
  stamp: Stamp,
  input: RecordInput,
): Promise<RecordAnswer> {
  const answer = await ledger.record({ ...input, ...stamp });
  const { recorded, version, waiting, now, full } = answer;
  return { recorded, version, waiting, now, full, tail: answer.recorded ? [] : answer.tail };
}
