/**
 * The state of a round after an event. Total and pure: an event about a unit or letter that is not there
 * changes nothing, and every part that did not change is shared with the state before.
 */
import { sameJson } from '../check-grades';
import type { Stored } from '../kernel';
import { evolveLadder, isLadderEvent } from './evolve-ladder';
import { evolveTransfer } from './evolve-transfer';
import { evolveObligation } from './evolve-obligation';
import { isFinished } from './lifecycle';
import { outcomesByUnit, rungOutcomesOf } from './rung-outcomes';
import { withPending } from './schedules';
import type { Obligation, RoundEvent, RoundState } from './types';

export const NO_ROUND: RoundState = {
  status: 'none',
  heading: null,
  shard: 0,
  openedAt: null,
  late: false,
  schedules: {},
  pending: [],
  reached: {},
  held: [],
  obligations: {},
  letters: {},
  headingAtOpening: null,
  bodies: [],
  handOvers: {},
  awaiting: [],
};

type RoundStored = Stored<RoundEvent>;

export function evolve(state: RoundState, event: RoundStored): RoundState {
  if (isLadderEvent(event)) return evolveLadder(state, event);
  switch (event.type) {
    case 'RoundOpened':
      return opened(state, event);
    case 'RoundSuspended':
      return { ...state, status: 'suspended' };
    case 'RoundClosed':
      return ended(state, event, 'closed');
    case 'RoundCancelled':
      return ended(state, event, 'cancelled');
    case 'TransferHeld':
      return { ...state, awaiting: [...state.awaiting, event.data] };
    case 'RoundFeedsNoted':
      return { ...state, heading: feeding(state.heading, event.data) };
    case 'ObligationsTransferred':
      return evolveTransfer(state, event.data);
    case 'UrgingLetterIssued': {
      const { letter: id, number, date, signer } = event.data;
      const letter = state.letters[id];
      if (!letter) return state;
      const issued = { ...letter, issued: { number, date, signer } };
      return { ...state, letters: { ...state.letters, [id]: issued } };
    }
    default:
      return evolveObligation(state, event);
  }
}

function feeding(
  heading: RoundState['heading'],
  { target, feeds }: Extract<RoundStored, { type: 'RoundFeedsNoted' }>['data'],
): RoundState['heading'] {
  if (heading === null) return null;
  const { feeds: before = [], ...rest } = heading;
  const others = before.filter((one) => !sameJson(one, target));
  const now = feeds ? [...others, target] : others;
  return now.length === 0 ? rest : { ...rest, feeds: now };
}

function opened(
  { awaiting }: RoundState,
  { data, at }: Extract<RoundStored, { type: 'RoundOpened' }>,
): RoundState {
  const obligations: { [unit: string]: Obligation } = {};
  for (const { unit, superior } of data.units) {
    obligations[unit] = {
      unit,
      owner: unit,
      inherited: [],
      blocked: null,
      superior,
      status: 'open',
      schedule: data.schedule.id,
      submissions: [],
      acceptedSubmission: null,
      acceptedAt: null,
      figures: null,
      passedOn: null,
      correction: null,
      extension: null,
      extensions: 0,
      substitute: null,
      paper: null,
      outcomes: {},
      lastRung: null,
      escalated: null,
      explanationAskedAt: null,
      explanationGivenAt: null,
    };
  }
  return {
    ...NO_ROUND,
    status: 'open',
    heading: data.heading,
    headingAtOpening: data.heading,
    awaiting,
    shard: data.shard,
    openedAt: at,
    late: data.late,
    schedules: { [data.schedule.id]: data.schedule },
    pending: withPending([], data.schedule),
    obligations,
  };
}

/** A closed or cancelled round has no rung to come; what a cancelled one left unfinished is cancelled. */
function ended(
  state: RoundState,
  event: Extract<RoundStored, { type: 'RoundClosed' | 'RoundCancelled' }>,
  status: 'closed' | 'cancelled',
): RoundState {
  const outcomes = outcomesByUnit(rungOutcomesOf(event));
  const obligations: { [unit: string]: Obligation } = {};
  for (const [unit, obligation] of Object.entries(state.obligations)) {
    const cancelled = status === 'cancelled' && !isFinished(obligation.status);
    obligations[unit] = {
      ...obligation,
      status: cancelled ? 'cancelled' : obligation.status,
      extension: null,
      outcomes: { ...obligation.outcomes, ...outcomes.get(unit) },
    };
  }
  return { ...state, status, pending: [], held: [], obligations };
}
