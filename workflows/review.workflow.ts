/** One review of a directive: wakes at its cut-off. Its rules are the review's decider. */
import type { RunInput } from './messages';
import { runStream } from './runner';

export async function ReviewWorkflow(input: RunInput): Promise<void> {
  await runStream(input);
}
