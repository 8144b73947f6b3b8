/** A report accepted below answers an obligation here: the round takes it whose period it is the last report of. */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import { answersPeriod } from './period-answers';
import type { DirectiveEvent, DirectiveState } from './types';

export function takeChildReport(
  state: DirectiveState,
  command: Of<'TakeChildReport'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
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
