/**
 * A change set while it is carried out: which directives and shards it was asked of, what each answered, and whose
 * obligations wait for an heir. A pass hands over once: for the set, for an heir decided later, or back when it is undone.
 */
import type { Command, Event, LocalDate } from '../kernel';
import type { DecidedHeir, Succession } from '../org/types';

/** What every step of a pass says: of which set, which pass, in which direction, and why. */
export type HandOver = {
  readonly reorganisation: string;
  /** 0 is the set itself; heirs decided later and the undoing count on. */
  readonly pass: number;
  readonly back: boolean;
  readonly title: string;
  readonly on: LocalDate;
  readonly source: string;
  /** Why, when somebody decided it: an heir, or that the set is undone. */
  readonly reason: string | null;
};

/** Shards of a directive that were asked to hand over, by round. */
export type AskedRounds = readonly {
  readonly duty: string;
  readonly period: string;
  readonly shards: readonly number[];
}[];

export type Shard = {
  readonly directive: string;
  readonly duty: string;
  readonly period: string;
  readonly shard: number;
};

/** How many obligations of an ended unit have no heir. */
export type BlockedCount = { readonly unit: string; readonly count: number };

export type ReorganisationStatus =
  'none' | 'handingOver' | 'awaitingHeirs' | 'completed' | 'handingBack' | 'undone';

export type Pass = {
  readonly back: boolean;
  readonly reason: string | null;
  readonly successions: readonly Succession[];
  /** Every directive that names one of its units has been found and asked. */
  readonly listed: boolean;
  readonly directives: { readonly [directive: string]: AskedDirective };
  /** Answers of shards that came before their directive's. */
  readonly moved: number;
};

/** By `duty~period~shard`: whether that shard has answered. */
export type AskedDirective = {
  readonly answered: boolean;
  readonly shards: { readonly [shard: string]: boolean };
};

export type ReorganisationState = {
  readonly id: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly source: string;
  readonly status: ReorganisationStatus;
  /** The present ones: an heir decided later stands in them. */
  readonly successions: readonly Succession[];
  readonly decided: readonly {
    readonly unit: string;
    readonly heir: string;
    readonly reason: string;
  }[];
  readonly passes: readonly Pass[];
  /** Open obligations of units without an heir, as the rounds told them. */
  readonly blocked: { readonly [unit: string]: number };
};

/** The plan attached at the way in to `ListDirectives`: which directives name one of the units. */
export type DirectivesPlan = {
  readonly directives: readonly string[];
  /** There are more after the last one. */
  readonly more: boolean;
};

/** The plan attached at the way in to `DecideHeir`. */
export type HeirPlan = {
  /** To whom lateness of the heir goes up. */
  readonly superior: string | null;
  /** Who may be the heir: the successors, or whoever acts for one that has ended. Absent: the end names nobody. */
  readonly among?: readonly string[];
};

/** Which change set it is, in words. */
type Named = {
  readonly id: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly source: string;
};

type Noting = { readonly pass: number };

export type ReorganisationCommand =
  | Command<'BeginReorganisation', Named & { successions: readonly Succession[] }>
  | Command<'ListDirectives', Noting & { after: string | null }, DirectivesPlan>
  | Command<'NoteHandOver', Noting & { directive: string; rounds: AskedRounds }>
  | Command<'NoteTransfer', Noting & Shard & { moved: number; blocked: readonly BlockedCount[] }>
  | Command<'DecideHeir', { unit: string; heir: string; reason: string }, HeirPlan>
  | Command<'BeginHandBack', Named & { reason: string }>
  | Command<'WakeUp', Record<string, never>>;

export type ReorganisationEvent =
  | Event<'ReorganisationBegun', Named & { successions: readonly Succession[] }>
  | Event<
      'DirectivesListed',
      HandOver & {
        successions: readonly Succession[];
        directives: readonly string[];
        /** After which to go on; null when these are the last. */
        next: string | null;
      }
    >
  | Event<'HandOverNoted', Noting & { directive: string; rounds: AskedRounds }>
  | Event<'TransferNoted', Noting & Shard & { moved: number; blocked: readonly BlockedCount[] }>
  | Event<
      'HeirDecided',
      {
        reorganisation: string;
        pass: number;
        unit: string;
        heir: string;
        superior: string | null;
        reason: string;
      }
    >
  | Event<'HandBackBegun', Named & { pass: number; reason: string }>
  | Event<'ReorganisationAwaitsHeirs', { reorganisation: string; blocked: readonly BlockedCount[] }>
  | Event<
      'ReorganisationCompleted',
      {
        reorganisation: string;
        moved: number;
        heirs: readonly string[];
        decided?: readonly DecidedHeir[];
      }
    >
  | Event<'HandBackCompleted', { reorganisation: string; moved: number }>;
