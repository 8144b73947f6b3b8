/** One body's year of recognition: wakes on the last days of registration and decision. Its rules are its decider's. */
import type { RunInput } from './messages';
import { runStream } from './runner';

export async function RecognitionWorkflow(input: RunInput): Promise<void> {
  await runStream(input);
}
