/** The directive is revoked, recalled or superseded: what is unfinished is cancelled, what is done stays done. */
import { accept, type Decision } from '../kernel';
import { refusedToDirect } from './directing';
import type { CommandOf } from './obligation';
import { endReason, skipRemaining } from './schedules';
import type { RoundEvent, RoundState } from './types';

export function cancelRound(
  state: RoundState,
  command: CommandOf<'CancelRound'>,
): Decision<RoundEvent> {
  const refused = refusedToDirect(state, command);
  if (refused) return refused;
  const { reason } = command.data;
  const skipped = skipRemaining(state, Object.values(state.obligations), (obligation) =>
    endReason(obligation, 'cancelled'),
  );
  return accept<RoundEvent>({ type: 'RoundCancelled', data: { reason, skipped } });
}
