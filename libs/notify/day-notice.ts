/**
 * A notice about a day that a norm sets, outside any round: of a year of recognition, or of the archive of a concluded
 * directive. Whom it concerns is told why the day is that day and what to do.
 */
import type { Instant, LocalDate, Text } from '../domain';
import type { DaysLeft, Due } from './notice';

export type DaySubject =
  | {
      readonly kind: 'recognition';
      readonly authority: Text;
      readonly year: number;
      /** Of the circular; null in what was planned before that was recorded. */
      readonly norm: string | null;
      readonly standingBody: Text | null;
    }
  | {
      readonly kind: 'directive';
      readonly symbol: string;
      readonly date: LocalDate | null;
      readonly issuer: Text;
      readonly abstract: string | null;
      /** Where the term comes from. */
      readonly source: string;
    };

type Listed = {
  readonly registered: number;
  readonly units: readonly Text[];
  /** How many more than `units` names. */
  readonly more: number;
};

export type DayBody =
  /** Called upon and not registered; registered and no dossier. */
  | { readonly kind: 'toRegister'; readonly daysLeft: DaysLeft }
  | { readonly kind: 'toSendDossier'; readonly daysLeft: DaysLeft }
  /** The dossier came back; `due` is null where our copy of the norm does not say until when it is assessed. */
  | { readonly kind: 'dossierReturned'; readonly reason: string }
  /** To the body: who was called upon and has not registered, who is undecided. */
  | (Listed & { readonly kind: 'unregistered' })
  | (Listed & { readonly kind: 'undecided'; readonly overdue: boolean })
  | { readonly kind: 'archive'; readonly stage: 'reminder' | 'due'; readonly daysLeft: DaysLeft };

export type DayNotice = {
  /** `registrationReminder`, `archive-due` …: how the delivery stream calls it. */
  readonly about: string;
  readonly entry: string;
  readonly instant: Instant;
  readonly unit: string;
  readonly unitName: Text;
  readonly stream: string;
  readonly subject: DaySubject;
  /** The ended unit for which this one stands as its heir. */
  readonly former?: Text | null;
  readonly due: Due | null;
  readonly body: DayBody;
};
