/** Rates on the frozen set: how many were owed at the opening, and what became of each. */
import type { RatesBy } from '../../contracts';
import type { Instant, Text } from '../../domain';
import type { Counts } from './round-rows';

/** `percent` has one decimal and is null when nothing is owed: then there is no rate. */
export type Rate = { readonly part: number; readonly of: number; readonly percent: number | null };

export type RatesRow = {
  /** The directive, `directive~duty`, the period, unit, kind of unit or superior; null where none is known. */
  readonly key: string | null;
  readonly name: Text | null;
  /** Owed at the opening, whatever became of it. The four buckets and what stands outside them add up to it. */
  readonly owed: number;
  readonly counts: Counts;
  /** In a round since after its opening: told, and in no rate. */
  readonly joinedLater: number;
  /** Of what was owed here at the opening, what another owes now; and what is owed here that others owed then. */
  readonly transferredOut: number;
  readonly transferredIn: number;
  /** A report is there: accepted, or waiting for acceptance. A returned one is not. */
  readonly completeness: Rate;
  /** A report is there, handed in at its due time or before. */
  readonly timeliness: Rate;
  readonly onTime: Rate;
  readonly late: Rate;
  readonly unfinishedLate: Rate;
};

export type Rates = {
  readonly asOf: Instant;
  readonly by: RatesBy;
  readonly rows: readonly RatesRow[];
};
