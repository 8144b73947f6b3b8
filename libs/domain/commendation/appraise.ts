/** The standing body's appraisal, and the opinions of those it asks. Nobody appraises what is of his own unit. */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank } from '../refusals';
import { directiveOf, refuseCommand, refuseOwnUnit, refuseStepPlan, turn, type Of } from './check';
import type { CommendationEvent, CommendationState } from './types';

export function appraiseNomination(
  state: CommendationState,
  command: Of<'AppraiseNomination'>,
): Decision<CommendationEvent> {
  const { data, plan, actor } = command;
  const refused =
    refuseCommand(state, command, state.nomination?.appraisingBody ?? null) ??
    refuseOwnUnit(state, command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseStepPlan(command, 'decision');
  if (refused) return refused;
  const count = state.nomination!.subjects.length;
  const stranger = data.barred.find(({ subject }) => subject >= count);
  if (stranger) return refuse('commendation.subject-unknown', { subject: stranger.subject, count });
  return accept({
    type: 'NominationAppraised',
    data: {
      ...data,
      by: actor.unit ?? '',
      assumptions: plan!.assumptions,
      ...turn(state, plan!.deadline),
    },
  });
}

export function giveOpinion(
  state: CommendationState,
  command: Of<'GiveOpinion'>,
): Decision<CommendationEvent> {
  const refused = refuseCommand(state, command, null);
  if (refused) return refused;
  const unit = command.actor.unit ?? '';
  const asked = state.appraisal?.opinionsOf ?? [];
  if (!asked.includes(unit)) {
    return refuse('commendation.opinion-not-asked', { unit, asked: [...asked] });
  }
  const blank = refuseBlank(command.data.reason, 'reason');
  if (blank) return blank;
  if (Object.hasOwn(state.opinions, unit)) return refuse('commendation.opinion-given', { unit });
  return accept({
    type: 'OpinionGiven',
    data: { directive: directiveOf(state), unit, ...command.data },
  });
}
