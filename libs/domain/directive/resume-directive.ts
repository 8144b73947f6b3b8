/** Resumption: due times stay unless new ones are set; what was to open meanwhile is planned anew. */
import { accept, type Decision } from '../kernel';
import { isLocalDate, officeDay } from '../local-date';
import { refuse, refuseBlank } from '../refusals';
import { refuseCommand, type Of } from './check';
import { everyPlan, openShards, requestedDue, roundOf } from './state';
import type { DirectiveEvent, DirectiveState, NextShard } from './types';

export function resumeDirective(
  state: DirectiveState,
  command: Of<'ResumeDirective'>,
): Decision<DirectiveEvent> {
  const { data, effectiveAt } = command;
  const refused = refuseCommand(state, command) ?? refuseBlank(data.reason, 'reason');
  if (refused) return refused;
  for (const { duty, period, date } of data.newDueDates) {
    const round = roundOf(state, duty, period);
    if (round === undefined || round.completed) return refuse('round.not-open', { duty, period });
    if (!isLocalDate(date)) return refuse('date.invalid', { date });
    if (date < officeDay(effectiveAt)) {
      return refuse('due.before-opening', { dueDate: date, opensAt: effectiveAt });
    }
  }
  const replan = Object.keys(state.duties).flatMap((duty) => everyPlan(state, duty));
  return accept({
    type: 'DirectiveResumed',
    data: { ...data, shards: openShards(state), replan, convening: brokenOff(state) },
  });
}

/** Rounds of which some shards are open and others were to follow when the suspension came. */
function brokenOff(state: DirectiveState): readonly NextShard[] {
  return Object.values(state.due).flatMap(({ duty, period }) => {
    const round = roundOf(state, duty, period.id);
    if (round === undefined) return [];
    return [
      { duty, period, shard: round.shards.length, requestedDue: requestedDue(state, period) },
    ];
  });
}
