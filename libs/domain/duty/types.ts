/**
 * A duty: what a directive asks of its addressees (acknowledge, plan, report every period …).
 * A duty opens rounds; a value that is not stated and not decided opens none and is named as missing.
 */
import type { Graded, LocalDate, Text } from '../kernel';

export type DutyKind =
  | 'acknowledge'
  | 'plan'
  | 'periodicReport'
  | 'reportOnRequest'
  | 'review'
  | 'inspection'
  | 'milestone';

/** Who owes: named units, or a role class that is expanded to units at the opening of each round. */
export type Who =
  | { readonly kind: 'units'; readonly units: readonly string[] }
  | {
      readonly kind: 'class';
      readonly roleClasses: readonly string[];
      readonly except?: readonly string[];
    };

/** How often. `once` opens one round at issue; `onRequest` opens one per request. */
export type Cadence =
  | { readonly kind: 'once' }
  | { readonly kind: 'onRequest' }
  | {
      readonly kind: 'every';
      readonly period: 'week' | 'month' | 'quarter' | 'half' | 'nineMonths' | 'year';
      /** `closing15`: 15th to 14th (Decree 09/2019 Art 12); `calendar`: plain periods. */
      readonly system: 'closing15' | 'calendar';
    }
  /** Counted from the duty's `anchor`. */
  | { readonly kind: 'everyMonths'; readonly months: number };

export type DueRule =
  | {
      readonly kind: 'workingDaysAfter';
      readonly from: 'issue' | 'closing' | 'request';
      readonly days: number;
    }
  | {
      readonly kind: 'calendarDaysAfter';
      readonly from: 'issue' | 'closing' | 'request';
      readonly days: number;
    }
  | { readonly kind: 'hoursAfter'; readonly from: 'request'; readonly hours: number }
  | { readonly kind: 'dayOfLastMonth'; readonly day: number }
  | { readonly kind: 'yearlyDate'; readonly month: number; readonly day: number }
  | { readonly kind: 'fixedDate'; readonly date: LocalDate }
  | { readonly kind: 'periodEnd' };

export type Duty = {
  /** Short and stable inside its directive: `ack`, `plan`, `report`. Part of round ids. */
  readonly id: string;
  readonly kind: DutyKind;
  readonly title: Text;
  /** The key of the task this duty comes from, `III.3`; null when it is the directive's as a whole. */
  readonly task: string | null;
  readonly owes: Graded<Who>;
  /** Receivers, one or several unit ids. */
  readonly to: Graded<readonly string[]>;
  /** The channel a deliverable passes through (`qua phòng PV28`): it receives, it does not consolidate. */
  readonly via: Graded<string> | null;
  readonly cadence: Graded<Cadence>;
  readonly due: Graded<DueRule>;
  /** The day from which `everyMonths` counts: a text may say how often and not since when. */
  readonly anchor?: Graded<LocalDate>;
  /** `before` is `trước ngày D`: exclusive in strict mode (a policy decides). */
  readonly bound: 'inclusive' | 'before';
  /** Id of a ladder policy; null takes the ladder in force for the scope. */
  readonly ladder: string | null;
  /** Whether a submission is accepted by itself (an acknowledgement) or by its receiver. */
  readonly acceptance: 'automatic' | 'byReceiver';
};

/** The values without which a duty opens no round; one that repeats every so many months needs its anchor too. */
export const DUTY_VALUES = ['owes', 'to', 'cadence', 'due'] as const;
export type DutyValue = (typeof DUTY_VALUES)[number] | 'anchor';
