/**
 * Who read what leaves a trace only here: evidence that was taken, a file that was fetched, a person's name that was shown.
 * One stream a day, beside the directives' own: reading never adds to what it reads.
 */
import type { Actor, Command, Event } from '../kernel';

/** Evidence: a bundle of entries. Content: a file by its hash. Personal: values shown in the place of their tokens. */
export const ACCESS_KINDS = ['evidence', 'content', 'personal'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export type Access = {
  readonly what: AccessKind;
  /** A directive's id or `all`, a content's SHA-256, a commendation's id. */
  readonly subject: string;
  /** The directive that it is of; null where it is of none, or of several. */
  readonly directive: string | null;
  /** Sequences of a bundle that is a range. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** How many personal values were shown. */
  readonly values: number | null;
  /** Null: the door asked no name of this reader. */
  readonly reader: Actor | null;
  readonly reason: string | null;
};

/** Nothing is decided by what was read before. */
export type AccessState = Record<string, never>;

export type AccessCommand =
  Command<'RecordAccess', Access> | Command<'WakeUp', Record<string, never>>;

export type AccessEvent = Event<'AccessRecorded', Access>;
