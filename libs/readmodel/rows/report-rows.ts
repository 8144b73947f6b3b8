/** What the pages answer that count over everything: a directive's report as of an instant, the summary. */
import type { Instant, Text } from '../../domain';
import type { CommendationRow } from './commendation-rows';
import type { RestsOn } from './consolidation-rows';
import type { DirectiveRow, NotStated, DirectiveDetail, OccurrenceRow } from './directive-rows';
import type { AssumptionRow } from './list-rows';
import type { ObligationRow } from './obligation-rows';
import type { Counts, RoundRow } from './round-rows';

/** Messages by kind of rung: one per obligation reached. Letters: drafts, and those a person issued. */
export type UrgingCounts = {
  readonly reminders: number;
  readonly letters: number;
  readonly escalations: number;
  readonly explanations: number;
  readonly skipped: number;
  readonly letterDrafts: number;
  readonly lettersIssued: number;
};

export type ReportPage = {
  readonly directive: DirectiveDetail;
  readonly asOf: Instant;
  readonly counts: Counts;
  readonly rounds: readonly RoundRow[];
  /** The five that are late for longest. */
  readonly worst: readonly (ObligationRow & { readonly lateDays: number })[];
  readonly notStated: readonly NotStated[];
  /** What was known by then to have taken place. */
  readonly occurrences: readonly OccurrenceRow[];
  readonly urging: UrgingCounts;
  /** Consolidated reports that count and in which somebody is missing or something was cut, at whatever level. */
  readonly incomplete: readonly IncompleteReport[];
  readonly assumptions: readonly AssumptionRow[];
};

export type IncompleteReport = RestsOn & { readonly title: Text; readonly period: Text };

/** Reviews called, packs frozen, tasks with a judgement of any review, conclusions that wait for owner and date. */
export type ReviewCounts = {
  readonly called: number;
  readonly packs: number;
  readonly judged: number;
  readonly tasks: number;
  readonly waiting: number;
};

export type Summary = {
  readonly now: Instant;
  readonly directives: readonly (DirectiveRow & {
    readonly rounds: number;
    readonly obligations: number;
    readonly counts: Counts;
    readonly urging: UrgingCounts;
    readonly assumptions: number;
    readonly reviews: ReviewCounts;
  })[];
  readonly rounds: number;
  readonly obligations: number;
  readonly counts: Counts;
  readonly urging: UrgingCounts;
  /** Awards and nominations, one by one: their numbers are never added up. */
  readonly commendations: readonly CommendationRow[];
  readonly mails: { readonly sent: number; readonly failed: number; readonly suppressed: number };
  readonly assumptions: number;
  readonly entries: number;
};
