/** What is told of recognition: a body's year with its rate and target, its subjects, and results known from elsewhere. */
import type {
  Actor,
  Bound,
  ChecklistItem,
  RecognitionDeadline,
  Dossier,
  Graded,
  Instant,
  KnownResult,
  LocalDate,
  MissingDossier,
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
  /** Whose result it is, by name. */
  readonly byName: Text | null;
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
  /** The day of its entry; null: an older entry does not say. */
  readonly enteredOn: LocalDate | null;
  /** The unit itself gave an earlier date: it is judged by the day of its entry. */
  readonly ownStatement: boolean;
  readonly registration: Timeliness;
  readonly norm: NormName;
  readonly dossier:
    | (Pick<Dossier, 'date' | 'answers' | 'documents'> & {
        readonly happened: readonly string[];
        readonly unfulfilled: readonly string[];
        /** Answered as fulfilled, while the record shows otherwise. Absent in older rows, and so is its norm. */
        readonly contradicted?: readonly string[];
        readonly norm?: NormName;
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
  /** Null where it was not revoked, and in older rows. */
  readonly revocation: {
    readonly date: LocalDate;
    readonly reason: string;
    readonly actor: Actor;
    readonly unitName: Text | null;
  } | null;
  /** Not met for want of a dossier, and what shows it. */
  readonly noDossier: Omit<MissingDossier, 'unit'> | null;
  /** The heir that handed its dossier in, when it had ended. */
  readonly handedInBy: string | null;
  /** When it was reminded that its dossier is missing; null when it had ended by then. */
  readonly remindedAt: Instant | null;
  /** Other bodies with which it has registered for the same year: it counts once. */
  readonly elsewhere: readonly { readonly authority: string; readonly name: Text | null }[];
  readonly ended: EndedUnit | null;
};

/** What became of a unit that has ended since. */
export type EndedUnit = {
  readonly on: LocalDate;
  readonly how: 'merged' | 'split' | 'dissolved';
  readonly successors: readonly string[];
  /** Who stands for it now; null: several took over, or nobody, and none is named. */
  readonly heir: string | null;
  readonly heirName: Text | null;
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
  /** Null: not yet, or it had registered, or ended, by then. */
  readonly remindedAt: Instant | null;
  readonly ended: EndedUnit | null;
};

/** What is long in it has pages of its own: its subjects, whom it called upon, and classifications. */
export type RecognitionDetail = RecognitionYearRow & {
  readonly delegation: {
    readonly to: string;
    readonly toName: Text | null;
    readonly date: LocalDate;
    readonly reason: string;
  } | null;
  readonly standingBody: string | null;
  readonly standingBodyName: Text | null;
  readonly deadlines: readonly RecognitionDeadlineRow[];
  /** The checklists that the dossiers answer, in words. */
  readonly checklists: readonly RecognitionChecklist[];
};

export type RecognitionChecklist = {
  /** `recognition-norm/tt-124-2021@1` */
  readonly policy: string;
  readonly items: readonly ChecklistItem[];
};
