/** What the notifier is composed of and how patient it is. All times here run on the wall clock. */
import type { Pool } from 'pg';
import type { Bus } from '../../libs/bus';
import type { Asked } from '../../libs/commands';
import type { Ledger } from '../../libs/ledger';
import type { Logger, Metrics, Readiness } from '../../libs/service';

export type NotifierDeps = {
  readonly bus: Bus;
  readonly ledger: Ledger;
  /** With the rights of `dondoc_notifier`. */
  readonly pool: Pool;
  /** The way in: what became of the messages is asked to be recorded through it. */
  readonly ask: (commands: readonly Asked[]) => Promise<unknown>;
  readonly smtpUrl: string;
  /** `Dondoc <dondoc@example.vn>`; its host names the Message-IDs. */
  readonly mailFrom: string;
  readonly logger: Logger;
  readonly metrics?: Metrics;
  readonly settings?: Partial<NotifierSettings>;
};

export type NotifierSettings = {
  /** The pause after the first, second … try that may be repeated; after the last one it has failed for good. */
  readonly retriesMs: readonly number[];
  /** On a wall clock an item waits at most so long for others of its instant. */
  readonly patienceMs: number;
  /** Consumers that may still bring something for an instant: all must have reached the last entry. */
  readonly before: readonly string[];
  readonly connections: number;
  /** How often a mail server that is away is looked for: the first pause, doubled up to the second. */
  readonly probeMs: readonly [number, number];
  readonly leaseMs: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const DEFAULTS: NotifierSettings = {
  retriesMs: [SECOND, 5 * SECOND, 30 * SECOND, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE],
  patienceMs: 2 * SECOND,
  before: ['reactor', 'notifier'],
  connections: 5,
  probeMs: [SECOND, 30 * SECOND],
  leaseMs: 5 * SECOND,
};

export interface Notifier {
  start(): Promise<void>;
  /** Lets the messages under way end, then stops; what is left is found again at the next start. */
  stop(): Promise<void>;
  ready(): Promise<Readiness>;
  /** Items without a message, messages never tried, outcomes not yet asked to be recorded: 0 when drained. */
  neverAttempted(): Promise<number>;
  /** Resolves with the reason when reading entries ended by itself: the process must then stop loudly. */
  readonly crashed: Promise<Error>;
}
