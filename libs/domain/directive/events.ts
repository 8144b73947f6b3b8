/** What happened to a directive, each event with all that its readers and reactions need. */
import type { Duty } from '../duty/types';
import type { Form } from '../form/types';
import type { Indicator } from '../indicator/types';
import type { Event, Graded, Instant, LocalDate, Text } from '../kernel';
import type { Succession } from '../org/types';
import type { AskedRounds, HandOver } from '../reorganisation/types';
import type { PlannedSchedule } from '../round/planned-schedule';
import type { DecideValueData, IssueData } from './commands';
import type { CriticismDecided } from './criticism';
import type { PlanAsked } from './directive-state';
import type { DirectiveDraft, DraftWarning, RecipientDifference, Signer, Urgency } from './draft';
import type { CalledReview, RoundOfReview } from '../review/called';
import type { KeepingEvent } from './legal-hold';
import type { LaterInstrument } from './later-instrument';
import type {
  ChildReport,
  DateWarning,
  DutyLink,
  DutyRef,
  FeedTarget,
  LinkManner,
  LinkWarning,
} from './link';
import type { Conference, Inspection, JointInstrumentReview, Praise, Result } from './occurrence';
import type { ArchiveClock, Assumption, ExpectedUnit, PlannedPeriod } from './plan';

type E<T extends string, D> = Event<T, D>;

/** Rounds touched by a change of the directive's life, so that a reaction needs nothing else. */
export type TouchedShards = readonly {
  readonly duty: string;
  readonly period: string;
  readonly shard: number;
}[];

/** A shard that is still to be convened of a round whose first ones are open. */
export type NextShard = {
  readonly duty: string;
  readonly period: PlannedPeriod;
  readonly shard: number;
  readonly requestedDue: LocalDate | null;
};

/** What a round must know of its directive and duty; carried by {@link RoundConvened}. */
export type RoundHeading = {
  readonly directive: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly duty: string;
  readonly dutyKind: Duty['kind'];
  readonly title: Text;
  readonly period: PlannedPeriod;
  readonly to: readonly string[];
  readonly via: string | null;
  /** The monitoring body when known, otherwise the issuer: it urges, returns, accepts. */
  readonly standingBody: string;
  readonly acceptance: Duty['acceptance'];
  /** What its reports fill in; absent where the duty has no form. */
  readonly form?: Form;
  /** Whose obligations its accepted reports answer one level up; absent where none. */
  readonly feeds?: readonly FeedTarget[];
};

