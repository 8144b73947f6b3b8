/** What is told of recognition: a body's year with its rate and target, its subjects, and results known from elsewhere. */
import type {
  Bound,
  RecognitionDeadline,
  Dossier,
  Graded,
  Instant,
  KnownResult,
  LocalDate,
  NormName,
  Proposal,
  RecognitionSubjectKind,
  SubjectStatus,
  SubjectTrait,
  Text,
  Timeliness,
} from '../../domain';

export type RecognitionRate = {
  readonly met: number;
  /** Registered, whatever became of them. */
  readonly of: number;
  /** Hundredths of a percent; null when nobody registered: then there is no value. */
  readonly basisPoints: number | null;
};

export type RecognitionResultRow = Pick<KnownResult, 'kinds' | 'result' | 'by' | 'source'> & {
  readonly directive: string | null;
  readonly norm: NormName;
  readonly recordedAt: Instant;
  /** Whether it settles the year's target: null where there is none, or where what is told leaves it open. */
  readonly reached: boolean | null;
};

export type RecognitionYearRow = {
  readonly authority: string;
  readonly authorityName: Text | null;
  readonly year: number;
  readonly counts: {
    readonly registered: number;
    readonly met: number;
    readonly notMet: number;
    readonly revoked: number;
    readonly undecided: number;
    readonly registeredLate: number;
    readonly decidedLate: number;
  };
  readonly rate: RecognitionRate;
  readonly target: Graded<Bound> | null;
  /** Null without a target, and without anybody registered. Of everybody registered: the undecided are not recognised yet. */
  readonly reached: boolean | null;
  readonly results: readonly RecognitionResultRow[];
};

export type RecognitionSubjectRow = {
  readonly unit: string;
  readonly name: Text | null;
  readonly kind: RecognitionSubjectKind;
  readonly trait: SubjectTrait | null;
  readonly status: SubjectStatus;
  readonly reference: string;
  readonly registeredOn: LocalDate;
  readonly registration: Timeliness;
  readonly norm: NormName;
  readonly dossier:
    | (Pick<Dossier, 'date' | 'answers' | 'documents'> & {
        readonly happened: readonly string[];
        readonly unfulfilled: readonly string[];
      })
    | null;
  readonly proposal: Proposal | null;
  readonly reasons: string | null;
  readonly decidedOn: LocalDate | null;
  readonly decisionNumber: string | null;
  readonly decisionBy: string | null;
  readonly decision: Timeliness | null;
  /** Decided against what was proposed. */
  readonly otherwise: boolean | null;
  /** Why not met, or why revoked. */
  readonly reason: string | null;
  /** When it was reminded that its dossier is missing. */
  readonly remindedAt: Instant | null;
};

export type ClassificationRow = {
  readonly unit: string;
  readonly name: Text | null;
  readonly level: string;
  readonly levelText: Text;
  readonly policy: string;
  readonly classifiedOn: LocalDate;
  readonly reason: string;
};

/** A last day; all of it is null while it is to come. */
export type RecognitionDeadlineRow = RecognitionDeadline & {
  readonly registered: number | null;
  readonly undecided: number | null;
  /** Who registered by the last day to register; who was undecided on the last day to decide; who was reminded. */
  readonly units: readonly string[] | null;
  readonly more: number | null;
  /** Who had been called upon and had not registered. */
  readonly unregistered: { readonly count: number; readonly units: readonly string[] } | null;
};

/** Whom the body called upon to register. */
export type RecognitionCalledRow = {
  readonly unit: string;
  readonly name: Text | null;
  readonly kind: RecognitionSubjectKind;
  readonly calledOn: LocalDate;
  readonly reference: string;
  readonly registered: boolean;
  /** Null: not yet, or it had registered by then. */
  readonly remindedAt: Instant | null;
};

export type RecognitionDetail = RecognitionYearRow & {
  readonly delegation: {
    readonly to: string;
    readonly date: LocalDate;
    readonly reason: string;
  } | null;
  readonly standingBody: string | null;
  readonly deadlines: readonly RecognitionDeadlineRow[];
  readonly called: readonly RecognitionCalledRow[];
  readonly subjects: readonly RecognitionSubjectRow[];
  readonly classifications: readonly ClassificationRow[];
};
