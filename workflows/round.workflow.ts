/** The ladder of one round shard: wakes at each rung and decides for all its obligations in one step. */
import type { RunInput } from './messages';
import { runStream } from './runner';

export async function RoundWorkflow(input: RunInput): Promise<void> {
  await runStream(input);
}