export type DirectiveEvent =
  | E<
      'DirectiveRegistered',
      {
        id: string;
        draft: DirectiveDraft;
        duties: readonly Duty[];
        differences: readonly RecipientDifference[];
        warnings: readonly DraftWarning[];
      }
    >
  | E<
      'DraftAmended',
      {
        changes: Partial<DirectiveDraft>;
        reason: string;
        differences: readonly RecipientDifference[];
        warnings: readonly DraftWarning[];
      }
    >
  | E<
      'FormSet',
      {
        duty: string;
        form: Form;
        /** Indicators that count a figure which the form does not have any more. */
        lost?: readonly { indicator: string; fields: readonly string[] }[];
      }
    >
  | E<'IndicatorDefined', { indicator: Indicator }>
  | E<
      'DutySetUp',
      {
        duty: Duty;
        revision: number;
        replan: readonly PlanAsked[];
        /** Links by which a report below is due after the one it is part of; absent where none is. */
        warnings?: readonly LinkWarning[];
      }
    >
  | E<
      'ValueDecided',
      DecideValueData & {
        by: { id: string; role: string; unit: string | null };
        replan: readonly PlanAsked[];
        warnings?: readonly LinkWarning[];
      }
    >
  | E<
      'IssueRequested',
      Omit<IssueData, 'numbering' | 'urgency'> & {
        urgency: Graded<Urgency>;
        directive: string;
        series: string;
        issuer: string;
        number: number | null;
        symbolPattern: string;
        /** How the issuer numbers, when that is assumed. */
        assumptions?: readonly Assumption[];
      }
    >
  | E<
      'DirectiveIssued',
      {
        symbol: string;
        number: number;
        date: LocalDate;
        issuer: string;
        signer: Graded<Signer>;
        urgency: Graded<Urgency>;
        duties: readonly string[];
      }
    >
  | E<'IssueHandedBack', { code: string; symbol: string }>
  | E<'DirectiveCorrected', { field: string; value: string; reason: string; document: string }>
  | E<
      'DirectiveAmended',
      {
        summary: string;
        document: string;
        reason: string;
        duties: readonly Duty[];
        replan: readonly PlanAsked[];
      }
    >
  | E<
      'AddresseeAdded',
      { unit: string; reason: string; joins: readonly { duty: string; period: PlannedPeriod }[] }
    >
  | E<'AddresseeClassAdded', { roleClass: string; name: Text; reason: string }>
  | E<'DirectiveSuspended', { reason: string; document: string | null; shards: TouchedShards }>
  | E<
      'DirectiveResumed',
      {
        reason: string;
        newDueDates: readonly { duty: string; period: string; date: LocalDate }[];
        shards: TouchedShards;
        replan: readonly PlanAsked[];
        convening: readonly NextShard[];
      }
    >
  | E<
      'DirectiveSuperseded',
      { by: string; reason: string; shards: TouchedShards; reviews?: readonly number[] }
    >
  | E<
      'DirectiveRevoked',
      {
        reason: string;
        document: string | null;
        shards: TouchedShards;
        reviews?: readonly number[];
      }
    >
  | E<'DirectiveRecalled', { reason: string; shards: TouchedShards; reviews?: readonly number[] }>
  | E<
      'DirectiveConcluded',
      {
        reason: string;
        /** Of the rounds of these duties, instead of the general one. */
        reasons?: readonly { duty: string; reason: string }[];
        review?: number | null;
        document?: string | null;
        shards: TouchedShards;
        archive?: ArchiveClock | null;
        reviews?: readonly number[];
      }
    >
  /** Told once, when the last round is closed: what nobody has done. Absent from it: rounds in which nothing is owed. */
  | E<
      'OwedAfterConclusion',
      {
        rounds: readonly { duty: string; period: string; units: number }[];
        obligations: number;
      }
    >
  | E<'ArchiveDue', { stage: 'reminder' | 'due'; dueOn: LocalDate; source: string }>
  | E<'HandedToArchive', { reason: string; document: string | null }>
  | KeepingEvent
  | E<'ReviewCalled', CalledReview>
  | E<'ReviewConcluded', { review: number }>
  /** `round`: where units were to assess themselves; `shards` those of it that are cancelled with the review. */
  | E<
      'ReviewCancellationNoted',
      { review: number; reason: string; round: RoundOfReview | null; shards: TouchedShards }
    >
  | E<
      'ReportRequested',
      { duty: string; request: number; dueDate: LocalDate | null; reason: string }
    >
  | E<'ConferenceHeld', Conference>
  | E<'InspectionHeld', Inspection>
  | E<'ResultRecorded', Result>
  | E<'JointInstrumentReviewed', JointInstrumentReview>
  | E<'UnitPraised', Praise>
  | E<'LaterInstrumentNoted', LaterInstrument>
  | E<
      'RoundPlanned',
      { duty: string; period: PlannedPeriod; opensAt: Instant; assumptions: readonly Assumption[] }
    >
  | E<'RoundNotPlanned', { duty: string; missing: readonly string[] }>
  | E<'NoFurtherRound', { duty: string }>
  | E<
      'RoundFellDue',
      {
        duty: string;
        period: PlannedPeriod;
        opensAt: Instant;
        requestedDue: LocalDate | null;
      }
    >
  | E<
      'RoundConvened',
      {
        heading: RoundHeading;
        shards: readonly { shard: number; units: readonly ExpectedUnit[] }[];
        schedule: PlannedSchedule;
        assumptions: readonly Assumption[];
        late: boolean;
        /** One event opens one shard; the round's last one asks for the duty's next round, if it has any. */
        plansNext: boolean;
        /** The shard that is still to be planned and convened; null when the round is complete or planned whole. */
        nextShard: number | null;
        requestedDue: LocalDate | null;
      }
    >
  | E<
      'RoundNotConvened',
      {
        duty: string;
        period: PlannedPeriod;
        missing: readonly string[];
        /** The duty has a cadence: one round that could not be opened does not end it. */
        plansNext: boolean;
      }
    >
  | E<'CriticismDecided', CriticismDecided>
  | E<
      'HandOverAsked',
      HandOver & {
        successions: readonly Succession[];
        /** The open shards that name one of the units; none when nothing of theirs is open here. */
        rounds: AskedRounds;
      }
    >
  | E<
      'DutyLinked',
      DutyLink & {
        reason: string;
        warning: DateWarning | null;
        /** Absent in entries that are older. */
        manner?: LinkManner;
        /** Of another directive's reports: periods of the rounds open here, which what is accepted there can answer. */
        open?: readonly PlannedPeriod[];
      }
    >
  | E<'DutyUnlinked', { duty: string; unit: string | null; from: DutyRef; reason: string }>
  | E<
      'FeedsNoted',
      {
        duty: string;
        target: FeedTarget;
        feeds: boolean;
        /** The shards it is told to: those not closed, and closed ones that report on what is open above. */
        shards?: TouchedShards;
      }
    >
  | E<
      'ChildReportTaken',
      { duty: string; period: string; shard: number; unit: string; child: ChildReport; form?: Form }
    >
  | E<
      'ShardClosed',
      { duty: string; period: string; shard: number; unfinished?: readonly string[] }
    >
  | E<'RoundCompleted', { duty: string; period: string }>;
