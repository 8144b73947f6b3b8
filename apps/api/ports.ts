/** What the API needs of the other parts: each is handed in by the composition, and faked in a test of the door. */
import type { Actor, Instant } from '../../libs/domain';
import type { AcceptResult, CommandRecord, Deployment } from '../../libs/ledger';

export type Asked = {
  readonly type: string;
  readonly stream: string;
  readonly data: unknown;
  readonly actor: Actor;
  readonly idempotencyKey: string;
};

export interface CommandsPort {
  submit(asked: Asked): Promise<AcceptResult>;
}

/** The parts of the ledger that the door uses. */
export interface LedgerPort {
  awaitOutcome(id: string, timeoutMs: number): Promise<CommandRecord | null>;
  commandRecord(id: string): Promise<CommandRecord | null>;
  putContent(bytes: Uint8Array, mediaType: string): Promise<{ sha256: string; size: number }>;
  getContent(sha256: string): Promise<{ mediaType: string; bytes: Buffer } | null>;
  now(): Promise<Instant>;
  cursor(consumer: string): Promise<number>;
  deployment(): Promise<Deployment>;
}

export type Advance = { readonly now: Instant; readonly steps: number };

/** A drill's clock; `advance` resolves when everything that fell due is decided, projected and sent. */
export interface DrillClock {
  advance(to: Instant): Promise<Advance>;
}

/** Injection tokens. */
export const COMMANDS_PORT = Symbol('commands');
export const LEDGER_PORT = Symbol('ledger');
export const READS_PORT = Symbol('reads');
export const DRILL_PORT = Symbol('drill');
export const SETTINGS = Symbol('settings');

export type DoorSettings = {
  readonly mode: 'drill' | 'live';
  /** How long an answer waits for the decision before it becomes a 202. */
  readonly waitMs: number;
};
