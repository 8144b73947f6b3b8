/**
 * What arrives at a stream, and what a stream answers: commands, events, rejections, outcomes.
 * Everything a rule needs arrives with the command or stands in the state.
 */
import type { Instant } from './instant';
import type { Json } from './json';

/** Who acts: a pseudonymous id with role and unit, never a name. The clock is `{id:'clock', role:'system', unit:null}`. */
export type Actor = { readonly id: string; readonly role: Role; readonly unit: string | null };

export type Role =
  'clerk' | 'focal' | 'standingBody' | 'leader' | 'auditor' | 'operator' | 'system';

export const CLOCK: Actor = { id: 'clock', role: 'system', unit: null };
export const REACTOR: Actor = { id: 'reactor', role: 'system', unit: null };

/**
 * A command as it lies in the tray of its stream.
 * `receivedAt` is evidence (when our door took it), `effectiveAt` is what rules compare.
 * `plan` holds the dates computed at the way in; a decider checks it and never computes one.
 */
export type Command<Type extends string = string, Data = unknown, Plan = unknown> = {
  readonly id: string;
  readonly stream: string;
  readonly type: Type;
  readonly data: Data;
  readonly actor: Actor;
  readonly receivedAt: Instant;
  readonly effectiveAt: Instant;
  /** Absent when the command needs no dates. `{ impossible: code, params }` when planning found none. */
  readonly plan?: Plan;
  /** The id of the ledger entry that caused this command, when a reaction asked it. */
  readonly causedBy?: string;
};

/** A fact that a decider returns; the kernel stamps it into a {@link StoredEvent}. */
export type Event<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly data: Data;
};

/** An event as `evolve` sees it and as the ledger keeps it: `at` is the effective time of its command. */
export type Stored<E extends Event> = E & {
  readonly at: Instant;
  readonly commandId: string;
  readonly actor: Actor;
};

/** Why a decider refused: a stable code such as `round.closed`, with the values its message needs. */
export type Rejection = {
  readonly code: string;
  readonly params: { readonly [name: string]: Json };
};

export type Decision<E extends Event> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly rejection: Rejection };

export function accept<E extends Event>(...events: E[]): Decision<E> {
  return { ok: true, events };
}

export function reject(
  code: string,
  params: Rejection['params'] = {},
): { ok: false; rejection: Rejection } {
  return { ok: false, rejection: { code, params } };
}
