/** Due times with their ladders: how a plan is checked, and which rungs are still to come for whom. */
import { isInstant } from '../kernel';
import { isFinished } from './lifecycle';
import { refuse, type Refusal } from './rejections';
import type {
  Obligation,
  PlannedSchedule,
  RoundState,
  Schedule,
  SkippedRungs,
  SkipReason,
} from './types';

type Pending = RoundState['pending'];

/** The key under which a rung's outcome stands. */
export const rungKey = (schedule: string, rung: string): string => `${schedule}/${rung}`;

/** The id of the next schedule of a round: `s0` is the opening's. */
export function nextScheduleId(state: RoundState): string {
  return `s${Object.keys(state.schedules).length}`;
}

export type PlanFound = { readonly ok: true; readonly schedule: PlannedSchedule };

/** The schedule a command brings along; a decider checks it and never computes one. */
export function plannedSchedule(plan: unknown): PlanFound | Refusal {
  if (typeof plan !== 'object' || plan === null) return refuse('plan.missing');
  if ('impossible' in plan) return refuse('plan.missing', { impossible: String(plan.impossible) });
  const schedule = 'schedule' in plan ? plan.schedule : null;
  if (typeof schedule !== 'object' || schedule === null) return refuse('plan.missing');
  return checkedSchedule(schedule as PlannedSchedule);
}

/** Refuses a schedule that could not be kept: instants of another form, or two rungs of one name. */
export function checkedSchedule(schedule: PlannedSchedule): PlanFound | Refusal {
  if (!isInstant(String(schedule.dueAt))) {
    return refuse('plan.invalid', { field: 'dueAt', value: String(schedule.dueAt) });
  }
  const bad = schedule.rungs.find((rung) => !isInstant(String(rung.at)));
  if (bad) return refuse('plan.invalid', { field: `rungs/${bad.id}/at`, value: String(bad.at) });
  const names = schedule.rungs.map((rung) => rung.id);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse('plan.invalid', { field: 'rungs/id', value: twice });
  return { ok: true, schedule };
}

/** Adds the rungs of a schedule to those to come, in order of time; equal instants keep their order. */
export function withPending(pending: Pending, schedule: Schedule): Pending {
  const added = schedule.rungs.map(({ id, at }) => ({ schedule: schedule.id, rung: id, at }));
  return [...pending, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Rungs of the obligation's schedule that are still to come and have no outcome for it yet. */
export function remainingRungs(state: RoundState, obligation: Obligation): readonly string[] {
  return state.pending
    .filter((entry) => entry.schedule === obligation.schedule && awaits(obligation, entry))
    .map((entry) => entry.rung);
}

/** Whether this rung is still to have its outcome for the obligation. */
export function awaits(
  obligation: Obligation,
  { schedule, rung }: { readonly schedule: string; readonly rung: string },
): boolean {
  return (
    obligation.schedule === schedule && !Object.hasOwn(obligation.outcomes, rungKey(schedule, rung))
  );
}

/** Drops the rungs of `schedule` that no obligation awaits any more: time need not wake for them. */
export function withoutUnawaited(
  pending: Pending,
  schedule: string,
  obligations: RoundState['obligations'],
): Pending {
  const all = Object.values(obligations);
  return pending.filter(
    (entry) => entry.schedule !== schedule || all.some((obligation) => awaits(obligation, entry)),
  );
}

/** Every rung still to come for the obligations given, skipped with the reason each one has. */
export function skipRemaining(
  state: RoundState,
  obligations: readonly Obligation[],
  reasonOf: (obligation: Obligation) => SkipReason,
): readonly SkippedRungs[] {
  const groups = new Map<string, { group: Omit<SkippedRungs, 'units'>; units: string[] }>();
  for (const obligation of obligations) {
    const rungs = remainingRungs(state, obligation);
    if (rungs.length === 0) continue;
    const group = { schedule: obligation.schedule, rungs, reason: reasonOf(obligation) };
    const key = JSON.stringify(group);
    const known = groups.get(key);
    if (known) known.units.push(obligation.unit);
    else groups.set(key, { group, units: [obligation.unit] });
  }
  return [...groups.values()].map(({ group, units }) => ({ ...group, units }));
}

/** Why a rung does not come for an obligation of this status, when the round itself has ended. */
export function endReason(obligation: Obligation, ended: 'closed' | 'cancelled'): SkipReason {
  const { status } = obligation;
  if (status === 'open' || status === 'returned') return ended;
  return ended === 'cancelled' && !isFinished(status) ? 'cancelled' : status;
}
