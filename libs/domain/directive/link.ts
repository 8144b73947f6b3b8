/**
 * Who answers whom: a duty is consolidated from another duty's reports, of the same directive or of one that carries it
 * out. A link is a person's act with its grounds, and can be taken back; nothing is linked because titles look alike.
 */
import type { Graded, Instant } from '../kernel';
import type { Form } from '../form/types';
import type { Report } from '../round/report';
import type { PlannedPeriod } from './plan';

export type DutyRef = { readonly directive: string; readonly duty: string };

export type DutyLink = {
  /** The duty that is answered. */
  readonly duty: string;
  /** Who owes it there: of another directive's reports only this unit's obligation is answered. Null in one directive. */
  readonly unit: string | null;
  /** Whose reports answer it, and how that is known. */
  readonly from: Graded<DutyRef>;
};

/** The same link as the answering directive knows it. */
export type FeedTarget = DutyRef & { readonly unit: string };

/** A report below is due after the one it is part of: shown with both dates, decided by people. */
export type DateWarning = {
  readonly period: string;
  readonly below: Instant;
  readonly above: Instant;
};

/** The same of a link that stood when one of its duties was set up or decided anew. */
export type LinkWarning = DateWarning & {
  /** The duty above, and the one whose reports answer it. */
  readonly answers: DutyRef;
  readonly from: DutyRef;
};

/** The plan attached at the way in to {@link SetUpDuty} and {@link DecideValue}, where there is something to warn of. */
export type DutyDatesPlan = { readonly warnings: readonly LinkWarning[] };

/** How the reports below reach the duty above, as it was known when the link was made. */
export type LinkManner = {
  /** How many units report there; null while nobody has said who. */
  readonly reporters: number | null;
  /** One unit's report is handed in by itself; of several a person hands in the consolidated draft. */
  readonly byItself: boolean;
};

/** The plan attached at the way in to {@link LinkDuty}. */
export type LinkPlan = { readonly warning: DateWarning | null; readonly manner?: LinkManner };

/** The plan attached at the way in to {@link TakeChildReport}: how many units ever owed in the round below, in all its shards. */
export type ChildReportPlan = { readonly reporters: number };

/** What an accepted report is to the directive above: carried by its acceptance. */
export type Feeding = {
  readonly targets: readonly FeedTarget[];
  readonly symbol: string;
  readonly period: PlannedPeriod;
  readonly report: Report;
  readonly by: string;
  readonly form?: Form;
};

/** A report below as the directive above takes it. */
export type ChildReport = {
  readonly symbol: string;
  readonly obligation: string;
  readonly submission: number;
  readonly by: string;
  readonly report: Report;
};
