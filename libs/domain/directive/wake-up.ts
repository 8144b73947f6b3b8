/**
 * Time itself: every period that opens at this instant falls due and waits to be convened; after the conclusion the file
 * is due at the archive.
 */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import { archiveWakeup, nextArchiveWakeup } from './conclude';
import { requestedDue } from './state';
import type { DirectiveEvent, DirectiveState, NextRound } from './types';

export function wakeUp(state: DirectiveState, command: Of<'WakeUp'>): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  if (state.status === 'concluded') return wakeForArchive(state, command);
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

function wakeForArchive(
  state: DirectiveState,
  { effectiveAt }: Of<'WakeUp'>,
): Decision<DirectiveEvent> {
  const at = nextArchiveWakeup(state);
  if (at === null || at > effectiveAt) return refuse('wake-up.nothing-due');
  return accept(archiveWakeup(state));
}

/** Opening time first, then duty and period: the same state always falls due in the same order. */
function inOrder(a: NextRound, b: NextRound): number {
  const [left, right] = [a, b].map(({ opensAt, duty, period }) => [opensAt, duty, period.id]);
  const differing = left!.findIndex((part, index) => part !== right![index]);
  return differing < 0 ? 0 : left![differing]! < right![differing]! ? -1 : 1;
}
