/**
 * What every act of a director needs, on a whole round or on one obligation: it is possible now, its actor is entitled,
 * and it gives a reason.
 */
import { directors, refuseUnlessDirecting, refuseUnlessEntitled } from './entitlement';
import { blank, findObligation, refusedByRound, type CommandOf, type Found } from './obligation';
import { refuse, type Refusal } from './rejections';
import type { RoundState } from './types';

type OnRound = CommandOf<'SuspendRound' | 'ResumeRound' | 'CancelRound' | 'CloseRound'>;
type OnObligation = CommandOf<'WaiveObligation' | 'MarkNotApplicable' | 'UpholdObligation'>;

export function refusedToDirect(state: RoundState, command: OnRound): Refusal | null {
  const refused =
    refusedByRound(state, command.type) ??
    (state.heading && refuseUnlessDirecting(state.heading, command));
  return refused ?? refuseWithoutReason(command);
}

export function directedObligation(state: RoundState, command: OnObligation): Found | Refusal {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { heading, obligation } = found;
  const refused =
    refuseUnlessEntitled(directors(heading), obligation, command) ?? refuseWithoutReason(command);
  return refused ?? found;
}

function refuseWithoutReason({ type, data }: OnRound | OnObligation): Refusal | null {
  return blank(data.reason) ? refuse('reason.missing', { command: type }) : null;
}
