/** A notice about a commendation, as plain data: which step is owed by whom and till when. Persons are counted, never named. */
import type { CommendationStatus, Instant, StepName, Text } from '../domain';
import type { ComingRung, DaysLeft, Due } from './notice';

export type CommendationFacts = {
  readonly stream: string;
  readonly form: Text;
  readonly awardingBody: Text;
  readonly nominatedBy: Text;
  /** How many of each kind. */
  readonly individuals: number;
  readonly collectives: number;
  readonly households: number;
};

export type CommendationBody =
  | { readonly kind: 'stepBegun'; readonly step: StepName; readonly reason: string | null }
  | {
      readonly kind: 'stepReminder';
      readonly step: StepName;
      readonly daysLeft: DaysLeft;
      readonly overdue: boolean;
    }
  | {
      readonly kind: 'stepEscalation';
      readonly step: StepName;
      readonly daysLeft: DaysLeft;
      readonly responsible: Text;
    }
  /** Asked before the decision; `daysLeft` null: it is asked only now. */
  | { readonly kind: 'opinionAsked'; readonly daysLeft: DaysLeft | null }
  | {
      readonly kind: 'commendationOutcome';
      readonly status: CommendationStatus;
      readonly reason: string | null;
    };

export type CommendationNotice = {
  readonly about: string;
  readonly entry: string;
  readonly instant: Instant;
  readonly unit: string;
  readonly unitName: Text;
  /** The unit that had it before this one took over. */
  readonly former?: Text;
  readonly commendation: CommendationFacts;
  readonly due: Due | null;
  readonly coming: readonly ComingRung[];
  readonly body: CommendationBody;
};
