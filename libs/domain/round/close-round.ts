/** The standing body (or the conclusion of the directive) closes a round: what is unfinished is named. */
import { accept, type Decision } from '../kernel';
import { refusedToDirect } from './directing';
import type { CommandOf } from './obligation';
import { roundClosed } from './settle';
import type { RoundEvent, RoundState } from './types';

export function closeRound(
  state: RoundState,
  command: CommandOf<'CloseRound'>,
): Decision<RoundEvent> {
  const refused = refusedToDirect(state, command);
  if (refused) return refused;
  const { reason } = command.data;
  return accept(roundClosed(state, reason, false));
}
