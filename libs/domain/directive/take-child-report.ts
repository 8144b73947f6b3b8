/** A report accepted below answers an obligation here: the round whose period holds the end of the report's takes it. */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import type { ConvenedRound, DirectiveEvent, DirectiveState, PlannedPeriod } from './types';

export function takeChildReport(
  state: DirectiveState,
  command: Of<'TakeChildReport'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { duty, unit, period, child, form } = command.data;
  const round = Object.values(state.rounds).find(
    (one) => one.duty === duty && !one.completed && holds(one.planned, period),
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

/** A yearly round takes what reports on the year's last half; a round without a period takes what is asked once. */
function holds(above: ConvenedRound['planned'], below: PlannedPeriod): boolean {
  if (above.id === below.id) return true;
  if (above.from === null || above.to === null || below.to === null) return false;
  return above.from <= below.to && below.to <= above.to;
}
