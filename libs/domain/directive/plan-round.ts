/** Takes the plan of a duty's next round: when it opens, what is missing, or that there is none. */
import { accept, type Decision } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseInstant, refusePeriod, refuseStale, refuseWithoutPlan } from './check-plan';
import { isRequestPeriod, requestPeriod, roundOf } from './state';
import type { DirectiveEvent, DirectiveState, NextRoundPlan } from './types';

type Next = Extract<NextRoundPlan, { kind: 'next' }>;

export function planRound(
  state: DirectiveState,
  command: Of<'PlanRound'>,
): Decision<DirectiveEvent> {
  const { duty } = command.data;
  const refused = refuseCommand(state, command) ?? refuseWithoutPlan(command);
  if (refused) return refused;
  const plan = command.plan!;
  const stale = refuseStale(state, duty, plan.revision);
  if (stale) return stale;
  if (plan.kind === 'none') return accept({ type: 'NoFurtherRound', data: { duty } });
  if (plan.kind === 'missing') {
    return accept({ type: 'RoundNotPlanned', data: { duty, missing: plan.values } });
  }
  const fault = refuseNext(state, command, plan);
  if (fault) return fault;
  const { period, opensAt, assumptions } = plan;
  return accept({ type: 'RoundPlanned', data: { duty, period, opensAt, assumptions } });
}

function refuseNext(
  state: DirectiveState,
  { data, effectiveAt }: Of<'PlanRound'>,
  { period, opensAt }: Next,
): Refusal | null {
  const fault = refusePeriod(period) ?? refuseInstant(opensAt, 'opensAt');
  if (fault) return fault;
  if (opensAt < effectiveAt) return refuse('plan.invalid', { place: 'opensAt', found: opensAt });
  if (!isOfRequest(state, data, period.id)) {
    return refuse('plan.invalid', { place: 'period.id', found: period.id });
  }
  if (roundOf(state, data.duty, period.id)) {
    return refuse('round.already-convened', { duty: data.duty, period: period.id });
  }
  return null;
}

/** A request's round has the request's period, and no other round has one of that kind. */
function isOfRequest(
  state: DirectiveState,
  { duty, request }: Of<'PlanRound'>['data'],
  period: string,
): boolean {
  if (request === undefined) return !isRequestPeriod(period);
  const asked = Object.hasOwn(state.requested, period) ? state.requested[period] : undefined;
  return asked?.duty === duty && period === requestPeriod(request);
}
