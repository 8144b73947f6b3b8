/** The life of one directive: wakes when a round is to open. Its rules are the directive's decider. */
import type { RunInput } from './messages';
import { runStream } from './runner';

export async function DirectiveWorkflow(input: RunInput): Promise<void> {
  await runStream(input);
}
