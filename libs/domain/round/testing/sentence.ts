/**
 * Tests of a round as sentences: given what happened, when somebody acts, then this follows or is refused.
 * Time is played on the kernel's own `step`, punctually unless the sentence says that the engine woke late.
 */
import {
  step,
  type Decided,
  type Decision,
  type Instant,
  type Loaded,
  type Rejection,
} from '../../kernel';
import { standingOf } from '../standing';
import { roundDecider } from '../round';
import type {
  Obligation,
  RoundCommand,
  RoundEvent,
  RoundState,
  RungOutcome,
  Standing,
} from '../types';
import { STREAM } from './fixture';

type Told = { readonly loaded: Loaded<RoundState>; readonly decided: readonly Decided[] };

const NOTHING: Told = { loaded: { state: roundDecider.initial, version: 0 }, decided: [] };

function stepped(told: Told, waiting: readonly RoundCommand[], asOf: Instant): Told {
  // The decider as the kernel sees every decider: the law of variance that methods have allows it.
  const done = step(roundDecider, told.loaded, { waiting, now: asOf }, STREAM);
  return { loaded: done.loaded, decided: [...told.decided, ...done.decided] };
}

/** Lets time act at each moment it has something to do, up to `before`, never late. */
function punctually(told: Told, before: Instant): Told {
  let now = told;
  for (;;) {
    const next = roundDecider.nextWakeup(now.loaded.state);
    if (next === null || next >= before) return now;
    now = stepped(now, [], next);
  }
}

function after(told: Told, act: RoundCommand): Told {
  return stepped(punctually(told, act.effectiveAt), [act], act.effectiveAt);
}

function decisionOf(told: Told, act: RoundCommand): Decision<RoundEvent> {
  const found = told.decided.findLast(({ command }) => command === act);
  if (!found) throw new Error(`${act.type} was not decided`);
  return found.decision as Decision<RoundEvent>;
}

export type Sentence = {
  readonly state: RoundState;
  readonly events: readonly RoundEvent[];
  readonly refusal: Rejection | null;
  /** The types of the events that the last act (not the time after it) caused. */
  readonly caused: readonly string[];
  when(act: RoundCommand): Sentence;
  /** Nothing but time passes, and the engine wakes punctually; up to and including `at`. */
  until(at: Instant): Sentence;
  /** The engine was down and sees everything due only now. */
  wokenLateAt(now: Instant): Sentence;
  unit(unit: string): Obligation;
  standing(unit: string, now: Instant): Standing;
  outcome(unit: string, scheduleRung: string): RungOutcome | undefined;
  /** The data of the last event of this type. */
  last<T extends RoundEvent['type']>(type: T): Extract<RoundEvent, { type: T }>['data'];
};

/** What happened so far; every act must have been accepted. */
export function given(...acts: RoundCommand[]): Sentence {
  let told = NOTHING;
  for (const act of acts) {
    told = after(told, act);
    const decision = decisionOf(told, act);
    if (!decision.ok) throw new Error(`${act.type} was refused: ${decision.rejection.code}`);
  }
  return sentence(told, null);
}

function sentence(told: Told, act: RoundCommand | null): Sentence {
  const { state } = told.loaded;
  const decision = act && decisionOf(told, act);
  const events = told.decided.flatMap((one) =>
    one.decision.ok ? (one.decision.events as readonly RoundEvent[]) : [],
  );
  const unit = (name: string) => state.obligations[name]!;
  return {
    state,
    events,
    refusal: decision && !decision.ok ? decision.rejection : null,
    caused: decision?.ok ? decision.events.map(({ type }) => type) : [],
    when: (next) => sentence(after(told, next), next),
    until: (at) => {
      const before = punctually(told, at);
      return sentence(stepped(before, [], at), null);
    },
    wokenLateAt: (now) => sentence(stepped(told, [], now), null),
    unit,
    standing: (name, now) => standingOf(unit(name), state.schedules, state.status, now),
    outcome: (name, scheduleRung) => unit(name).outcomes[scheduleRung],
    last: (type) => {
      const found = events.findLast((event) => event.type === type);
      if (!found) throw new Error(`no ${type} happened`);
      return found.data as never;
    },
  };
}
