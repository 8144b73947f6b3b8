/** The draft of a consolidated report: computed from what was accepted below, for a person to edit and hand in. */
import type {
  Actor,
  Cut,
  DateWarning,
  DutyRef,
  FieldValue,
  FittedDraft,
  Form,
  Graded,
  Instant,
  ObligationStatus,
  PlannedPeriod,
  RolledField,
  Text,
} from '../../domain';

export type ConsolidationSource = {
  readonly directive: string;
  readonly symbol: string | null;
  readonly duty: string;
  /** How it is known that these reports answer this duty. */
  readonly grounds: Graded<DutyRef>;
  readonly reason: string;
  readonly linkedBy: Actor;
  readonly warning: DateWarning | null;
  readonly rounds: readonly string[];
  /** Those due after the round above: with both dates, whatever was known when the link was made. */
  readonly dueAfter: readonly {
    readonly round: string;
    readonly below: Instant;
    readonly above: Instant;
  }[];
};

/** Who owed below and has nothing accepted, and of which duty. */
export type MissingBelow = {
  readonly obligation: string;
  readonly unit: string;
  readonly name: Text | null;
  readonly status: ObligationStatus;
  readonly symbol: string | null;
  readonly title: Text;
  readonly period: Text;
};

/** What a report that was consolidated rests on. */
export type RestsOn = {
  readonly obligation: string;
  readonly unit: string;
  readonly name: Text | null;
  readonly submission: number;
  /** As the report recorded it: how many are in it and how many were missing. */
  readonly parts: number;
  readonly missing: number;
  /** Of which instant its draft was; null when it did not say. */
  readonly asOf: Instant | null;
  /** Those missing, by name, as far as they are known. */
  readonly missingUnits: readonly MissingBelow[];
  /** Lists and texts of which it has only the first. */
  readonly cut: readonly (Cut & { readonly label: Text | null })[];
  /** The same of the reports in it that were consolidated themselves. */
  readonly below: readonly RestsOn[];
};

export type TextOfSender = {
  readonly obligation: string;
  readonly unit: string;
  readonly name: Text | null;
  readonly text: string;
};

export type ChangedFigure = {
  readonly field: string;
  readonly label: Text;
  /** Null: the report left it out, or it could not be added up. */
  readonly old: RolledField['value'];
  readonly new: RolledField['value'];
};

/** A report below whose figures were corrected after the one above was made. */
export type CorrectedPart = {
  readonly obligation: string;
  readonly unit: string;
  readonly name: Text | null;
  /** The submission that was rolled up, and the one that counts now. */
  readonly from: number;
  readonly to: number;
  /** When the correction was accepted. */
  readonly at: Instant;
  readonly fields: readonly ChangedFigure[];
  /** Its texts are others. */
  readonly texts: boolean;
};

/** That a report sent above rests on figures corrected since. */
export type CorrectedBelow = {
  /** The report above, and when it was sent. */
  readonly submission: number;
  readonly sentAt: Instant;
  readonly parts: readonly CorrectedPart[];
  /** What the corrected figures add up to, beside what was added up. */
  readonly figures: readonly ChangedFigure[];
};

export type Consolidation = {
  readonly obligation: string;
  readonly round: string;
  readonly unit: string;
  readonly period: PlannedPeriod;
  readonly asOf: Instant;
  /** This round's form: the one to fill in. Null: its duty has none, and figures are shown by that of the reports below. */
  readonly form: Form | null;
  readonly sources: readonly ConsolidationSource[];
  readonly parts: readonly {
    readonly obligation: string;
    readonly unit: string;
    readonly name: Text | null;
    readonly submission: number;
  }[];
  /** Who owed below and has nothing accepted: named, never hidden. */
  readonly missing: readonly MissingBelow[];
  /** Of the parts that were consolidated themselves: how many are in them, who was missing and what was cut. */
  readonly restsOn: readonly RestsOn[];
  readonly fields: readonly RolledField[];
  readonly sections: readonly {
    readonly code: string;
    readonly heading: Text;
    readonly texts: readonly TextOfSender[];
  }[];
  readonly summaries: readonly TextOfSender[];
  /** The figures in full, by this round's form; none without one. */
  readonly values: { readonly [code: string]: FieldValue };
  /** What is handed in unchanged, as far as one report carries it, with what was left out. Null without a form. */
  readonly draft: FittedDraft | null;
  /** Null: nothing was sent yet, or nothing it rests on was corrected. */
  readonly corrected: CorrectedBelow | null;
};
