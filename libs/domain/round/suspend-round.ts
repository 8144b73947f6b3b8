/** The round is suspended with its directive: rungs that fall due meanwhile are skipped, due times stay. */
import { accept, type Decision } from '../kernel';
import { refusedToDirect } from './directing';
import type { CommandOf } from './obligation';
import type { RoundEvent, RoundState } from './types';

export function suspendRound(
  state: RoundState,
  command: CommandOf<'SuspendRound'>,
): Decision<RoundEvent> {
  const refused = refusedToDirect(state, command);
  if (refused) return refused;
  const { reason } = command.data;
  return accept<RoundEvent>({ type: 'RoundSuspended', data: { reason } });
}
