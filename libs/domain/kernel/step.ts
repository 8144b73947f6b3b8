/**
 * One step of a stream: merges what waits with what time itself asks, in one order of time, and decides each.
 * Before a command effective at `t` every wake-up due before `t`; before a wake-up due at `d` every waiting
 * command effective at or before `d`: what arrives exactly at the due instant is in time.
 */
import { CLOCK, type Command } from './command';
import type { Decided, Decider, Loaded, WakeUp } from './decider';
import { foldFrom } from './fold';
import type { Instant } from './instant';

export type Step<State> = {
  readonly decided: readonly Decided[];
  readonly loaded: Loaded<State>;
  readonly nextAt: Instant | null;
  /** Commands not decided yet: effective after `now`, or behind the limit. They need another step. */
  readonly left: number;
};

/** At most this many commands and wake-ups are decided in one step; the next step goes on. */
export const STEP_LIMIT = 500;

/** The order in which commands that wait together are decided: effective time, receipt, id. */
export function inOrder(a: Command, b: Command): number {
  return (
    compare(a.effectiveAt, b.effectiveAt) ||
    compare(a.receivedAt, b.receivedAt) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What lies before a stream when it decides. */
export type Waiting = {
  /** Undecided commands of this stream, any order. */
  readonly waiting: readonly Command[];
  /** The deployment's instant, read before the tray: nothing received by then is missing from it. */
  readonly now: Instant;
  /** More may wait behind the last one: time itself may then act only strictly before that one. */
  readonly full?: boolean;
};

export function step<State>(
  decider: Decider<State>,
  loaded: Loaded<State>,
  { waiting, now, full = false }: Waiting,
  stream: string,
): Step<State> {
  const tray = waiting.filter((command) => command.effectiveAt <= now).sort(inOrder);
  const last = full ? tray.at(-1) : undefined;
  const mayAct = (dueAt: Instant) => dueAt <= now && (!last || dueAt < last.effectiveAt);
  const decided: Decided[] = [];
  const fold = foldFrom(decider, loaded);
  let next = 0;
  while (decided.length < STEP_LIMIT) {
    const dueAt = decider.nextWakeup(fold.state);
    const command = tray[next];
    const timeFirst =
      dueAt !== null && mayAct(dueAt) && (command === undefined || dueAt < command.effectiveAt);
    if (!timeFirst && command === undefined) break;
    const subject = timeFirst ? wakeUp(stream, fold.version, dueAt, now) : command!;
    if (!timeFirst) next += 1;
    const outcome = { command: subject, decision: decider.decide(fold.state, subject) };
    if (timeFirst && (!outcome.decision.ok || outcome.decision.events.length === 0)) {
      throw new Error(`${decider.kind} did not act on its own wake-up at ${dueAt} in ${stream}`);
    }
    fold.add(outcome);
    decided.push(outcome);
  }
  return {
    decided,
    loaded: fold.loaded(),
    nextAt: decider.nextWakeup(fold.state),
    left: waiting.length - next,
  };
}

function wakeUp(stream: string, version: number, dueAt: Instant, now: Instant): WakeUp {
  return {
    id: `wake:${stream}@${version}`,
    stream,
    type: 'WakeUp',
    data: {},
    actor: CLOCK,
    receivedAt: now,
    effectiveAt: dueAt,
  };
}
