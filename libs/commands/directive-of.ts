/** The directive that a review belongs to, for commands which are planned by what it holds: every replay decides the same. */
import { directiveStream, kindOfStream, parseReviewStream, type DirectiveState } from '../domain';

const OF_A_REVIEW: readonly string[] = ['JudgeTask', 'RecordLesson'];

/** Undefined where the command needs none: it is not read in vain. */
export async function directiveOf(
  { type, stream }: { readonly type: string; readonly stream: string },
  stateOf: (stream: string) => Promise<unknown>,
): Promise<DirectiveState | undefined> {
  if (!OF_A_REVIEW.includes(type) || kindOfStream(stream) !== 'review') return undefined;
  const { directive } = parseReviewStream(stream)!;
  return (await stateOf(directiveStream(directive))) as DirectiveState;
}
