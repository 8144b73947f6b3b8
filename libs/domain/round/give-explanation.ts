/** The obliged unit explains its lateness, once for each time a rung of the ladder asked it to. */
import { accept, type Decision } from '../kernel';
import { refuseUnlessObliged } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function giveExplanation(
  state: RoundState,
  command: CommandOf<'GiveExplanation'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation } = found;
  const { unit, text } = command.data;
  const refused = refuseUnlessObliged(obligation, command.actor, command.effectiveAt);
  if (refused) return refused;
  if (obligation.explanationAskedAt === null) return refuse('explanation.not-asked', { unit });
  if (obligation.explanationGivenAt !== null) {
    return refuse('explanation.already-given', { unit, givenAt: obligation.explanationGivenAt });
  }
  if (blank(text)) return refuse('explanation.empty', { unit });
  return accept<RoundEvent>({ type: 'ExplanationGiven', data: { unit, text } });
}
