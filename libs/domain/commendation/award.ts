/** After the decision: the award is conferred and made known; a wrong one is revoked and, if need be, reclaimed. */
import { accept, type Command, type Decision } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, refuseStepPlan, turn, type Of } from './check';
import type { CommendationEvent, CommendationState, StepPlan } from './types';

export function conferAward(
  state: CommendationState,
  command: Of<'ConferAward'>,
): Decision<CommendationEvent> {
  const { data } = command;
  const refused =
    ofAwardingBody(state, command) ??
    refuseDay(state, data.on) ??
    refuseStepPlan(command, 'announcement');
  if (refused) return refused;
  const { deadline, assumptions } = command.plan!;
  return accept({
    type: 'AwardConferred',
    data: { ...data, assumptions, ...turn(state, deadline) },
  });
}

export function makeAwardKnown(
  state: CommendationState,
  command: Of<'MakeAwardKnown'>,
): Decision<CommendationEvent> {
  const { data } = command;
  const refused =
    ofAwardingBody(state, command) ??
    refuseDay(state, data.on) ??
    refuseBlank(data.how, 'how') ??
    refuseStepPlan(command as Command<string, unknown, StepPlan>, null);
  if (refused) return refused;
  return accept({ type: 'AwardMadeKnown', data: { ...data, ...turn(state, null) } });
}

export function withdrawNomination(
  state: CommendationState,
  command: Of<'WithdrawNomination'>,
): Decision<CommendationEvent> {
  const refused =
    refuseCommand(state, command, state.nominatedBy) ?? refuseBlank(command.data.reason, 'reason');
  if (refused) return refused;
  return accept({
    type: 'NominationWithdrawn',
    data: { ...command.data, ...turn(state, null) },
  });
}

/** Fraud: revoked and reclaimed (Law 06/2022/QH15, chapter VII). */
export function revokeCommendation(
  state: CommendationState,
  command: Of<'RevokeCommendation'>,
): Decision<CommendationEvent> {
  const refused = ofAwardingBody(state, command) ?? refuseBlank(command.data.reason, 'reason');
  if (refused) return refused;
  return accept({
    type: 'CommendationRevoked',
    data: { ...command.data, ...turn(state, null) },
  });
}

function ofAwardingBody(
  state: CommendationState,
  command: Parameters<typeof refuseCommand>[1],
): Refusal | null {
  return refuseCommand(state, command, state.nomination?.awardingBody ?? null);
}

/** A day that exists, not before the decision's own. */
function refuseDay({ decision }: CommendationState, on: string): Refusal | null {
  if (!isLocalDate(on)) return refuse('date.invalid', { date: on });
  const decided = decision!.date;
  return on < decided ? refuse('commendation.before-decision', { date: on, decided }) : null;
}
