/** Who read what, as auditors and the operator see it. */
import type { Access, Instant } from '../../domain';

export type AccessRow = Access & {
  /** The number of its entry in the ledger. */
  readonly seq: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** Of `directive`, when that has one. */
  readonly symbol: string | null;
};
