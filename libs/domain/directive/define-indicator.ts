/** Defines an indicator of the directive, or a new version of one: values are derived anew, old versions stay on record. */
import { sameJson } from '../check-grades';
import { refuseIndicator } from '../indicator/check-indicator';
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseWithoutPlan } from './check-plan';
import type { DirectiveEvent, DirectiveState } from './types';

export function defineIndicator(
  state: DirectiveState,
  command: Of<'DefineIndicator'>,
): Decision<DirectiveEvent> {
  const { indicator } = command.data;
  const refused = refuseCommand(state, command) ?? refuseWithoutPlan(command);
  if (refused) return refused;
  const { id, duty } = indicator;
  if (!Object.hasOwn(state.duties, duty)) return refuse('duty.unknown', { duty });
  const form = Object.hasOwn(state.forms, duty) ? state.forms[duty] : undefined;
  const fault = refuseIndicator(indicator, form, command.actor);
  if (fault) return fault;
  const before = Object.hasOwn(state.indicators, id) ? state.indicators[id] : undefined;
  const { until } = command.plan!;
  const next = { ...indicator, until, version: (before?.version ?? 0) + 1 };
  if (before && sameJson({ ...next, version: before.version }, before)) {
    return refuse('indicator.same', { indicator: id, version: before.version });
  }
  return accept({ type: 'IndicatorDefined', data: { indicator: next } });
}
