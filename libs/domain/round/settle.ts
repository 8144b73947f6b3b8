/** A round closes by itself in the very decision that settles its last obligation. */
import { accept, stamp, type Decision } from '../kernel';
import { evolve } from './evolve';
import { isFinished } from './lifecycle';
import { endReason, skipRemaining } from './schedules';
import type { RoundCommand, RoundEvent, RoundState } from './types';

export const SETTLED_REASON = 'Mọi nghĩa vụ trong đợt đã xong.';

/** The events about `unit`, with the closing of the round behind them when nothing is left unfinished. */
export function settle(
  state: RoundState,
  command: RoundCommand & { readonly data: { readonly unit: string } },
  ...events: RoundEvent[]
): Decision<RoundEvent> {
  if (state.status !== 'open' && state.status !== 'suspended') return accept(...events);
  const { unit } = command.data;
  for (const other in state.obligations) {
    if (other !== unit && !isFinished(state.obligations[other]!.status)) return accept(...events);
  }
  const after = events.reduce((so, event) => evolve(so, stamp(event, command)), state);
  if (!isFinished(after.obligations[unit]!.status)) return accept(...events);
  return accept(...events, roundClosed(after, SETTLED_REASON, true));
}

/** The closing of a round as it stands, with every rung that will not come any more. */
export function roundClosed(state: RoundState, reason: string, byItself: boolean): RoundEvent {
  const all = Object.values(state.obligations);
  return {
    type: 'RoundClosed',
    data: {
      reason,
      byItself,
      skipped: skipRemaining(state, all, (obligation) => endReason(obligation, 'closed')),
      unfinished: all.filter(({ status }) => !isFinished(status)).map(({ unit }) => unit),
    },
  };
}
