/**
 * What the writer of evidence reads, and what it can be asked for. The source answers the same of the same size for ever:
 * several passes over it see the same entries.
 */
import type { AuditTrail, Ledger } from '../ledger';

export type EvidenceSource = AuditTrail &
  Pick<
    Ledger,
    | 'entriesAfter'
    | 'entriesAt'
    | 'sequencesUnder'
    | 'getContent'
    | 'describeContent'
    | 'deployment'
  >;

/** A directive by its id. Of a range both ends are inside. */
export type EvidenceScope =
  | { readonly kind: 'directive'; readonly directive: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

export type EvidenceProgress = {
  readonly stage: 'reading' | 'index' | 'proofs' | 'entries' | 'contents';
  readonly done: number;
  /** Null while it is not known. */
  readonly of: number | null;
};

export type EvidenceOptions = {
  /** The bundle's checkpoint is the first that holds this sequence; else the latest, of a range the first that holds it. */
  readonly at?: number;
  /** Signed notes that the asker has kept; the bundle's checkpoint is never older than they are. */
  readonly checkpoints?: readonly string[];
  readonly onProgress?: (progress: EvidenceProgress) => void;
  readonly signal?: AbortSignal;
};
