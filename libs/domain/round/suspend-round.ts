/** The round is suspended with its directive: rungs that fall due meanwhile are skipped, due times stay. */
import { accept, type Decision } from '../kernel';
import { refuseUnlessDirecting } from './entitlement';
import { blank, refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function suspendRound(
  state: RoundState,
  command: CommandOf<'SuspendRound'>,
): Decision<RoundEvent> {
  const refused = refusedByRound(state, command.type);
  if (refused) return refused;
  const notDirecting = state.heading && refuseUnlessDirecting(state.heading, command);
  if (notDirecting) return notDirecting;
  const { reason } = command.data;
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  return accept<RoundEvent>({ type: 'RoundSuspended', data: { reason } });
}
