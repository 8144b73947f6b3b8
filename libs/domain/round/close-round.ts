/** The standing body (or the conclusion of the directive) closes a round: what is unfinished is named. */
import { accept, type Decision } from '../kernel';
import { refuseUnlessDirecting } from './entitlement';
import { blank, refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { roundClosed } from './settle';
import type { RoundEvent, RoundState } from './types';

export function closeRound(
  state: RoundState,
  command: CommandOf<'CloseRound'>,
): Decision<RoundEvent> {
  const refused = refusedByRound(state, command.type);
  if (refused) return refused;
  const notDirecting = state.heading && refuseUnlessDirecting(state.heading, command);
  if (notDirecting) return notDirecting;
  const { reason } = command.data;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  return accept(roundClosed(state, reason, false));
}
