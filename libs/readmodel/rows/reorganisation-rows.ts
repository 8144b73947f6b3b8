/** What is answered about change sets of units: how far each has come, what it moved, what waits for an heir. */
import type {
  ChangeSet,
  Instant,
  LocalDate,
  ObligationStatus,
  PlannedPeriod,
  ReorganisationState,
  ReorganisationStatus,
  Succession,
  Text,
} from '../../domain';

export type ReorganisationRow = {
  readonly reorganisation: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly source: string;
  readonly status: ReorganisationStatus;
  readonly decidedAt: Instant;
  /** When the last part answered; null while it goes on, or waits. */
  readonly endedAt: Instant | null;
  readonly undoneReason: string | null;
  /** Units that end by it, and those it registers. */
  readonly ending: number;
  readonly founded: number;
  /** Parts (directives and shards) that have answered, of those asked; obligations moved, there and back. */
  readonly done: number;
  readonly of: number;
  readonly moved: number;
  /** Units whose open obligations wait for an heir. */
  readonly withoutHeir: readonly string[];
};

export type MoveRow = {
  readonly from: string;
  readonly fromName: Text | null;
  readonly to: string;
  readonly toName: Text | null;
  readonly back: boolean;
  readonly count: number;
};

export type WithoutHeirRow = {
  readonly unit: string;
  readonly unitName: Text | null;
  readonly obligation: string;
  readonly symbol: string | null;
  readonly title: Text | null;
  readonly period: PlannedPeriod | null;
  readonly dueAt: Instant | null;
};

export type ReorganisationDetail = ReorganisationRow & {
  readonly changeSet: ChangeSet & { readonly successions: readonly Succession[] };
  readonly decided: ReorganisationState['decided'];
  readonly blocked: readonly WithoutHeirRow[];
  readonly moves: readonly MoveRow[];
};

/** One open obligation that a change set would move; `to` null: nobody is named. */
export type PreviewRow = {
  readonly obligation: string;
  readonly symbol: string | null;
  readonly duty: string;
  readonly title: Text | null;
  readonly period: PlannedPeriod | null;
  /** The name it was opened under. */
  readonly unit: string;
  readonly from: string;
  readonly fromName: Text | null;
  readonly to: string | null;
  readonly toName: Text | null;
  readonly status: ObligationStatus;
  readonly dueAt: Instant | null;
};

/** Who acts for a unit that a directive names and that has ended. */
export type ActingHeirRow = {
  readonly reorganisation: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly from: string;
  readonly fromName: Text | null;
  readonly to: string;
  readonly toName: Text | null;
};
