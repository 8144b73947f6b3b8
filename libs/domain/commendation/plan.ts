/** What the way in attaches to a command on a commendation: the deadline of the step it begins, who may award, who is barred. */
import type { LocalDate, Text } from '../kernel';
import type { Assumption } from '../directive/plan';
import type { Bar } from '../bars/types';
import type { Merit } from './nomination';
import type { PlannedSchedule } from '../round/planned-schedule';

/** Each is owed by somebody within working days of a policy. */
export const STEPS = ['dossier', 'appraisal', 'decision', 'conferral', 'announcement'] as const;
export type StepName = (typeof STEPS)[number];

export type PlannedStep = {
  readonly step: StepName;
  /** Who owes the step. */
  readonly responsible: string;
  readonly superior: string | null;
  readonly schedule: PlannedSchedule;
};

/** What the record held of one piece of evidence when the nomination came in, in the order of the nomination. */
export type FoundEvidence = {
  readonly known: boolean;
  /** Of an award: its status and how it was won, as its own stream has them; null when it does not say. */
  readonly award: { readonly status: string; readonly merit: Merit | null } | null;
  /** Of a recognition: whose it is and how it stands. Absent of all others, and where nobody looked. */
  readonly recognition?: { readonly unit: string; readonly status: string };
};

/** The days for the dossier of a thematic award, by the policy in force; who is late is refused or warned. */
export type ThematicRule = {
  readonly calendarDays: number;
  /** The last day in time, counted from the day of the achievement; null while that day is not told. */
  readonly last: LocalDate | null;
  readonly late: 'refuse' | 'warn';
  readonly today: LocalDate;
  readonly policy: string;
  readonly source: string;
};

/** What the list of forms in force on a day says of the form and of the body that is to award it. */
export type Power = {
  readonly form: string;
  readonly name: Text;
  readonly on: LocalDate;
  readonly body: string;
  readonly has: boolean;
  /** Kinds of units and units that may award it. */
  readonly holders: readonly string[];
  /** Kinds of subject the form is for. */
  readonly subjects: readonly string[];
  /** `commendation-forms@1`, with its source. */
  readonly policy: string;
  readonly source: string;
};

export type StepPlan = {
  readonly deadline: PlannedStep | null;
  readonly power: Power | null;
  /** Bars of units that hold on the day, of the units nominated. */
  readonly bars: readonly Bar[];
  /** Kinds of papers a dossier must have. */
  readonly documents: readonly string[];
  /** Of a nomination; absent where nobody looked: recorded before references were checked. */
  readonly evidence?: readonly FoundEvidence[];
  /** Of a thematic nomination that states its day; absent when no rule is in force. */
  readonly thematic?: ThematicRule;
  readonly assumptions: readonly Assumption[];
};

export type HeldStepPlan = { readonly schedule: PlannedSchedule };
