/**
 * Checks of plans made at the way in. A plan is taken or refused whole: nothing in it is computed or mended here,
 * and one made for an older revision of its duty is stale, because the newer change has asked for its own.
 */
import { isInstant, type Command, type Instant } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { SHARD_SIZE, type PlannedSchedule } from '../round/planned-schedule';
import { isPlainId } from '../spelling';
import type { ConveningPlan, DirectiveState, DutyDatesPlan, PlannedPeriod } from './types';

type Impossible = { readonly impossible: string; readonly params?: Refusal['rejection']['params'] };

/** Refuses a plan that is not there, or that planning said is impossible, with the code it gave. */
export function refuseWithoutPlan(command: Command): Refusal | null {
  if (command.plan === undefined || command.plan === null) {
    return refuse('plan.missing', { command: command.type });
  }
  return refuseImpossible(command);
}

/** Refuses what planning said is impossible, with the code it gave; no plan at all says nothing. */
export function refuseImpossible(command: Command): Refusal | null {
  const plan = command.plan as Impossible | object | undefined | null;
  if (plan === undefined || plan === null || !('impossible' in plan)) return null;
  return { ok: false, rejection: { code: plan.impossible, params: plan.params ?? {} } };
}

/** What planning warns of; nothing where it had nothing to say. */
export function warningsOf(plan: DutyDatesPlan | undefined | null): Partial<DutyDatesPlan> {
  return plan && plan.warnings.length > 0 ? { warnings: plan.warnings } : {};
}

export function refuseStale(state: DirectiveState, duty: string, revision: number): Refusal | null {
  const current = state.revisions[duty];
  if (current === undefined) return refuse('duty.unknown', { duty });
  return revision === current ? null : refuse('plan.stale', { duty, planned: revision, current });
}

export function refusePeriod({ id }: PlannedPeriod): Refusal | null {
  return isPlainId(id) ? null : invalid('period.id', id);
}

export function refuseInstant(instant: Instant, place: string): Refusal | null {
  return isInstant(instant) ? null : invalid(place, instant);
}

export type Convened = Extract<ConveningPlan, { kind: 'convened' }>;

/** Units are there, each once, none of them already in the round; with `total` exactly one shard of them. */
export function refuseUnits(
  plan: Convened,
  shard: number,
  already: readonly string[],
): Refusal | null {
  const { units, total } = plan;
  if (units.length === 0) return invalid('units', 'empty');
  const ids = units.map(({ unit }) => unit);
  const seen = new Set(already);
  for (const unit of ids) {
    if (!isPlainId(unit)) return invalid('units', unit);
    if (seen.has(unit)) return refuse('unit.named-twice', { unit });
    seen.add(unit);
  }
  if (total === undefined) return null;
  const size = shardSizeOf(plan);
  if (!(size >= 1 && size <= SHARD_SIZE)) return invalid('shardSize', String(size));
  const expected = Math.min(size, total - shard * size);
  return units.length === expected ? null : invalid('units', `${units.length} of ${expected}`);
}

export function shardSizeOf({ shardSize = SHARD_SIZE }: Convened): number {
  return shardSize;
}

/** The due time and every rung come after the opening, in the one form in which instants compare. */
export function refuseSchedule(schedule: PlannedSchedule, opensAt: Instant): Refusal | null {
  const { dueAt, rungs } = schedule;
  const malformed = refuseInstant(dueAt, 'schedule.dueAt');
  if (malformed) return malformed;
  if (dueAt <= opensAt) return refuse('due.before-opening', { dueAt, opensAt });
  for (const [index, { id, at }] of rungs.entries()) {
    const place = `schedule.rungs[${index}]`;
    if (rungs.findIndex((rung) => rung.id === id) < index) return invalid(place, id);
    const fault = refuseInstant(at, place) ?? (at <= opensAt ? invalid(place, at) : null);
    if (fault) return fault;
  }
  return null;
}

function invalid(place: string, found: string): Refusal {
  return refuse('plan.invalid', { place, found });
}
