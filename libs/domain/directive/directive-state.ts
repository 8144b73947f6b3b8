/** The directive's state, as its events fold into it. */
import type { Duty } from '../duty/types';
import type { Form } from '../form/types';
import type { Indicator } from '../indicator/types';
import type { Graded, Instant, LocalDate, Text } from '../kernel';
import type { HandOver } from '../reorganisation/types';
import type { DirectiveDraft, Signer, Urgency } from './draft';
import type { CalledReview } from '../review/called';
import type { ArchiveClock, PlannedPeriod } from './plan';
import type { LegalHolds, Retention } from './legal-hold';
import type { LaterInstrument } from './later-instrument';
import type { DutyLink, FeedTarget } from './link';

export type DirectiveStatus =
  | 'none'
  | 'draft'
  | 'issuing'
  | 'issued'
  | 'suspended'
  | 'superseded'
  | 'revoked'
  | 'recalled'
  | 'concluded';

/** A round as its directive knows it: which shards were convened and which of them are closed. */
export type ConvenedRound = {
  readonly duty: string;
  readonly period: string;
  readonly planned: PlannedPeriod;
  readonly shards: readonly {
    readonly shard: number;
    readonly units: readonly string[];
    /** To whom lateness goes up, each once. */
    readonly superiors: readonly string[];
    readonly closed: boolean;
    /** Who had not done it at the closing; absent while open, and when nobody told. */
    readonly unfinished?: readonly string[];
  }[];
  readonly completed: boolean;
};

export type NextRound = {
  readonly duty: string;
  readonly period: PlannedPeriod;
  readonly opensAt: Instant;
};

/** A report asked for outside the cadence; its round's period is `req-{request}`. */
export type RequestedReport = {
  readonly duty: string;
  readonly request: number;
  readonly dueDate: LocalDate | null;
};

/** A plan that a change of the directive makes necessary; `request` null means the duty's own cadence. */
/** A class of units that became an addressee after the issue; `name` as people read it. */
export type AddedClass = { readonly roleClass: string; readonly name: Text };

export type PlanAsked = { readonly duty: string; readonly request: number | null };

/** A review as its directive knows it. */
export type ReviewOfDirective = Omit<CalledReview, 'heading' | 'reason' | 'document'> & {
  /** Its conference was held and its conclusions are recorded. */
  readonly concluded: boolean;
  readonly cancelled: boolean;
};

/** One heir of one change set. */
export type ActingHeir = {
  readonly reorganisation: string;
  readonly from: string;
  readonly to: string;
  readonly superior: string | null;
};

/** What the directive has handed over for a change set; `back` once it was undone. */
export type DirectiveHandOver = {
  readonly passes: readonly HandOver[];
  readonly back: boolean;
};

export type DirectiveState = {
  readonly id: string;
  readonly status: DirectiveStatus;
  readonly draft: DirectiveDraft | null;
  readonly duties: { readonly [dutyId: string]: Duty };
  /** Counts changes of a duty: a plan made for an older revision is stale. */
  readonly revisions: { readonly [dutyId: string]: number };
  /** The newest form of a duty; rounds keep the version they were opened with. */
  readonly forms: { readonly [dutyId: string]: Form };
  /** The newest version of each. */
  readonly indicators: { readonly [id: string]: Indicator };
  /** Whose reports answer this directive's duties. */
  readonly links: readonly DutyLink[];
  /** Which obligations above are answered by a duty's accepted reports. */
  readonly feeds: { readonly [dutyId: string]: readonly FeedTarget[] };
  /** What was decided about low rates: `{unit}~{from}~{to}`. */
  readonly criticisms: readonly string[];
  /** Set when a number is asked for and when it is given. */
  readonly issue: {
    readonly symbol: string | null;
    readonly number: number | null;
    readonly date: LocalDate;
    readonly signer: Graded<Signer>;
    readonly urgency: Graded<Urgency>;
    readonly issuedAt: Instant | null;
  } | null;
  /** By duty; a requested report stands beside its duty's own rounds as `{duty}~req-{n}`. */
  readonly next: { readonly [dutyId: string]: NextRound };
  /** Periods that fell due and wait for being convened (their units and dates planned); keyed as `next`. */
  readonly due: { readonly [dutyId: string]: NextRound };
  readonly missing: { readonly [dutyId: string]: readonly string[] };
  readonly rounds: { readonly [roundKey: string]: ConvenedRound };
  readonly requests: number;
  /** Every report asked for, by period id `req-{n}`. */
  readonly requested: { readonly [periodId: string]: RequestedReport };
  readonly lateAddressees: readonly string[];
  /** Classes added after the issue: they owe what its classes owe, in rounds that open from then on. */
  readonly lateClasses: readonly AddedClass[];
  /** Of each instrument about one thing the newest note. */
  readonly laterInstruments: readonly LaterInstrument[];
  /** Every review called, counted from 1. */
  readonly reviews: readonly ReviewOfDirective[];
  /** Set when the directive is concluded; `clock` null: no policy says by when. */
  readonly archive: {
    readonly clock: ArchiveClock | null;
    readonly reminded: boolean;
    readonly fellDue: boolean;
    readonly handedAt: Instant | null;
  } | null;
  /** Absent while none was ever placed. */
  readonly legalHolds?: LegalHolds;
  /** Absent while nobody has decided it. */
  readonly retention?: Retention;
  /** Who acts for units that have ended, in the order of the change sets; the text keeps the old names. */
  readonly heirs: readonly ActingHeir[];
  readonly handOvers: { readonly [reorganisation: string]: DirectiveHandOver };
};
