/** The new due time of one obligation: later than the present one, with the rungs of the old that fall away. */
import { refuse, type Refusal } from './rejections';
import { nextScheduleId, remainingRungs, rungKey } from './schedules';
import type { Obligation, PlannedSchedule, RoundEvent, RoundState } from './types';

/** An extension never shortens, whatever was planned at the way in. */
export function refuseUnlessLater(
  state: RoundState,
  { unit, schedule }: Obligation,
  planned: PlannedSchedule,
): Refusal | null {
  const dueAt = state.schedules[schedule]?.dueAt;
  if (dueAt === undefined || planned.dueAt > dueAt) return null;
  return refuse('extension.not-later', { unit, dueAt, proposedDueAt: planned.dueAt });
}

export function extensionGranted(
  state: RoundState,
  obligation: Obligation,
  granted: { readonly schedule: PlannedSchedule; readonly reason: string },
): RoundEvent {
  const { unit, schedule: old, extensions } = obligation;
  const schedule = { ...granted.schedule, id: nextScheduleId(state) };
  return {
    type: 'ExtensionGranted',
    data: {
      unit,
      reason: granted.reason,
      schedule,
      previousDueAt: state.schedules[old]?.dueAt ?? schedule.dueAt,
      replaced: remainingRungs(state, obligation).map((rung) => rungKey(old, rung)),
      ordinal: extensions + 1,
    },
  };
}
