/** Whether the directive of a review has gone to the archive: who judges is told so, and every replay decides the same. */
import {
  directiveStream,
  kindOfStream,
  parseReviewStream,
  type DirectiveState,
  type Instant,
} from '../domain';

const JUDGING: readonly string[] = ['JudgeTask', 'RecordLesson'];

export async function archivedAtOf(
  { type, stream }: { readonly type: string; readonly stream: string },
  stateOf: (stream: string) => Promise<unknown>,
): Promise<Instant | undefined> {
  if (!JUDGING.includes(type) || kindOfStream(stream) !== 'review') return undefined;
  const { directive } = parseReviewStream(stream)!;
  const { archive } = (await stateOf(directiveStream(directive))) as DirectiveState;
  return archive?.handedAt ?? undefined;
}
