/**
 * What proves the ledger from outside: its tree, the heads of its streams, the checkpoints that were signed and with which
 * keys. Invariant: none of it is ever changed, and no checkpoint is kept that is not the continuation of the one before.
 */
import type { Hash, Head, TreeNode } from '../audit';
import type { Instant } from '../domain';

export type StoredCheckpoint = {
  /** Entries under it: the sequence of the last. */
  readonly size: number;
  /** The signed note, with the cosignatures that came for it. */
  readonly note: string;
  /** Of its last entry, on the deployment's clock. */
  readonly recordedAt: Instant;
};

export type SigningKey = {
  /** `name+id+base64`. */
  readonly key: string;
  /** Sizes of the first and of the last checkpoint signed with it. */
  readonly from: number;
  readonly to: number | null;
  /** No key before it has brought it in: a loss was accepted, and what it signs is a history of its own. */
  readonly beginsAnew?: true;
};

export interface AuditTrail {
  /** Null before the first. */
  latestCheckpoint(): Promise<StoredCheckpoint | null>;
  /** The first one that holds entry `size`; null when none does yet. */
  checkpointOver(size: number): Promise<StoredCheckpoint | null>;
  /** Of each instant the last one whose last entry was recorded before it, each once, by size. */
  checkpointsBefore(instants: readonly Instant[]): Promise<StoredCheckpoint[]>;
  /** In order of their use. */
  signingKeys(): Promise<SigningKey[]>;
  /** Complete subtrees, in the order asked. @throws Failure `tree.incomplete` when one is not there */
  treeHashes(nodes: readonly TreeNode[]): Promise<Hash[]>;
  /** Of entries `from + 1` to `to`. @throws Failure `tree.incomplete` */
  leafHashes(from: number, to: number): Promise<Hash[]>;
  /** The heads of all streams in a ledger of `size` entries, in order of streams (`inStreamOrder`). */
  headsAt(size: number): Promise<Head[]>;
}
