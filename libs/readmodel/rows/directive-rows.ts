/** What is answered about directives: values with their grades, duties, silences. */
import type {
  AddedClass,
  DateWarning,
  LinkManner,
  DutyRef,
  Actor,
  ArchiveClock,
  DirectiveDraft,
  DirectiveEvent,
  DirectiveStatus,
  DraftWarning,
  Duty,
  Form,
  Graded,
  Instant,
  LaterInstrument,
  LegalHold,
  LocalDate,
  ObligationStatus,
  PlannedPeriod,
  RecipientDifference,
  Retention,
  Signer,
  Source,
  Text,
} from '../../domain';
import type { ConclusionRow, JudgementRow } from './review-rows';
import type { ActingHeirRow } from './reorganisation-rows';

export type DirectiveRow = {
  readonly directive: string;
  readonly status: DirectiveStatus;
  readonly issuer: string;
  readonly issuerName: Text | null;
  readonly symbol: string | null;
  readonly issuedOn: LocalDate | null;
  readonly issuedAt: Instant | null;
  readonly abstract: Graded<string>;
  readonly registeredAt: Instant;
  /** What its text is known from, and what tells of its life. */
  readonly sources: readonly Source[];
};

/** A place of the text that is silent, or that our copy lost. */
export type NotStated = {
  /** `draft.signer`, `duty.report.due`, `task.2.lead` */
  readonly where: string;
  readonly grade: 'notStated' | 'notInCopy';
  readonly note: string | null;
};

export type DutyRow = {
  readonly duty: Duty;
  readonly revision: number;
  /** Values without which it opens no round. */
  readonly missing: readonly string[];
  readonly next: { readonly period: PlannedPeriod; readonly opensAt: Instant } | null;
  /** The newest version of what its reports fill in; null without one. */
  readonly form: Form | null;
};

/** Whose reports answer one of its duties, how that is known, and what of the dates was warned of when it was linked. */
export type AnsweredByRow = {
  readonly duty: string;
  /** Of another directive only this unit's obligation is answered. */
  readonly unit: string | null;
  readonly unitName: Text | null;
  readonly directive: string;
  readonly symbol: string | null;
  readonly fromDuty: string;
  readonly grounds: Graded<DutyRef>;
  readonly reason: string;
  /** By the dates as they are set up now. */
  readonly warning: DateWarning | null;
  /** Null for a link of an earlier day. */
  readonly manner: LinkManner | null;
};

/** Something that took place outside the rounds, with when it was recorded: not before it was known. */
export type OccurrenceRow = Occurred & {
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** Of the units it speaks of. */
  readonly names: { readonly [unit: string]: Text };
};

export type Occurred = Extract<
  DirectiveEvent,
  {
    type:
      | 'ConferenceHeld'
      | 'InspectionHeld'
      | 'ResultRecorded'
      | 'JointInstrumentReviewed'
      | 'UnitPraised';
  }
>;

type NotedBy = { readonly at: Instant; readonly recordedAt: Instant; readonly actor: Actor };

/** The newest note on one instrument, and the older ones on it, oldest first. */
export type LaterInstrumentRow = LaterInstrument &
  NotedBy & {
    /** When its issuer is a unit that is known. */
    readonly issuerName: Text | null;
    readonly before: readonly (Pick<LaterInstrument, 'relation' | 'effectiveOn' | 'reason'> &
      NotedBy)[];
  };

export type DirectiveDetail = DirectiveRow & {
  readonly draft: DirectiveDraft;
  readonly signer: Graded<Signer>;
  readonly differences: readonly RecipientDifference[];
  readonly warnings: readonly DraftWarning[];
  readonly corrections: readonly {
    readonly field: string;
    readonly value: string;
    readonly reason: string;
    readonly document: string;
    readonly at: Instant;
  }[];
  readonly supersededBy: string | null;
  readonly lateAddressees: readonly string[];
  readonly lateClasses: readonly AddedClass[];
  readonly duties: readonly DutyRow[];
  readonly answeredBy: readonly AnsweredByRow[];
  /** Of the units that the draft and its duties name. */
  readonly names: { readonly [unit: string]: Text };
  /** Who acts for the units it names that have ended; the text keeps the old names. */
  readonly heirs: readonly ActingHeirRow[];
  readonly occurrences: readonly OccurrenceRow[];
  /** On its subject, or of instruments it cites, as they were noted. */
  readonly laterInstruments: readonly LaterInstrumentRow[];
  readonly notStated: readonly NotStated[];
  /** Of each task the latest judgement of any review. */
  readonly judgements: readonly JudgementRow[];
  /** Conclusions of its reviews that wait for owner and date. */
  readonly waiting: readonly ConclusionRow[];
  /** Once it is concluded: by when its file goes to the archive, and whether it is there. */
  readonly archive: ArchiveRow | null;
  /** Those that stand. */
  readonly legalHolds: readonly LegalHold[];
  /** Null: not stated, for nobody has decided it. */
  readonly retention: Retention | null;
  /** What stayed owed when the last of its rounds was closed after the conclusion. */
  readonly owedAfter: OwedAfter | null;
  /** How it came to its end; null while it has not. */
  readonly end: EndRow | null;
  /** The rounds of `owedAfter` by title, with the units that had not done it then, and have or have not since. */
  readonly owed: readonly OwedRow[];
};

export type EndRow = {
  readonly type:
    'DirectiveConcluded' | 'DirectiveRevoked' | 'DirectiveRecalled' | 'DirectiveSuperseded';
  readonly at: Instant;
  readonly actor: Actor;
  readonly data: {
    readonly reason: string;
    readonly document?: string | null;
    /** The final review that concluded it. */
    readonly review?: number | null;
    /** Of the rounds of these duties, instead of the general one. */
    readonly reasons?: readonly { readonly duty: string; readonly reason: string }[];
  };
};

export type OwedRow = {
  readonly round: string;
  readonly duty: string;
  readonly title: Text;
  readonly period: PlannedPeriod;
  readonly units: readonly {
    readonly unit: string;
    readonly name: Text | null;
    /** As it stands now: what is handed in after the closing counts once it is accepted. */
    readonly status: ObligationStatus | null;
    readonly doneAt: Instant | null;
  }[];
};

export type ArchiveRow = {
  readonly clock: ArchiveClock | null;
  /** What the clock has said so far. */
  readonly stage: 'reminder' | 'due' | null;
  readonly handedAt: Instant | null;
  readonly document: string | null;
};

export type OwedAfter = Extract<DirectiveEvent, { type: 'OwedAfterConclusion' }>['data'];

export type FoundDirective =
  | { readonly found: 'one'; readonly directive: DirectiveRow }
  | { readonly found: 'none' }
  /** One symbol, several issuers or years: ask which. */
  | { readonly found: 'several'; readonly candidates: readonly DirectiveRow[] };
