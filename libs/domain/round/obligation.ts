/** How a command finds the obligation it speaks of, or the reason why it cannot: the same for all of them. */
import { refuseArchived } from '../archived';
import type { RoundHeading } from '../directive/types';
import { obligationLifecycle, roundLifecycle } from './lifecycle';
import { refuse, type Refusal } from './rejections';
import type { Obligation, RoundCommand, RoundCommandType, RoundState } from './types';

export type CommandOf<T extends RoundCommandType> = Extract<RoundCommand, { type: T }>;

type UnitCommand = Extract<RoundCommand, { data: { unit: string } }>;

export type Found = {
  readonly ok: true;
  readonly heading: RoundHeading;
  readonly obligation: Obligation;
};

/** The obligation of `unit`; undefined for a name that is none, whatever it is (`constructor`). */
export function obligationOf(state: RoundState, unit: string): Obligation | undefined {
  return Object.hasOwn(state.obligations, unit) ? state.obligations[unit] : undefined;
}

/** The obligation of the command's unit, when round and obligation both allow the command now. */
export function findObligation(state: RoundState, command: UnitCommand): Found | Refusal {
  const refused = refusedByRound(state, command.type) ?? refuseArchived(command);
  if (refused) return refused;
  const { unit } = command.data;
  const obligation = obligationOf(state, unit);
  if (!obligation || !state.heading) return refuse('unit.not-in-round', { unit });
  if (obligationLifecycle.next(obligation.status, command.type) === null) {
    return notPossible(state, obligation, command.type);
  }
  return { ok: true, heading: state.heading, obligation };
}

const HANDS_IN: readonly RoundCommandType[] = [
  'SubmitReport',
  'EnterPaperReport',
  'ConfirmPaperReport',
];

function notPossible(state: RoundState, { status, unit }: Obligation, type: RoundCommandType) {
  if (HANDS_IN.includes(type) && status === 'submitted') {
    return refuse('report.already-submitted', { unit });
  }
  if (HANDS_IN.includes(type) && status === 'accepted') {
    return refuse('report.already-accepted', { unit });
  }
  const possible = obligationLifecycle
    .actions(status)
    .filter((action) => roundLifecycle.next(state.status, action) !== null);
  return refuse('obligation.not-possible-now', { unit, status, command: type, possible });
}

/** Why the round as a whole does not take this command now; null when it does. */
export function refusedByRound(state: RoundState, type: RoundCommandType): Refusal | null {
  if (roundLifecycle.next(state.status, type) !== null) return null;
  const possible = roundLifecycle.actions(state.status);
  switch (state.status) {
    case 'none':
      return refuse('round.not-open', { command: type });
    case 'open':
      return type === 'ResumeRound'
        ? refuse('round.not-suspended')
        : refuse('round.already-open', { command: type });
    case 'suspended':
      return refuse('round.suspended', { command: type, possible });
    case 'closed':
      return refuse('round.closed', { command: type, possible });
    case 'cancelled':
      return refuse('round.cancelled', { command: type });
  }
}

/** A reason that says nothing is none. */
export function blank(text: string): boolean {
  return text.trim() === '';
}
