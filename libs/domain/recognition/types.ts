/**
 * One body that decides, one calendar year: who registered, what each dossier answers, what was proposed and decided.
 * Names of persons stand in none of it. Every event names the norm in force on the day it speaks of.
 */
import type { Source } from '../directive/draft';
import type { Assumption } from '../directive/plan';
import type { Command, Event, Graded, Instant, LocalDate, Text } from '../kernel';
import type { RecognitionSubjectKind, SubjectTrait } from './norm';
import type { RecognitionDeadline, NormName } from './plan';
import type { Bound, RecognitionShare } from './share';

/** Of a subject that is there; `none` before. */
export const SUBJECT_STATUSES = [
  'registered',
  'submitted',
  'returned',
  'appraised',
  'met',
  'notMet',
  'revoked',
] as const;

export type SubjectStatus = 'none' | (typeof SUBJECT_STATUSES)[number];

export type Proposal = 'met' | 'notMet';

/** An answer to one item of the checklist, with what shows it. */
export type Answer = {
  readonly item: string;
  readonly answer:
    | { readonly kind: 'zeroTolerance'; readonly happened: boolean }
    | { readonly kind: 'fulfilled'; readonly fulfilled: boolean }
    | { readonly kind: 'share'; readonly reached: number; readonly of: number };
  readonly evidence: string;
};

export type RecognitionDocument = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/** Whether a day lies in the norm's window. `notJudged`: our copy of the norm has no such window. */
export type Timeliness = {
  readonly judged: 'inTime' | 'early' | 'late' | 'notJudged';
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
};

export type RecognitionSubject = {
  readonly kind: RecognitionSubjectKind;
  readonly status: SubjectStatus;
  /** Items of zero tolerance that the dossier says happened: with one of them there is no recognition. */
  readonly happened: readonly string[];
  readonly proposal: Proposal | null;
  /** Of the dossier, once. */
  readonly reminded: boolean;
  /** The date of its last step: the next is not dated before it. */
  readonly on: LocalDate;
  /** Registered after the norm's window. Absent: it was not. */
  readonly late?: true;
  /** Other items that the dossier does not fulfil: a recognition is possible, and said to be against them. Absent: none. */
  readonly unfulfilled?: readonly string[];
};

/** An item of the checklist that a dossier does not fulfil, in the norm's words. */
export type FailedItem = { readonly item: string; readonly text: Text };

/** How many are recognised though their dossiers do not fulfil an item. */
export type AgainstItem = {
  readonly item: string;
  /** Null: the words stand in the norm. */
  readonly text: Text | null;
  readonly units: number;
};

/** Whom the body calls upon to register; nobody else is known to be missing. */
export type CalledUnit = { readonly unit: string; readonly kind: RecognitionSubjectKind };

export type RecognitionState = {
  readonly subjects: { readonly [unit: string]: RecognitionSubject };
  /** `reminded`: of the registration, once. */
  readonly called: {
    readonly [unit: string]: {
      readonly kind: RecognitionSubjectKind;
      readonly reminded: boolean;
    };
  };
  /** Who appraises and hears of the days beside the body; null: no call has named it. */
  readonly standingBody: string | null;
  /** To come, the earliest first. */
  readonly deadlines: readonly RecognitionDeadline[];
  /** Those that were reached, by {@link deadlineKey}. */
  readonly reached: readonly string[];
  readonly delegatedTo: string | null;
};

type Dated = { readonly date: LocalDate };
type OfUnit = { readonly unit: string } & Dated;

export type Registration = OfUnit & {
  readonly kind: RecognitionSubjectKind;
  readonly trait: SubjectTrait | null;
  /** The plan in which the unit registers to strive for the standard: symbol and date as it has them. */
  readonly reference: string;
};

/** The body begins its year: whom it calls upon, by which document, and who follows it up. */
export type RegistrationCall = Dated & {
  readonly units: readonly CalledUnit[];
  readonly standingBody: string | null;
  readonly reference: string;
};

export type Dossier = OfUnit & {
  readonly answers: readonly Answer[];
  readonly documents: readonly RecognitionDocument[];
};

export type NotMet = { readonly unit: string; readonly reason: string };

type Ruling = Dated & {
  readonly number: string;
  readonly met: readonly string[];
  readonly notMet: readonly NotMet[];
};

/** One decision on paper may be recorded in several parts: the same number and date, each unit once. */
export type RecognitionRuling = Ruling & {
  /** Not met because no dossier came, or none came back after a return. Absent in older commands. */
  readonly noDossier?: readonly string[];
};

/** What shows that a dossier is missing: where the unit stood, and the last day, which has passed; null: not in our copy. */
export type MissingDossier = {
  readonly unit: string;
  readonly status: 'registered' | 'returned';
  readonly last: LocalDate | null;
};

/** A result known from elsewhere, as it is told: a bound stays a bound, and no percentage is made of it. */
export type KnownResult = {
  /** Of which kinds of subject; null: of all that the source means. */
  readonly kinds: readonly RecognitionSubjectKind[] | null;
  readonly result: Graded<RecognitionShare>;
  /** Whose result it is. */
  readonly by: Graded<string>;
  readonly source: Source | null;
  /** The directive under which it is told. */
  readonly directive: string | null;
};

