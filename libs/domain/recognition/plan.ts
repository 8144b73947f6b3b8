/** What the way in attaches to a command about recognition: the norm in force on its day, and the days it makes of it. */
import type { Assumption } from '../directive/plan';
import type { Instant, LocalDate, Text } from '../kernel';
import type { Remit } from '../remit';
import type { DerivationStep } from '../round/planned-schedule';
import type {
  ChecklistItem,
  ClassificationLevel,
  Exclusion,
  RecognitionSubjectKind,
  SubjectTrait,
} from './norm';

/** `recognition-norm/tt-124-2021@1` and the circular it is. */
export type NormName = { readonly policy: string; readonly symbol: string };

/** On the first two units are reminded of what they have not done yet; on the others the body hears how things stand. */
export const RECOGNITION_DAYS = [
  'registrationReminder',
  'dossierReminder',
  'registrationEnds',
  'decisionDue',
  'decisionOverdue',
] as const;

export type RecognitionDay = (typeof RECOGNITION_DAYS)[number];

/** A day of the year on which somebody hears of a last day: before it, on it, or after it. */
export type RecognitionDeadline = {
  readonly what: RecognitionDay;
  readonly kinds: readonly RecognitionSubjectKind[];
  /** The last day in time. */
  readonly last: LocalDate;
  readonly at: Instant;
  /** Why it is that day: the norm, how "before" is read, the ladder. Absent, as the norm is, in entries that are older. */
  readonly derivation?: readonly DerivationStep[];
  readonly norm?: NormName;
};

export type RecognitionWindow = { readonly first: LocalDate | null; readonly last: LocalDate };
export type DecisionWindow = RecognitionWindow & {
  readonly kind: RecognitionSubjectKind;
  /** The end of the time assessed: until then a dossier is still awaited. */
  readonly assessedUntil?: LocalDate;
};

/** Until when subjects of some kinds are assessed, with its reasons. */
export type Assessment = Pick<RecognitionDeadline, 'kinds' | 'last' | 'derivation'>;

/** A body whose kind is of no level that decides; without levels, one under which nobody stands. */
export type BodyWithoutPower = {
  readonly unit: string;
  readonly kind: string;
  readonly levels: readonly string[];
};

/** A unit whose kind the norm excludes, or names for other kinds of subject than the one it is registered as. */
export type MisfitUnit = {
  readonly unit: string;
  readonly kind: string;
  readonly unitKind: string;
  readonly excluded?: { readonly trait: SubjectTrait; readonly text: Text };
  /** As what the norm takes such a unit; empty: it names none, and others for this kind. */
  readonly fits?: readonly RecognitionSubjectKind[];
};

/** Which level of the norm decides: null where the norm, as we hold it, does not tell the level of such a unit. */
export type DelegationPlan = {
  readonly allowed: boolean | null;
  readonly oneLevel: boolean;
  /** Of the two bodies, the one that is of no level of the norm in force. */
  readonly noLevel?: BodyWithoutPower;
};

export type RecognitionPlan = {
  readonly norm: NormName;
  readonly assumptions: readonly Assumption[];
  /** The actor's unit and those above it, on that day. */
  readonly line: readonly string[];
  /** Units that ended and whose heir is one of `line`, as far as the command concerns them. Absent: none. */
  readonly inherits?: readonly string[];
  /** Who acts for the body of the year, which has ended. Absent: it does so itself. */
  readonly bodysHeir?: string;
  /** Who stands above the unit that is registered or whose dossier is handed in, the nearest first. */
  readonly above?: readonly string[];
  /** Of what is told of a year: who stands above its body. */
  readonly remit?: Remit;
  /** The body of the year, where it may recognise nobody. Absent: it may, or the command does not ask. */
  readonly noPower?: BodyWithoutPower;
  /** The first unit that is named as a kind of subject that it is not. Absent: none, as far as the norm says. */
  readonly misfit?: MisfitUnit;
  /** Null, here and below: our copy of the norm does not have it. */
  readonly registration?: RecognitionWindow | null;
  readonly kinds?: readonly RecognitionSubjectKind[] | null;
  readonly excluded?: readonly Exclusion[] | null;
  readonly deadlines?: readonly RecognitionDeadline[];
  readonly checklist?: readonly ChecklistItem[] | null;
  /** The words of the checklist by item, as far as an entry holds them. */
  readonly words?: { readonly [item: string]: Text };
  readonly decisions?: readonly DecisionWindow[] | null;
  readonly assessments?: readonly Assessment[];
  readonly delegation?: DelegationPlan;
};

/** Levels come from the body's own policy; none adopted, no plan. */
export type ClassificationPlan = {
  readonly policy: string;
  readonly levels: readonly ClassificationLevel[];
  readonly line: readonly string[];
};
