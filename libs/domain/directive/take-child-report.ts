/**
 * A report accepted below answers an obligation here: the round takes it whose period it is the last report of. It must be
 * all there is below: one of several reports, or of several linked duties, is only a part of what a person hands in.
 */
import { accept, type Decision } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseWithoutPlan } from './check-plan';
import { answersPeriod } from './period-answers';
import type { DirectiveEvent, DirectiveState } from './types';

export function takeChildReport(
  state: DirectiveState,
  command: Of<'TakeChildReport'>,
): Decision<DirectiveEvent> {
  const refused =
    refuseCommand(state, command) ?? refuseWithoutPlan(command) ?? refusePart(state, command);
  if (refused) return refused;
  const { duty, unit, period, child, form } = command.data;
  const round = Object.values(state.rounds).find(
    (one) => one.duty === duty && !one.completed && answersPeriod(one.planned, period),
  );
  const shard = round?.shards.find(({ units }) => units.includes(unit));
  if (round === undefined || shard === undefined) {
    return refuse('link.no-round', { duty, unit, period: period.id, below: child.obligation });
  }
  const data = {
    duty,
    period: round.period,
    shard: shard.shard,
    unit,
    child,
    ...(form ? { form } : {}),
  };
  return accept({ type: 'ChildReportTaken', data });
}

function refusePart(
  { links }: DirectiveState,
  { data: { duty, unit, child }, plan }: Of<'TakeChildReport'>,
): Refusal | null {
  const { reporters } = plan!;
  const of = { duty, unit, below: child.obligation };
  if (reporters !== 1) return refuse('link.several-reporters', { ...of, reporters });
  const sources = links.filter((link) => link.duty === duty && (link.unit ?? unit) === unit).length;
  return sources > 1 ? refuse('link.several-sources', { ...of, sources }) : null;
}