export type TargetData = { readonly target: Graded<Bound>; readonly directive: string | null };

export type RecognitionCommand =
  | Command<'CallForRegistration', RegistrationCall>
  | Command<'RegisterForRecognition', Registration>
  | Command<'SubmitRecognitionDossier', Dossier>
  | Command<'AppraiseRecognitionDossier', OfUnit & { proposal: Proposal; reasons: string }>
  | Command<'ReturnRecognitionDossier', OfUnit & { reason: string }>
  | Command<'DecideRecognition', RecognitionRuling>
  | Command<'DelegateRecognition', Dated & { to: string; reason: string }>
  | Command<'RevokeRecognition', OfUnit & { reason: string }>
  | Command<'RecordRecognitionResult', KnownResult>
  | Command<'SetRecognitionTarget', TargetData>
  | Command<'ClassifyUnit', OfUnit & { level: string; reason: string }>
  | Command<'WakeUp', Record<string, never>>;

export type RecognitionCommandType = RecognitionCommand['type'];

type Of<T extends RecognitionCommandType> = Extract<RecognitionCommand, { type: T }>['data'];

/** In which body's year, by which norm, on which assumptions. */
export type UnderNorm = {
  readonly authority: string;
  readonly year: number;
  readonly norm: NormName;
  readonly assumptions: readonly Assumption[];
};

export type RecognitionEvent =
  | Event<
      'RegistrationCalled',
      RegistrationCall & UnderNorm & { deadlines: readonly RecognitionDeadline[] }
    >
  | Event<
      'RecognitionRegistered',
      Registration &
        UnderNorm & {
          timeliness: Timeliness;
          deadlines: readonly RecognitionDeadline[];
          /** The day of the offices on which it was entered. Absent in older entries. */
          enteredOn?: LocalDate;
          /** The unit itself gives an earlier date than that of its entry: it is judged by the day of the entry. */
          ownStatement?: true;
        }
    >
  | Event<
      'RecognitionDossierSubmitted',
      Dossier &
        UnderNorm & {
          happened: readonly string[];
          unfulfilled: readonly string[];
          /** Those of `unfulfilled` that it answers as fulfilled, while the record shows otherwise. Absent: none. */
          contradicted?: readonly string[];
          /** All that failed, in words. Absent in older entries, where nothing did, and where the words are too long. */
          failed?: readonly FailedItem[];
          /** Who handed it in for a unit that has ended: its heir. */
          heir?: string;
        }
    >
  | Event<
      'RecognitionDossierAppraised',
      Of<'AppraiseRecognitionDossier'> &
        UnderNorm & {
          /** Proposed as met all the same. Absent: none. */
          unfulfilled?: readonly string[];
        }
    >
  | Event<
      'RecognitionDossierReturned',
      Of<'ReturnRecognitionDossier'> &
        UnderNorm & {
          /** Until when it is assessed; null: not in our copy of the norm. Absent in older entries. */
          due?: Pick<RecognitionDeadline, 'last' | 'derivation'> | null;
        }
    >
  | Event<
      'RecognitionDecided',
      Ruling &
        UnderNorm & {
          /** Absent in older entries. */
          noDossier?: readonly MissingDossier[];
          /** The body itself, or the one it let decide. */
          by: string;
          timeliness: readonly (Timeliness & { readonly kind: RecognitionSubjectKind })[];
          /** How many were decided otherwise than the standing body proposed. */
          otherwise: number;
          /** Recognised against the checklist. Absent: nobody. */
          against?: readonly AgainstItem[];
        }
    >
  | Event<'RecognitionDelegated', Of<'DelegateRecognition'> & UnderNorm>
  | Event<'RecognitionRevoked', Of<'RevokeRecognition'> & UnderNorm>
  | Event<'RecognitionResultRecorded', KnownResult & UnderNorm>
  | Event<'RecognitionTargetSet', TargetData & UnderNorm>
  | Event<
      'UnitClassified',
      Of<'ClassifyUnit'> & { authority: string; year: number; policy: string; levelText: Text }
    >
  /** These units hear, once, what they have not done yet. Of many there are several such entries. */
  | Event<
      'RecognitionReminded',
      RecognitionDeadline & {
        authority: string;
        year: number;
        units: readonly string[];
        /** Who is to hear the answer, beside the body. */
        standingBody: string | null;
        /** When it was really issued: after an outage later than planned. */
        issuedAt: Instant;
      }
    >
  | Event<
      'RecognitionDeadlineReached',
      RecognitionDeadline & {
        authority: string;
        year: number;
        registered: number;
        undecided: number;
        /**
         * Of the kinds that the deadline is for: who registered, who is undecided, or who was reminded. At most 300.
         */
        units: readonly string[];
        /** How many more there are than `units` names. */
        more: number;
        /** Who is to hear of it: the body, its standing body, and the one it let decide. */
        told: readonly string[];
        /** Who was called upon and has not registered: how many, and at most 300 of them. Absent in older entries. */
        unregistered?: { readonly count: number; readonly units: readonly string[] };
        issuedAt?: Instant;
      }
    >;

export function deadlineKey({ what, at }: { what: string; at: Instant }): string {
  return `${what} ${at}`;
}
