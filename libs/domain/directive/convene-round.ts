/**
 * Opens a round: freezes who owes it and by when, in shards of {@link SHARD_SIZE} units, one event each so that every
 * entry stays below the ledger's limit. A late addressee makes a shard of its own in a round that is still open.
 */
import { accept, isInstant, valueOf, type Decision } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { SHARD_SIZE } from '../round/planned-schedule';
import { refuseCommand, type Of } from './check';
import {
  refuseSchedule,
  refuseStale,
  refuseUnits,
  refuseWithoutPlan,
  shardSizeOf,
  type Convened,
} from './check-plan';
import { lateHandOvers } from './hand-over-units';
import { actingUnit } from './heirs';
import { nextKey, roundOf } from './state';
import type { DirectiveEvent, DirectiveState, ExpectedUnit, RoundHeading } from './types';

type ConveneRound = Of<'ConveneRound'>;
type Shard = { readonly shard: number; readonly units: readonly ExpectedUnit[] };

export function conveneRound(
  state: DirectiveState,
  command: ConveneRound,
): Decision<DirectiveEvent> {
  const { duty, late } = command.data;
  const refused =
    refuseCommand(state, command) ??
    (late ? refuseLate(state, command) : refuseNotDue(state, command)) ??
    refuseWithoutPlan(command);
  if (refused) return refused;
  const plan = command.plan!;
  // Later shards and late addressees join what the first shard froze: no newer change asks for them again.
  const joins = late !== undefined || (command.data.shard ?? 0) > 0;
  const stale = joins ? null : refuseStale(state, duty, plan.revision);
  if (stale) return stale;
  if (plan.kind === 'missing') {
    return accept(notConvened(state, command, plan.values));
  }
  const heading = headingOf(state, command, plan.units);
  if (heading === null) {
    return accept(notConvened(state, command, ['to']));
  }
  if (!joins && isDueAtOpening(plan, command)) {
    return accept(notConvened(state, command, ['due.toCome']));
  }
  const fault = refusePlan(state, command, plan);
  if (fault) return fault;
  const convened = convenings(state, command, { heading, plan });
  // Planned before a change set was known here: what it ended is handed on as soon as it owes.
  return accept<DirectiveEvent>(...convened, ...lateHandOvers(state, heading, convened));
}

/** A calendar or policy has moved the due time since the opening was planned: refused, the round would end its duty's cadence. */
function isDueAtOpening({ schedule }: Convened, { effectiveAt }: ConveneRound): boolean {
  return isInstant(schedule.dueAt) && schedule.dueAt <= effectiveAt;
}

function notConvened(
  state: DirectiveState,
  { data: { duty, period, late, shard = 0 } }: ConveneRound,
  missing: readonly string[],
): DirectiveEvent {
  const known = state.duties[duty];
  const cadence = known && valueOf(known.cadence)?.kind;
  const repeats = cadence === 'every' || cadence === 'everyMonths';
  const plansNext = repeats && late === undefined && shard === 0;
  return { type: 'RoundNotConvened', data: { duty, period, missing, plansNext } };
}

function refuseNotDue(state: DirectiveState, { data }: ConveneRound): Refusal | null {
  const { duty, period, shard = 0 } = data;
  const convened = roundOf(state, duty, period.id)?.shards.length ?? 0;
  if (shard < convened) return refuse('round.already-convened', { duty, period: period.id });
  const due = state.due[nextKey(state, duty, period.id)];
  if (due?.period.id === period.id && shard === convened) return null;
  return refuse('round.not-due', { duty, period: period.id, shard });
}

function refuseLate(state: DirectiveState, { data, plan }: ConveneRound): Refusal | null {
  const { duty, period, late } = data;
  const round = roundOf(state, duty, period.id);
  if (round === undefined || round.completed) {
    return refuse('round.not-open', { duty, period: period.id });
  }
  if (plan === undefined || plan.kind === 'missing') return null;
  const other = plan.units?.find(({ unit }) => !late!.includes(unit));
  return other ? refuse('plan.invalid', { place: 'units', found: other.unit }) : null;
}

function refusePlan(state: DirectiveState, command: ConveneRound, plan: Convened): Refusal | null {
  const { duty, period, shard = 0 } = command.data;
  const already = roundOf(state, duty, period.id)?.shards.flatMap(({ units }) => units) ?? [];
  return refuseUnits(plan, shard, already) ?? refuseSchedule(plan.schedule, command.effectiveAt);
}

type Convening = Extract<DirectiveEvent, { type: 'RoundConvened' }>;

type Opening = { readonly heading: RoundHeading; readonly plan: Convened };

function convenings(
  state: DirectiveState,
  { data }: ConveneRound,
  { heading, plan }: Opening,
): Convening[] {
  const late = data.late !== undefined;
  const shards = shardsOf(state, data, plan);
  const first = shards[0]!.shard;
  const more = !late && plan.total !== undefined && (first + 1) * shardSizeOf(plan) < plan.total;
  const repeats = valueOf(state.duties[data.duty]!.cadence)?.kind !== 'onRequest';
  return shards.map((shard, index) => ({
    type: 'RoundConvened' as const,
    data: {
      heading,
      shards: [shard],
      schedule: plan.schedule,
      assumptions: plan.assumptions,
      late,
      plansNext: !late && !more && repeats && index === shards.length - 1,
      nextShard: more ? first + 1 : null,
      requestedDue: data.requestedDue ?? null,
    },
  }));
}

function shardsOf(
  state: DirectiveState,
  { duty, period, late, shard = 0 }: ConveneRound['data'],
  { units, total }: Convened,
): readonly Shard[] {
  if (late) {
    const open = roundOf(state, duty, period.id)!.shards;
    return [{ shard: Math.max(...open.map((one) => one.shard)) + 1, units }];
  }
  if (total !== undefined) return [{ shard, units }];
  const count = Math.ceil(units.length / SHARD_SIZE);
  return Array.from({ length: count }, (_, index) => ({
    shard: index,
    units: units.slice(index * SHARD_SIZE, (index + 1) * SHARD_SIZE),
  }));
}

/** What the round must know of its directive; null when nobody is known to receive what is owed. */
function headingOf(
  state: DirectiveState,
  { data }: ConveneRound,
  units: readonly ExpectedUnit[],
): RoundHeading | null {
  const duty = state.duties[data.duty];
  if (duty === undefined || state.draft === null || !state.issue?.symbol) return null;
  const to = valueOf(duty.to);
  if (to === undefined) return null;
  const acting = (unit: string) => actingUnit(state.heirs, unit);
  const issuer = acting(state.draft.issuer);
  const body = acting(valueOf(state.draft.monitoringBody) ?? issuer);
  const via = duty.via === null ? undefined : valueOf(duty.via);
  // A body does not urge itself: what it alone owes is urged by the issuer.
  const form = Object.hasOwn(state.forms, duty.id) ? state.forms[duty.id] : undefined;
  const feeds = state.feeds[duty.id] ?? [];
  const alone = units.length === 1 && units[0]?.unit === body;
  return {
    directive: state.id,
    symbol: state.issue.symbol,
    issuer,
    duty: duty.id,
    dutyKind: duty.kind,
    title: duty.title,
    period: data.period,
    to: [...new Set(to.map(acting))],
    via: via === undefined ? null : acting(via),
    standingBody: alone ? issuer : body,
    acceptance: duty.acceptance,
    ...(form === undefined ? {} : { form }),
    ...(feeds.length === 0 ? {} : { feeds }),
  };
}
