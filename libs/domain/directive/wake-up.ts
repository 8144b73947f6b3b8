/** Time itself: every period that opens at this instant falls due and waits to be convened. */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import { requestedDue } from './state';
import type { DirectiveEvent, DirectiveState, NextRound } from './types';

export function wakeUp(state: DirectiveState, command: Of<'WakeUp'>): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const due = Object.values(state.next)
    .filter(({ opensAt }) => opensAt <= command.effectiveAt)
    .sort(inOrder);
  if (due.length === 0) return refuse('wake-up.nothing-due');
  return accept(
    ...due.map(({ duty, period, opensAt }) => ({
      type: 'RoundFellDue' as const,
      data: { duty, period, opensAt, requestedDue: requestedDue(state, period) },
    })),
  );
}

/** Opening time first, then duty and period: the same state always falls due in the same order. */
function inOrder(a: NextRound, b: NextRound): number {
  const [left, right] = [a, b].map(({ opensAt, duty, period }) => [opensAt, duty, period.id]);
  const differing = left!.findIndex((part, index) => part !== right![index]);
  return differing < 0 ? 0 : left![differing]! < right![differing]! ? -1 : 1;
}
