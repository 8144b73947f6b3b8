/**
 * Policies: effective-dated, scoped, sourced rules (calendars, ladders, due hour, rolling, thresholds).
 * A policy used before its date or outside its scope is an assumption and is listed as one.
 */
import type { Command, Event, LocalDate, Text } from '../kernel';
import type { Classification, RecognitionNorm } from '../recognition/norm';
import type { SubjectKind } from '../commendation/nomination';
import type { StepName } from '../commendation/plan';
import type { Audience, RungKind } from '../round/planned-schedule';

export type LadderRung = {
  readonly id: string;
  readonly kind: RungKind;
  readonly audience: Audience;
  /** Negative before the due time, positive after. Working-day rungs ring at the ladder's `hour`. */
  readonly offset:
    | { readonly workingDays: number }
    | { readonly hours: number }
    | { readonly calendarDays: number };
};

/** One form of commendation or title, who may award it and to whom (Law 06/2022/QH15, Decree 152/2025). */
export type CommendationForm = {
  readonly code: string;
  /** Emulation titles are another list than the forms of commendation (Art 9, 19–20). */
  readonly list: 'form' | 'title';
  readonly name: Text;
  /** Kinds of units that may award it. */
  readonly kinds: readonly string[];
  /** Units that may, whatever their kind. */
  readonly units: readonly string[];
  readonly subjects: readonly SubjectKind[];
  readonly source: string;
  readonly certainty: 'sure' | 'unverified';
};

export const SHORTLIST_CRITERIA = [
  'onTime',
  'late',
  'unfinishedLate',
  'recognised',
  'models',
  'indicators',
] as const;
export type ShortlistCriterion = (typeof SHORTLIST_CRITERIA)[number];

export type PolicyValue =
  | { readonly kind: 'ladder'; readonly hour: string; readonly rungs: readonly LadderRung[] }
  | RecognitionNorm
  | Classification
  | { readonly kind: 'dueHour'; readonly hour: string }
  | { readonly kind: 'rolling'; readonly roll: 'forward' | 'keep' | 'back' }
  | { readonly kind: 'bound'; readonly before: 'strict' | 'inclusive' }
  /** The closing system a regime of reports follows: 15th to 14th (Decree 09/2019 Art 12). */
  | { readonly kind: 'closing'; readonly system: 'closing15' }
  | { readonly kind: 'opening'; readonly calendarDaysBeforeDue: number; readonly hour: string }
  /** By when the file of a finished work goes to the agency's archive, counted from its end or from the end of its year. */
  | {
      readonly kind: 'archive';
      readonly years: number;
      readonly from: 'workEnd' | 'yearEnd';
      /** How many calendar days before the last day the clerk is reminded, at `hour`. */
      readonly remindCalendarDaysBefore: number;
      readonly hour: string;
    }
  | { readonly kind: 'commendationForms'; readonly forms: readonly CommendationForm[] }
  | {
      readonly kind: 'commendationSteps';
      /** Id of the ladder that reminds before and escalates after each deadline. */
      readonly ladder: string;
      /** Working days for each step; `decisionWithOpinions` when somebody's opinion is asked first. */
      readonly workingDays: { readonly [step in StepName | 'decisionWithOpinions']: number };
      /** Kinds of papers without which a dossier is not complete. */
      readonly documents: readonly string[];
    }
  | {
      readonly kind: 'shortlist';
      /** Points for a whole share of 100 %; negative takes away. */
      readonly weights: readonly {
        readonly criterion: ShortlistCriterion;
        readonly points: number;
      }[];
    }
  | {
      /** By when the dossier of a thematic award is nominated, counted from the achievement (Decree 152/2025). */
      readonly kind: 'thematicDossier';
      readonly calendarDays: number;
      readonly late: 'refuse' | 'warn';
    }
  | {
      /** Without valid recognition no award by merit: of whoever registered, and of these kinds of units in any case. */
      readonly kind: 'recognitionBar';
      readonly obliged: readonly string[];
    }
  | {
      readonly kind: 'thresholds';
      readonly bands: readonly {
        readonly below: number;
        readonly code: string;
        readonly text: Text;
      }[];
    };

export type PolicyKind = PolicyValue['kind'];

/**
 * What laws, decrees and circulars say, whoever it is for: who may award what, by when a thematic dossier is nominated, how
 * units are recognised. Other kinds an office may set for itself.
 */
export const LAW_OF_STATE: readonly PolicyKind[] = [
  'commendationForms',
  'thematicDossier',
  'recognitionNorm',
];

/** Whose rule it is and for whom: null means everybody. */
export type PolicyScope = {
  readonly issuer: string | null;
  readonly documentTypes: readonly string[] | null;
};

export type Policy = {
  readonly id: string;
  readonly version: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly scope: PolicyScope;
  readonly source: string;
  readonly text: Text;
  readonly value: PolicyValue;
};

export type PolicyState = {
  readonly id: string;
  readonly versions: readonly Policy[];
  readonly withdrawnOn: LocalDate | null;
};

export type PolicyCommand =
  | Command<'AdoptPolicy', Omit<Policy, 'version'>>
  | Command<'WithdrawPolicy', { id: string; on: LocalDate; reason: string }>
  | Command<'WakeUp', Record<string, never>>;

export type PolicyEvent =
  | Event<'PolicyAdopted', Policy>
  | Event<'PolicyWithdrawn', { id: string; on: LocalDate; reason: string }>;

/** One day that differs from the week's rule, as recorded. */
export type CalendarDayRecord = {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'dayOff' | 'workingDay';
  readonly name: Text;
  readonly source: string;
  readonly certainty: 'sure' | 'unsure';
};

export type CalendarState = {
  readonly id: string;
  readonly revision: number;
  readonly years: { readonly [year: string]: readonly CalendarDayRecord[] };
};

export type CalendarCommand =
  | Command<
      'AdoptCalendarYear',
      { calendar: string; year: number; days: readonly CalendarDayRecord[]; source: string }
    >
  | Command<'WakeUp', Record<string, never>>;

export type CalendarEvent = Event<
  'CalendarYearAdopted',
  {
    calendar: string;
    year: number;
    days: readonly CalendarDayRecord[];
    source: string;
    revision: number;
  }
>;
