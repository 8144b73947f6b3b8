/** The standing body's appraisal, and the opinions of those it asks. Nobody appraises what is of his own unit. */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank } from '../refusals';
import { actingFor } from '../ended-units';
import {
  directiveOf,
  refuseCommand,
  refuseNominator,
  refuseNominatorsOpinion,
  refuseOwnUnit,
  refuseStepPlan,
  turn,
  type Of,
} from './check';
import type { CommendationEvent, CommendationState } from './types';

export function appraiseNomination(
  state: CommendationState,
  command: Of<'AppraiseNomination'>,
): Decision<CommendationEvent> {
  const { data, plan, actor } = command;
  const refused =
    refuseCommand(state, command, state.nomination?.appraisingBody ?? null) ??
    refuseOwnUnit(state, command) ??
    refuseNominator(command, state.nominatedBy!, state.nominatedBy!) ??
    refuseBlank(data.reason, 'reason') ??
    refuseStepPlan(command, 'decision');
  if (refused) return refused;
  const count = state.nomination!.subjects.length;
  const { nominatedBy } = state;
  if (data.opinionsOf.includes(nominatedBy!)) {
    return refuse('commendation.nominator-opinion', {
      unit: nominatedBy!,
      nominatedBy: nominatedBy!,
    });
  }
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
  const by = command.actor.unit ?? '';
  const asked = state.appraisal?.opinionsOf ?? [];
  const forWhom = asked.filter((one) => actingFor(command, one) === by);
  const unit = forWhom.find((one) => !Object.hasOwn(state.opinions, one)) ?? forWhom[0];
  if (unit === undefined) {
    const acting = asked.map((one) => actingFor(command, one));
    return refuse('commendation.opinion-not-asked', { unit: by, asked: acting });
  }
  const unfit =
    refuseOwnUnit(state, command) ??
    refuseNominatorsOpinion(state, command) ??
    refuseBlank(command.data.reason, 'reason');
  if (unfit) return unfit;
  if (Object.hasOwn(state.opinions, unit)) return refuse('commendation.opinion-given', { unit });
  return accept({
    type: 'OpinionGiven',
    data: {
      directive: directiveOf(state),
      unit,
      ...(by === unit ? {} : { by }),
      ...command.data,
    },
  });
}
