/** The directive above a review or a round, for commands which are planned by what it holds: every replay decides the same. */
import {
  directiveStream,
  kindOfStream,
  parseReviewStream,
  parseRoundStream,
  type DirectiveState,
} from '../domain';
import { stateOf, type Asking } from './question';
import { endsWithArchive } from './with-archive';

/** Undefined where the command needs none: it is not read in vain. */
export function* directiveOf(command: {
  readonly type: string;
  readonly stream: string;
  readonly data: unknown;
}): Asking<DirectiveState | undefined> {
  if (!endsWithArchive(command)) return undefined;
  const { stream } = command;
  const parsed = kindOfStream(stream) === 'round' ? parseRoundStream : parseReviewStream;
  const { directive } = parsed(stream)!;
  return yield* stateOf<DirectiveState>(directiveStream(directive));
}
