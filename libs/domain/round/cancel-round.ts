/** The directive is revoked, recalled or superseded: what is unfinished is cancelled, what is done stays done. */
import { accept, type Decision } from '../kernel';
import { refuseUnlessDirecting } from './entitlement';
import { blank, refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { endReason, skipRemaining } from './schedules';
import type { RoundEvent, RoundState } from './types';

export function cancelRound(
  state: RoundState,
  command: CommandOf<'CancelRound'>,
): Decision<RoundEvent> {
  const refused = refusedByRound(state, command.type);
  if (refused) return refused;
  const notDirecting = state.heading && refuseUnlessDirecting(state.heading, command);
  if (notDirecting) return notDirecting;
  const { reason } = command.data;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  const skipped = skipRemaining(state, Object.values(state.obligations), (obligation) =>
    endReason(obligation, 'cancelled'),
  );
  return accept<RoundEvent>({ type: 'RoundCancelled', data: { reason, skipped } });
}
