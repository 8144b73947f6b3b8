/** The directive above a review or a round, for commands which are planned by what it holds: every replay decides the same. */
import {
  directiveStream,
  kindOfStream,
  parseReviewStream,
  parseRoundStream,
  type DirectiveState,
} from '../domain';
import { endsWithArchive } from '../planning';

/** Undefined where the command needs none: it is not read in vain. */
export async function directiveOf(
  command: { readonly type: string; readonly stream: string; readonly data: unknown },
  stateOf: (stream: string) => Promise<unknown>,
): Promise<DirectiveState | undefined> {
  if (!endsWithArchive(command)) return undefined;
  const { stream } = command;
  const parsed = kindOfStream(stream) === 'round' ? parseRoundStream : parseReviewStream;
  const { directive } = parsed(stream)!;
  return (await stateOf(directiveStream(directive))) as DirectiveState;
}
