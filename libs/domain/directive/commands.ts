/** What may be asked of a directive. */
import type { Cadence, Duty, DueRule, Who } from '../duty/types';
import type { Form, FormDefinition } from '../form/types';
import type { IndicatorDefinition, IndicatorPlan } from '../indicator/types';
import type { Command, Graded, Instant, LocalDate, Text } from '../kernel';
import type { CriticismData, CriticismPlan } from './criticism';
import type { Succession } from '../org/types';
import type { HandOver } from '../reorganisation/types';
import type { DirectiveDraft, Signer, Urgency } from './draft';
import type { RetentionData } from './legal-hold';
import type { LaterInstrument } from './later-instrument';
import type {
  ChildReport,
  ChildReportPlan,
  DutyDatesPlan,
  DutyLink,
  DutyRef,
  FeedTarget,
  LinkPlan,
} from './link';
import type { Conference, Inspection, JointInstrumentReview, Praise, Result } from './occurrence';
import type { CalledReview } from '../review/called';
import type {
  AddresseePlan,
  ConclusionPlan,
  ConveningPlan,
  NextRoundPlan,
  PlannedPeriod,
  RequestPlan,
} from './plan';

type C<T extends string, D, P = undefined> = Command<T, D, P>;
type Id = { readonly reason: string };

export type DirectiveCommand =
  | C<'RegisterDirective', { draft: DirectiveDraft; duties: readonly Duty[] }>
  | C<'AmendDraft', { changes: Partial<DirectiveDraft>; reason: string }>
  | C<'SetUpDuty', { duty: Duty }, DutyDatesPlan | undefined>
  | C<'SetForm', { duty: string; form: FormDefinition }>
  | C<'DefineIndicator', { indicator: IndicatorDefinition }, IndicatorPlan>
  | C<'DecideValue', DecideValueData, DutyDatesPlan | undefined>
  | C<'IssueDirective', IssueData>
  | C<'ConfirmIssue', { number: number; symbol: string; series: string }>
  | C<'HandBackIssue', { code: string; symbol: string }>
  | C<
      'CorrectDirective',
      {
        field: 'abstract' | 'signer' | 'symbol' | 'date';
        value: string;
        reason: string;
        document: string;
      }
    >
  | C<
      'AmendDirective',
      { summary: string; document: string; duties: readonly Duty[]; reason: string }
    >
  | C<'AddAddressee', { unit: string; reason: string }, AddresseePlan | undefined>
  | C<'AddAddresseeClass', { roleClass: string; name: Text; reason: string }>
  | C<'SuspendDirective', Id & { document: string | null }>
  | C<
      'ResumeDirective',
      Id & { newDueDates: readonly { duty: string; period: string; date: LocalDate }[] }
    >
  | C<'SupersedeDirective', Id & { by: string }>
  | C<'RevokeDirective', Id & { document: string | null }>
  | C<'RecallDirective', Id>
  | C<'ConcludeDirective', ConclusionData, ConclusionPlan | undefined>
  | C<'HandToArchive', Id & { document: string | null }>
  | C<'PlaceLegalHold', Id & { document: string | null }>
  | C<'ReleaseLegalHold', Id & { hold: number }>
  | C<'DecideRetention', RetentionData>
  | C<'CallReview', CallReviewData, RequestPlan | undefined>
  | C<'NoteReviewConcluded', { review: number }>
  | C<'NoteReviewCancelled', { review: number; reason: string }>
  | C<'CallReviewOfPeriod', { duty: string; period: PlannedPeriod; cutOff: Instant }>
  | C<
      'RequestReport',
      { duty: string; dueDate: LocalDate | null; reason: string },
      RequestPlan | undefined
    >
  | C<'RecordConference', Conference>
  | C<'RecordInspection', Inspection>
  | C<'RecordResult', Result>
  | C<'RecordJointInstrumentReview', JointInstrumentReview>
  | C<'RecordPraise', Praise>
  | C<'NoteLaterInstrument', LaterInstrument>
  | C<'PlanRound', { duty: string; after: string | null; request?: number }, NextRoundPlan>
  | C<
      'ConveneRound',
      {
        duty: string;
        period: PlannedPeriod;
        late?: readonly string[];
        requestedDue?: LocalDate | null;
        /** Which shard of {@link SHARD_SIZE} units to plan; absent means the first. */
        shard?: number;
      },
      ConveningPlan
    >
  | C<'DecideCriticism', CriticismData, CriticismPlan>
  | C<'LinkDuty', DutyLink & { reason: string }, LinkPlan>
  | C<'UnlinkDuty', { duty: string; from: DutyRef; reason: string }>
  | C<
      'NoteFeeds',
      { duty: string; target: FeedTarget; feeds: boolean; open?: readonly PlannedPeriod[] }
    >
  | C<
      'TakeChildReport',
      { duty: string; unit: string; period: PlannedPeriod; child: ChildReport; form?: Form },
      ChildReportPlan
    >
  | C<
      'NoteShardClosed',
      {
        duty: string;
        period: string;
        shard: number;
        /** Who had not done it when the shard was closed. */
        unfinished?: readonly string[];
      }
    >
  | C<'HandOverUnits', HandOver & { successions: readonly Succession[] }>
  | C<'WakeUp', Record<string, never>>;

/** Closing what is open needs a reason: the general one, or one of its own for a duty. */
export type ConclusionData = Id & {
  readonly reasons?: readonly { readonly duty: string; readonly reason: string }[];
  /** The final review that concludes it. */
  readonly review?: number | null;
  readonly document?: string | null;
};

export type CallReviewData = Pick<
  CalledReview,
  'kind' | 'period' | 'scope' | 'cutOff' | 'reason' | 'document'
> & {
  /** When the self-assessments are due; null: as their duty says, or the directive has none. */
  readonly selfAssessmentDue: LocalDate | null;
};

export type DecideValueData =
  | { duty: string; field: 'owes'; value: Who; reason: string }
  | { duty: string; field: 'to'; value: readonly string[]; reason: string }
  | { duty: string; field: 'cadence'; value: Cadence; reason: string }
  | { duty: string; field: 'due'; value: DueRule; reason: string }
  | { duty: string; field: 'via'; value: string; reason: string }
  | { duty: string; field: 'anchor'; value: LocalDate; reason: string }
  | { duty: null; field: 'monitoringBody'; value: string; reason: string };

export type IssueData = {
  /** The number or full symbol a text states; null asks the series to allot the next one. */
  symbol: string | null;
  date: LocalDate;
  signer: Graded<Signer>;
  /** What whoever issues decides; absent: as the text has it, also when it states none. */
  urgency?: Urgency;
  /** How the issuer numbers. Absent: by year (state) or without end (Party), written as the stated symbol is. */
  numbering?: {
    /** A year, or a committee's term: `2014`, `2010-2015`, of `[A-Za-z0-9-]`. */
    span?: string;
    /** Why that span, when no source in force says so: listed among the assumptions. */
    assumed?: string;
    /** `{n}/CT-UBND`: needed when no full symbol is stated. */
    pattern?: string;
  };
};

export type DirectiveCommandType = DirectiveCommand['type'];
