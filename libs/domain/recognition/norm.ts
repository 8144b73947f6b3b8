/**
 * The norm by which units are recognised as "An toàn về an ninh, trật tự", as policy data: nothing of it is code, so a
 * circular that replaces another applies from its own date. What we do not hold of a circular is `notInCopy`.
 */
import type { Graded, Text } from '../kernel';

export const SUBJECT_KINDS = [
  'residentialArea',
  'commune',
  'agency',
  'enterprise',
  'educationalInstitution',
] as const;

/** Khu dân cư; xã, phường, đặc khu; cơ quan; doanh nghiệp; cơ sở giáo dục. */
export type RecognitionSubjectKind = (typeof SUBJECT_KINDS)[number];

export const SUBJECT_TRAITS = [
  'armedForces',
  'smallOrMicroEnterprise',
  'primaryOrPreSchool',
] as const;

/** What may keep a subject of its kind out (TT 124/2021/TT-BCA Điều 1 khoản 2). */
export type SubjectTrait = (typeof SUBJECT_TRAITS)[number];

/** A day of any year: `03-31`. */
export type MonthDay = string;

export type Span = { readonly from: MonthDay; readonly to: MonthDay };

/** A window whose first day comes later in the year than its last began the year before. */
export type SubjectRule = {
  readonly kind: RecognitionSubjectKind;
  readonly assessment: Span;
  /** "Trước ngày 15/11": whether that day itself is in time is the policy `bound`'s to say. */
  readonly decisionBefore: MonthDay;
  /** The kinds of unit that are such subjects, as the organisation names them, and are no others. Absent: not stated. */
  readonly unitKinds?: readonly string[] | undefined;
};

export type Exclusion = {
  readonly kind: RecognitionSubjectKind;
  readonly trait: SubjectTrait;
  readonly text: Text;
  /** The kinds of unit that have the trait, whatever the registration says of it. Absent: it is as the registration says. */
  readonly unitKinds?: readonly string[] | undefined;
};

/** How an item is answered: an event that must not happen, a thing done or not, or a share that must be reached. */
export type ChecklistMeasure =
  | { readonly kind: 'zeroTolerance' }
  | { readonly kind: 'fulfilled' }
  | { readonly kind: 'share'; readonly atLeastPercent: number };

export type ChecklistItem = {
  readonly code: string;
  readonly kinds: readonly RecognitionSubjectKind[];
  readonly text: Text;
  readonly measure: ChecklistMeasure;
  readonly source: string;
  /** What of the record shows it: an answer that the record contradicts counts as not fulfilled. Absent: nothing does. */
  readonly shownBy?: 'registration' | undefined;
};

export type DecidingLevel = {
  readonly code: string;
  readonly name: Text;
  /** The kinds of unit that are of this level, as the organisation names them; absent: a unit's level cannot be told. */
  readonly unitKinds?: readonly string[];
};

export type RecognitionNorm = {
  readonly kind: 'recognitionNorm';
  /** `124/2021/TT-BCA`, with what amends it where that counts. */
  readonly symbol: string;
  readonly subjects: Graded<readonly SubjectRule[]>;
  readonly excluded: Graded<readonly Exclusion[]>;
  readonly registration: Graded<Span>;
  readonly checklist: Graded<readonly ChecklistItem[]>;
  /** Who decides, from the lowest level to the highest. */
  readonly levels: Graded<readonly DecidingLevel[]>;
  /** Whether the body that decides may let the one a level below decide. */
  readonly oneLevelDelegation: Graded<boolean>;
};

export type ClassificationLevel = { readonly code: string; readonly text: Text };

/** The levels of a classification (phân loại): no directive states any, so there are none until a house adopts some. */
export type Classification = {
  readonly kind: 'classification';
  readonly levels: readonly ClassificationLevel[];
};
