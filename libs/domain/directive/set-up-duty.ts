/** Sets up a duty or changes one, in the draft or while the directive is in force: then its next round is planned anew. */
import { refuseDuty } from '../duty/check-duty';
import { accept, type Decision } from '../kernel';
import { refuseCommand, type Of } from './check';
import { refuseImpossible, warningsOf } from './check-plan';
import { plansAsked } from './state';
import type { DirectiveEvent, DirectiveState } from './types';

export function setUpDuty(
  state: DirectiveState,
  command: Of<'SetUpDuty'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command) ?? refuseImpossible(command);
  if (refused) return refused;
  const { duty } = command.data;
  const before = state.duties[duty.id];
  const fault = refuseDuty(duty, { draft: state.draft!, actor: command.actor, before });
  if (fault) return fault;
  const revision = (state.revisions[duty.id] ?? 0) + 1;
  const replan = plansAsked(state, [duty.id]);
  const warned = warningsOf(command.plan);
  return accept({ type: 'DutySetUp', data: { duty, revision, replan, ...warned } });
}
