/** The rungs an outage held back get new moments. A step that is done meanwhile needs none. */
import { refuseSchedule, refuseWithoutPlan } from '../directive/check-plan';
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { directiveOf, refuseCommand, type Of } from './check';
import type { CommendationEvent, CommendationState } from './types';

export function replanHeldStep(
  state: CommendationState,
  command: Of<'ReplanHeldStep'>,
): Decision<CommendationEvent> {
  const { deadline, rungs } = command.data;
  const refused = refuseCommand(state, command, null);
  if (refused) return refused;
  if (state.current !== deadline || state.held.length === 0) return accept();
  const unplanned = refuseWithoutPlan(command);
  if (unplanned) return unplanned;
  const { schedule } = command.plan!;
  const planned = schedule.rungs.map(({ id }) => id);
  if (planned.join() !== rungs.join() || rungs.join() !== state.held.join()) {
    return refuse('plan.invalid', { place: 'schedule.rungs', found: planned.join() });
  }
  // The due time itself may be long past: only the new moments must lie ahead.
  const malformed = refuseSchedule(
    { ...schedule, dueAt: schedule.rungs[0]!.at },
    command.effectiveAt,
  );
  if (malformed) return malformed;
  return accept({
    type: 'HeldStepReplanned',
    data: { directive: directiveOf(state), deadline, rungs: schedule.rungs, schedule },
  });
}
