/** How rungs, held rungs and new schedules change a round; each builds one new set of obligations. */
import type { Stored } from '../kernel';
import { audienceOf } from './audience';
import { waitsOn } from './replan-held-rungs';
import { outcomesByUnit, rungOutcomesOf } from './rung-outcomes';
import { rungKey, withoutUnawaited, withPending } from './schedules';
import type { Obligation, RoundEvent, RoundState, Schedule } from './types';

const LADDER = [
  'RungReached',
  'RungsHeld',
  'HeldRungsReplanned',
  'ExtensionGranted',
  'RoundResumed',
] as const;

type LadderEvent = Stored<Extract<RoundEvent, { type: (typeof LADDER)[number] }>>;
type Of<T extends LadderEvent['type']> = Extract<LadderEvent, { type: T }>;

export function isLadderEvent(event: Stored<RoundEvent>): event is LadderEvent {
  return (LADDER as readonly string[]).includes(event.type);
}

export function evolveLadder(state: RoundState, event: LadderEvent): RoundState {
  switch (event.type) {
    case 'RungReached':
      return rungReached(state, event);
    case 'RungsHeld':
      return rungsHeld(state, event);
    case 'HeldRungsReplanned': {
      const { from, rungs, units, schedule } = event.data;
      const next = moved(state, units, schedule);
      return { ...next, held: stillHeld(next, from, rungs) };
    }
    case 'ExtensionGranted':
      return extended(state, event);
    case 'RoundResumed': {
      const resumed: RoundState = { ...state, status: 'open' };
      const { schedule, units } = event.data;
      if (!schedule) return resumed;
      return moved({ ...resumed, obligations: withOutcomes(resumed, event) }, units, schedule);
    }
  }
}

/** What was held for others at the same time stays held until it is planned anew itself. */
function stillHeld(state: RoundState, from: string, rungs: readonly string[]): RoundState['held'] {
  return state.held.flatMap((entry) => {
    if (entry.schedule !== from || !rungs.includes(entry.rung)) return [entry];
    const units = entry.units.filter((unit) => waitsOn(state, from, unit));
    return units.length === 0 ? [] : [{ ...entry, units }];
  });
}

function rungReached(state: RoundState, event: Of<'RungReached'>): RoundState {
  const { schedule, rung, kind, audience, at, issuedAt, issued, letter } = event.data;
  const key = rungKey(schedule, rung);
  const obligations = withOutcomes(state, event);
  for (const unit of issued) {
    const obligation = obligations[unit];
    if (!obligation) continue;
    obligations[unit] = {
      ...obligation,
      lastRung: key,
      lastAudience: state.heading && audienceOf(audience, obligation, state.heading),
      escalated: kind === 'reminder' ? obligation.escalated : { dueAt: at, issuedAt },
      ...(kind === 'explanation' && { explanationAskedAt: issuedAt, explanationGivenAt: null }),
    };
  }
  return {
    ...state,
    obligations,
    pending: state.pending.filter((entry) => entry.schedule !== schedule || entry.rung !== rung),
    reached: issued.length === 0 ? state.reached : { ...state.reached, [key]: issuedAt },
    letters:
      letter === null
        ? state.letters
        : {
            ...state.letters,
            [letter]: { id: letter, rung: key, draftedAt: issuedAt, units: issued, issued: null },
          },
  };
}

function rungsHeld(state: RoundState, event: Of<'RungsHeld'>): RoundState {
  const { schedule, rungs, units } = event.data;
  const obligations = withOutcomes(state, event);
  return {
    ...state,
    obligations,
    held: [...state.held, ...rungs.map((rung) => ({ schedule, rung, units }))],
    pending: withoutUnawaited(state.pending, schedule, obligations),
  };
}

function extended(state: RoundState, event: Of<'ExtensionGranted'>): RoundState {
  const { unit, schedule, ordinal } = event.data;
  const obligations = withOutcomes(state, event);
  const obligation = obligations[unit];
  if (obligation) obligations[unit] = { ...obligation, extension: null, extensions: ordinal };
  return moved({ ...state, obligations }, [unit], schedule);
}

/** Puts units on a new schedule and drops the rungs of the old ones that nobody awaits any more. */
function moved(state: RoundState, units: readonly string[], schedule: Schedule): RoundState {
  const obligations: { [unit: string]: Obligation } = { ...state.obligations };
  const left = new Set<string>();
  for (const unit of units) {
    const obligation = obligations[unit];
    if (!obligation) continue;
    left.add(obligation.schedule);
    obligations[unit] = { ...obligation, schedule: schedule.id };
  }
  let { pending } = state;
  for (const old of left) pending = withoutUnawaited(pending, old, obligations);
  return {
    ...state,
    obligations,
    schedules: { ...state.schedules, [schedule.id]: schedule },
    pending: withPending(pending, schedule),
  };
}

/** A new set of obligations that holds what the event says of their rungs. */
function withOutcomes(state: RoundState, event: LadderEvent): { [unit: string]: Obligation } {
  const obligations: { [unit: string]: Obligation } = { ...state.obligations };
  for (const [unit, outcomes] of outcomesByUnit(rungOutcomesOf(event))) {
    const obligation = obligations[unit];
    if (!obligation) continue;
    obligations[unit] = { ...obligation, outcomes: { ...obligation.outcomes, ...outcomes } };
  }
  return obligations;
}
