/**
 * What was lost: after a restore entries were missing that had been signed, and an operator accepted it. The backup's database
 * knows it too; here it stands under the checkpoints that come, where nobody takes it back.
 */
import type { Command, Event } from '../kernel';

export type Loss = {
  /** The last entry that came back. What was signed behind it under other numbers is not there. */
  readonly last: number;
  /** How many entries; null where no checkpoint tells. */
  readonly missing: number | null;
  /** The first entries that were found to be those that were signed; null: none were compared. */
  readonly compared: number | null;
  /** Who decided, as he is called there. */
  readonly operator: string;
  readonly reason: string;
};

/** Nothing is decided by what was lost. */
export type LossesState = Record<string, never>;

export type LossesCommand = Command<'RecordLoss', Loss> | Command<'WakeUp', Record<string, never>>;

export type LossesEvent = Event<'LossRecorded', Loss>;
