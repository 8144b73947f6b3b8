/** The rungs an outage held back get new moments: the units they were held for move to a schedule of their own. */
import { accept, type Decision, type Instant } from '../kernel';
import { isFinished } from './lifecycle';
import { obligationOf, refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { nextScheduleId, plannedSchedule } from './schedules';
import type { HeldRungs, RoundEvent, RoundState } from './types';

export function replanHeldRungs(
  state: RoundState,
  command: CommandOf<'ReplanHeldRungs'>,
): Decision<RoundEvent> {
  const refused = refusedByRound(state, command.type);
  if (refused) return refused;
  const { schedule: from, rungs } = command.data;
  const units = heldUnits(state, command.data);
  if (units.length === 0) {
    return refuse('held.nothing-to-plan', { schedule: from, rungs: [...rungs] });
  }
  const planned = plannedSchedule(command.plan);
  if (!planned.ok) return planned;
  const dueAt = state.schedules[from]?.dueAt;
  if (planned.schedule.dueAt !== dueAt) {
    return refuse('plan.invalid', { field: 'dueAt', value: planned.schedule.dueAt });
  }
  // A rung before the last escalation was really issued would be held again, and planned again, for ever.
  const early = planned.schedule.rungs.find(({ at }) => at <= lastIssuedAt(state, units));
  if (early) return refuse('plan.invalid', { field: `rungs/${early.id}/at`, value: early.at });
  const schedule = { ...planned.schedule, id: nextScheduleId(state) };
  return accept<RoundEvent>({
    type: 'HeldRungsReplanned',
    data: { from, rungs, schedule, units },
  });
}

/**
 * Who still waits for these rungs. One outage may hold different rungs of a schedule for different units, each of them
 * asked for by itself: so only of those that are named.
 */
function heldUnits(state: RoundState, { schedule, rungs, units }: HeldRungs): readonly string[] {
  const held = new Set(
    state.held
      .filter((entry) => entry.schedule === schedule && entry.rung === rungs[0])
      .flatMap((entry) => entry.units),
  );
  return (units ?? [...held]).filter((unit) => held.has(unit) && waitsOn(state, schedule, unit));
}

/** Unfinished, and not moved to another schedule meanwhile. */
export function waitsOn(state: RoundState, schedule: string, unit: string): boolean {
  const obligation = obligationOf(state, unit);
  return obligation?.schedule === schedule && !isFinished(obligation.status);
}

function lastIssuedAt(state: RoundState, units: readonly string[]): Instant {
  const issued = units.map((unit) => obligationOf(state, unit)?.escalated?.issuedAt ?? '');
  return issued.reduce((last, at) => (at > last ? at : last), '');
}
