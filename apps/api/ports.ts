/** What the API needs of the other parts: each is handed in by the composition, and faked in a test of the door. */
import type { WayIn } from '../../libs/commands';
import type { EvidenceSource } from '../../libs/evidence';
import type { Ledger } from '../../libs/ledger';
import type { ContentLimits } from '../../libs/service';

export type CommandsPort = Pick<WayIn, 'submit' | 'refusalOfSet'>;

/** The parts of the ledger that the door uses. */
export type LedgerPort = Pick<
  Ledger,
  | 'awaitOutcome'
  | 'commandRecord'
  | 'entriesOfStream'
  | 'entriesAfter'
  | 'putContent'
  | 'getContent'
  | 'describeContent'
  | 'isKept'
  | 'reveal'
  | 'now'
  | 'cursor'
  | 'deployment'
  | 'entriesOfPrefixes'
> &
  EvidenceSource;

/** Injection tokens. */
export const COMMANDS_PORT = Symbol('commands');
export const LEDGER_PORT = Symbol('ledger');
export const READS_PORT = Symbol('reads');
export const DRILL_PORT = Symbol('drill');
export const SETTINGS = Symbol('settings');
export const LOGGER = Symbol('logger');

export type DoorSettings = {
  readonly mode: 'drill' | 'live';
  /** How long an answer waits for the decision before it becomes a 202. */
  readonly waitMs: number;
  readonly contents: ContentLimits;
};
