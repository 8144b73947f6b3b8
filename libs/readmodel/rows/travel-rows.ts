/** What is answered about the past: the place at which it was read, what became different, one entry. */
import type { DirectiveRow } from './directive-rows';
import type { Counts } from './round-rows';
import type { Actor, Instant, Rejection, Text } from '../../domain';

/** The place in the ledger at which an answer was read. */
export type AsOfPlace = {
  /** The last entry that was known. */
  readonly seq: number;
  readonly entry: string;
  /** When that entry was recorded: the axis of the past. */
  readonly recordedAt: Instant;
  /** When what it tells of took place. */
  readonly at: Instant;
  /** The instant for which standings are told. */
  readonly instant: Instant;
};

/** One field of one thing that is not as it was. */
export type Difference = {
  readonly kind: DifferenceKind;
  /** The thing's own id. */
  readonly id: string;
  readonly directive: string | null;
  readonly symbol: string | null;
  readonly round: string | null;
  /** Of an obligation: who owes it, by the name it was opened under. */
  readonly unit: string | null;
  readonly name: Text;
  /** `status`, `draft.urgency`; empty when the thing as a whole came or went. */
  readonly field: string;
  readonly label: Text;
  /** Null where the thing was not there. */
  readonly before: unknown;
  readonly after: unknown;
  /** The entries that made the difference, oldest first; the first of them, if there are very many. */
  readonly entries: readonly number[];
  readonly entryCount: number;
};

/** In place of a text that is longer than people read in a line; equal texts have equal hashes. */
export type LongText = {
  readonly begins: string;
  /** Characters. */
  readonly length: number;
  readonly sha256: string;
};

export type DifferenceKind =
  | 'directive'
  | 'duty'
  | 'plannedRound'
  | 'round'
  | 'rung'
  | 'obligation'
  | 'report'
  | 'review'
  | 'conclusion'
  | 'judgement'
  | 'counts';

export type Differences = {
  readonly from: AsOfPlace;
  readonly to: AsOfPlace;
  readonly differences: readonly Difference[];
};

/** One entry of the ledger as people read it. Personal values are tokens. */
export type EntryPage = {
  readonly seq: number;
  readonly entry: string;
  readonly stream: string;
  readonly version: number;
  readonly kind: 'command' | 'event' | 'refusal';
  readonly type: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly rejection: Rejection | null;
  /** What happened, as one sentence; null of a command that was accepted: its events say it. */
  readonly text: Text | null;
  readonly data: unknown;
  /** The entry that caused it, and its number. */
  readonly causedBy: { readonly entry: string; readonly seq: number | null } | null;
  readonly leafHash: string;
  readonly prevHash: string;
  readonly deciders: string;
};

/** A directive as the dashboard has it. */
export type DashboardRow = DirectiveRow & {
  readonly rounds: number;
  readonly obligations: number;
  readonly counts: Counts;
};
