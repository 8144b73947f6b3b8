/**
 * The round goes on. Due times stay unless the resumption sets a new one; then the unfinished move to it,
 * but nobody whose due time is already later: a granted extension is never shortened.
 */
import { accept, type Decision } from '../kernel';
import { refusedToDirect } from './directing';
import { isFinished } from './lifecycle';
import type { CommandOf } from './obligation';
import { nextScheduleId, plannedSchedule, skipRemaining } from './schedules';
import type { PlannedSchedule, RoundEvent, RoundState } from './types';

export function resumeRound(
  state: RoundState,
  command: CommandOf<'ResumeRound'>,
): Decision<RoundEvent> {
  const refused = refusedToDirect(state, command);
  if (refused) return refused;
  const { reason, newDueDate } = command.data;
  if (newDueDate === null) {
    return accept<RoundEvent>({
      type: 'RoundResumed',
      data: { reason, schedule: null, units: [], skipped: [] },
    });
  }
  const planned = plannedSchedule(command.plan);
  if (!planned.ok) return planned;
  return accept(resumed(state, reason, planned.schedule));
}

function resumed(state: RoundState, reason: string, planned: PlannedSchedule): RoundEvent {
  const moving = Object.values(state.obligations).filter(({ status, schedule }) => {
    const dueAt = state.schedules[schedule]?.dueAt;
    return !isFinished(status) && (dueAt === undefined || dueAt < planned.dueAt);
  });
  const schedule = moving.length === 0 ? null : { ...planned, id: nextScheduleId(state) };
  return {
    type: 'RoundResumed',
    data: {
      reason,
      schedule,
      units: moving.map(({ unit }) => unit),
      skipped: skipRemaining(state, moving, () => 'rescheduled'),
    },
  };
}
