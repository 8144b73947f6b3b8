/** One commendation from nomination to award: wakes at each rung of the present step's deadline. Its rules are its decider. */
import type { RunInput } from './messages';
import { runStream } from './runner';

export async function CommendationWorkflow(input: RunInput): Promise<void> {
  await runStream(input);
}
