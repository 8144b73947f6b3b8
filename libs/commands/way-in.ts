/**
 * The way in: what arrives is stripped of personal data, its dates are planned, and it is durable in the command log
 * before anybody decides it. Invariant: the recorded command suffices to decide it again, years later, and what it names
 * of persons lies with it or nowhere.
 */
import { createHash } from 'node:crypto';
import { PERSONAL_PATHS } from '../contracts';
import type { Actor, Instant, Rejection } from '../domain';
import type { AcceptResult, Ledger, NewCommand } from '../ledger';
import { needsPlan, planning, plansFromState } from '../planning';
import { answered } from './answered';
import { createPolicyBookReader } from './policy-book-reader';
import { concealedOrFirst, withoutPersonal } from './personal';
import { setRefusal, type LookedAt } from './set-refusal';
import { stateOf } from './state-of';

/** A command from outside, already validated by its schema. */
export type Request = {
  readonly type: string;
  readonly stream: string;
  readonly data: unknown;
  readonly actor: Actor;
  readonly idempotencyKey: string;
};

/** A command that one of our own parts asks: its id is derived from what caused it. */
export type Asked = {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly actor: Actor;
  readonly effectiveAt: Instant;
  /** The id of the ledger entry that caused it. */
  readonly causedBy: string | null;
};

export interface WayIn {
  /** The receipt: the command is durable and its clock has stopped. `conflict`: same key, other body. */
  submit(request: Request): Promise<AcceptResult>;
  /** In a drill: moves the told clock to `instant` and submits what arrives at it, in one transaction. */
  submitAt(instant: Instant, requests: readonly Request[]): Promise<AcceptResult[]>;
  /** Why a change set of units would be refused; null when it would not. Nothing is logged. */
  refusalOfSet(set: LookedAt): Promise<Rejection | null>;
  /** Repeats are answered and change nothing. */
  ask(commands: readonly Asked[]): Promise<void>;
}

export function createWayIn(ledger: Ledger): WayIn {
  const readBook = createPolicyBookReader(ledger);

  /** @param at null: the deployment's instant */
  async function planned(
    command: Omit<NewCommand, 'plan'>,
    at: Instant | null,
  ): Promise<NewCommand> {
    if (!needsPlan(command)) return command;
    const [book, state, now] = await Promise.all([
      readBook(),
      plansFromState(command.stream) ? stateOf(ledger, command.stream) : undefined,
      at ?? ledger.now(),
    ]);
    const from = { ledger, stateOf: (stream: string) => stateOf(ledger, stream) };
    const asking = planning(command, { state, book, at: now });
    const made = await answered(asking, { ...from, org: book.org, at: now });
    return made === undefined ? command : { ...command, plan: made };
  }

  async function prepared(request: Request, at: Instant | null): Promise<NewCommand> {
    const { type, stream, data, actor, idempotencyKey: key } = request;
    const paths = PERSONAL_PATHS[type] ?? [];
    const id = commandId(actor, key);
    const asked = await concealedOrFirst(ledger, { id, data }, paths);
    const { personal, repeat, other } = asked;
    const body = [type, stream, withoutPersonal(data, paths), ...(other ? ['other persons'] : [])];
    const idempotency = { key, bodyHash: sha256(JSON.stringify(body)) };
    const command = { id, stream, type, data: asked.data, actor, idempotency, personal };
    // What came first was planned then, and may have been another command.
    return repeat ? command : planned(command, at);
  }

  return {
    async submit(request) {
      const command = await prepared(request, null);
      const [answer] = await ledger.accept([command]);
      if (answer!.result !== 'repeat' || (command.personal ?? []).length === 0) return answer!;
      // Somebody came first meanwhile: only beside his command it shows whether he spoke of the same persons.
      const [again] = await ledger.accept([await prepared(request, null)]);
      return again!;
    },
    async submitAt(instant, requests) {
      const rows: NewCommand[] = [];
      for (const request of requests) rows.push(await prepared(request, instant));
      return ledger.tellClockAndAccept(instant, rows);
    },
    async refusalOfSet(set) {
      const [book, now] = await Promise.all([readBook(), ledger.now()]);
      return setRefusal(set, { org: book.org, now });
    },
    async ask(commands) {
      const rows: NewCommand[] = [];
      for (const { id, stream, type, data, actor, effectiveAt, causedBy } of commands) {
        const command = {
          id,
          stream,
          type,
          data,
          actor,
          effectiveAt,
          ...(causedBy ? { causedBy } : {}),
        };
        rows.push(await planned(command, effectiveAt));
      }
      if (rows.length > 0) await ledger.accept(rows);
    },
  };
}

/** The same actor's same key is the same command, for ever; so in a drill the same script gives the same ids. */
export function commandId(actor: Actor, idempotencyKey: string): string {
  return `c-${sha256(JSON.stringify([actor.id, idempotencyKey])).slice(0, 32)}`;
}

/** The id of a command that an entry caused: a replayed entry asks nothing twice. */
export function reactionId(
  entryId: string,
  reaction: string,
  stream: string,
  index: number,
): string {
  return `r-${sha256(JSON.stringify([entryId, reaction, stream, index])).slice(0, 32)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
