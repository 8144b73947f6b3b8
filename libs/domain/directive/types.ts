/** The directive's state, commands and events: the life of one instrument from draft to conclusion. */
import type { Command, Event, Graded, Instant, LocalDate, Text } from '../kernel';
import type { Cadence, Duty, DueRule, Who } from '../duty/types';
import type { PlannedSchedule } from '../round/types';

export type SourceKind = 'fullText' | 'pressNotice' | 'scan' | 'reviewReport';
export type Source = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  /** SHA-256 of the text in the content store; null when only cited. */
  readonly sha256: string | null;
  readonly complete: boolean;
};

export type Task = {
  /** `1` … `7`, or `III.3` where numbering restarts in each part. */
  readonly key: string;
  readonly text: string;
  readonly lead: Graded<string>;
  readonly coordinators: Graded<readonly string[]>;
  /** Verbs of role as they stand: `chủ trì`, `phối hợp`, `theo dõi, đôn đốc`. */
  readonly verbs: readonly string[];
};

export type Addressee =
  | {
      readonly kind: 'class';
      readonly roleClass: string;
      readonly name: Text;
      readonly unexpanded?: string;
    }
  | { readonly kind: 'unit'; readonly unit: string };

export type RecipientPurpose = 'execute' | 'direct' | 'report' | 'inform' | 'file';
export type Recipient = {
  readonly line: string;
  readonly purpose: RecipientPurpose;
  readonly roleClass: string | null;
};

export type SigningCapacity = 'head' | 'TM' | 'KT' | 'TL' | 'TUQ';
export type Signer = { readonly position: string; readonly capacity: SigningCapacity };

export type ParentLink = {
  readonly relation: 'implements' | 'cites' | 'supersedes';
  readonly symbol: string;
  readonly issuer: string;
  readonly date: Graded<LocalDate>;
  readonly basis: 'stated' | 'inferred';
  readonly quote: string | null;
};

export type DirectiveDraft = {
  readonly issuer: string;
  readonly documentType: 'directive';
  readonly grammar: 'state' | 'party';
  /** `07/CT-BCA-V28`: what the text states; not stated when the number is still to be allotted. */
  readonly symbol: Graded<string>;
  readonly date: Graded<LocalDate>;
  readonly abstract: Graded<string>;
  readonly signer: Graded<Signer>;
  readonly urgency: Graded<'normal' | 'khan' | 'thuongKhan' | 'hoaToc'>;
  readonly secrecy: 'none' | 'mat' | 'toiMat' | 'tuyetMat';
  readonly sources: readonly Source[];
  readonly tasks: readonly Task[];
  readonly addressees: readonly Addressee[];
  readonly recipients: Graded<readonly Recipient[]>;
  readonly monitoringBody: Graded<string>;
  readonly parents: readonly ParentLink[];
};

export type DirectiveStatus =
  | 'none'
  | 'draft'
  | 'issuing'
  | 'issued'
  | 'suspended'
  | 'superseded'
  | 'revoked'
  | 'recalled'
  | 'concluded';

/** A round as its directive knows it: which shards were convened and which of them are closed. */
export type ConvenedRound = {
  readonly duty: string;
  readonly period: string;
  readonly planned: PlannedPeriod;
  readonly shards: readonly {
    readonly shard: number;
    readonly units: readonly string[];
    readonly closed: boolean;
  }[];
  readonly completed: boolean;
};

export type NextRound = {
  readonly duty: string;
  readonly period: PlannedPeriod;
  readonly opensAt: Instant;
};

/** A report asked for outside the cadence; its round's period is `req-{request}`. */
export type RequestedReport = {
  readonly duty: string;
  readonly request: number;
  readonly dueDate: LocalDate | null;
};

/** A plan that a change of the directive makes necessary; `request` null means the duty's own cadence. */
export type PlanAsked = { readonly duty: string; readonly request: number | null };

/** A reporting period as planned: `id` is part of the round's id (`2018`, `2018-H1`, `once`, `req-1`). */
export type PlannedPeriod = {
  readonly id: string;
  readonly label: Text;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly closing: LocalDate | null;
};

/** What a directive may still wait for: a value nobody stated nor decided. */
export type Missing = { readonly duty: string; readonly values: readonly string[] };

export type DirectiveState = {
  readonly id: string;
  readonly status: DirectiveStatus;
  readonly draft: DirectiveDraft | null;
  readonly duties: { readonly [dutyId: string]: Duty };
  /** Counts changes of a duty: a plan made for an older revision is stale. */
  readonly revisions: { readonly [dutyId: string]: number };
  /** Set when a number is asked for and when it is given. */
  readonly issue: {
    readonly symbol: string | null;
    readonly number: number | null;
    readonly date: LocalDate;
    readonly signer: Graded<Signer>;
    readonly urgency: 'normal' | 'khan' | 'thuongKhan' | 'hoaToc';
    readonly issuedAt: Instant | null;
  } | null;
  /** By duty; a requested report stands beside its duty's own rounds as `{duty}~req-{n}`. */
  readonly next: { readonly [dutyId: string]: NextRound };
  /** Periods that fell due and wait for being convened (their units and dates planned); keyed as `next`. */
  readonly due: { readonly [dutyId: string]: NextRound };
  readonly missing: { readonly [dutyId: string]: readonly string[] };
  readonly rounds: { readonly [roundKey: string]: ConvenedRound };
  readonly requests: number;
  /** Every report asked for, by period id `req-{n}`. */
  readonly requested: { readonly [periodId: string]: RequestedReport };
  readonly lateAddressees: readonly string[];
};

/** The plan attached at the way in to {@link PlanRound}. */
export type NextRoundPlan =
  | {
      readonly revision: number;
      readonly kind: 'next';
      readonly period: PlannedPeriod;
      readonly opensAt: Instant;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly revision: number; readonly kind: 'missing'; readonly values: readonly string[] }
  | { readonly revision: number; readonly kind: 'none' };

/** A unit as frozen at the opening of a round, with whom its lateness goes up to. */
export type ExpectedUnit = { readonly unit: string; readonly superior: string | null };

/** The plan attached at the way in to {@link ConveneRound}: who, and by when, with the reasons. */
export type ConveningPlan =
  | {
      readonly revision: number;
      readonly kind: 'convened';
      /** All units, or with `total` only those of the shard the command asks for. */
      readonly units: readonly ExpectedUnit[];
      /** How many units the round has; present when `units` is one shard of them (a plan must fit an entry). */
      readonly total?: number;
      readonly schedule: PlannedSchedule;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly revision: number; readonly kind: 'missing'; readonly values: readonly string[] };

/** A policy used before its date or outside its scope, or a value nobody stated: listed by `dondoc assumptions`. */
export type Assumption = {
  readonly code: string;
  readonly policy: string | null;
  readonly source: string;
  readonly text: Text;
};

type C<T extends string, D, P = undefined> = Command<T, D, P>;
type Id = { readonly reason: string };

export type DirectiveCommand =
  | C<'RegisterDirective', { draft: DirectiveDraft; duties: readonly Duty[] }>
  | C<'AmendDraft', { changes: Partial<DirectiveDraft>; reason: string }>
  | C<'SetUpDuty', { duty: Duty }>
  | C<'DecideValue', DecideValueData>
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
  | C<'AddAddressee', { unit: string; reason: string }>
  | C<'SuspendDirective', Id & { document: string | null }>
  | C<
      'ResumeDirective',
      Id & { newDueDates: readonly { duty: string; period: string; date: LocalDate }[] }
    >
  | C<'SupersedeDirective', Id & { by: string }>
  | C<'RevokeDirective', Id & { document: string | null }>
  | C<'RecallDirective', Id>
  | C<'ConcludeDirective', Id>
  | C<'RequestReport', { duty: string; dueDate: LocalDate | null; reason: string }>
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
  | C<'NoteShardClosed', { duty: string; period: string; shard: number }>
  | C<'WakeUp', Record<string, never>>;

export type DecideValueData =
  | { duty: string; field: 'owes'; value: Who; reason: string }
  | { duty: string; field: 'to'; value: readonly string[]; reason: string }
  | { duty: string; field: 'cadence'; value: Cadence; reason: string }
  | { duty: string; field: 'due'; value: DueRule; reason: string }
  | { duty: string; field: 'via'; value: string; reason: string }
  | { duty: null; field: 'monitoringBody'; value: string; reason: string };

export type IssueData = {
  /** The number or full symbol a text states; null asks the series to allot the next one. */
  symbol: string | null;
  date: LocalDate;
  signer: Graded<Signer>;
  urgency: 'normal' | 'khan' | 'thuongKhan' | 'hoaToc';
  /** How the issuer numbers. Absent: by year (state) or without end (Party), written as the stated symbol is. */
  numbering?: {
    /** A year, or a committee's term: `2014`, `2010-2015`, of `[A-Za-z0-9-]`. */
    span?: string;
    /** `{n}/CT-UBND`: needed when no full symbol is stated. */
    pattern?: string;
  };
};

export type DirectiveCommandType = DirectiveCommand['type'];

type E<T extends string, D> = Event<T, D>;

/** Rounds touched by a change of the directive's life, so that a reaction needs nothing else. */
export type TouchedShards = readonly {
  readonly duty: string;
  readonly period: string;
  readonly shard: number;
}[];

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
  | E<'DutySetUp', { duty: Duty; revision: number; replan: readonly PlanAsked[] }>
  | E<
      'ValueDecided',
      DecideValueData & {
        by: { id: string; role: string; unit: string | null };
        replan: readonly PlanAsked[];
      }
    >
  | E<
      'IssueRequested',
      Omit<IssueData, 'numbering'> & {
        directive: string;
        series: string;
        issuer: string;
        number: number | null;
        symbolPattern: string;
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
        urgency: string;
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
  | E<'DirectiveSuspended', { reason: string; document: string | null; shards: TouchedShards }>
  | E<
      'DirectiveResumed',
      {
        reason: string;
        newDueDates: readonly { duty: string; period: string; date: LocalDate }[];
        shards: TouchedShards;
        replan: readonly PlanAsked[];
      }
    >
  | E<'DirectiveSuperseded', { by: string; reason: string; shards: TouchedShards }>
  | E<'DirectiveRevoked', { reason: string; document: string | null; shards: TouchedShards }>
  | E<'DirectiveRecalled', { reason: string; shards: TouchedShards }>
  | E<'DirectiveConcluded', { reason: string; shards: TouchedShards }>
  | E<
      'ReportRequested',
      { duty: string; request: number; dueDate: LocalDate | null; reason: string }
    >
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
  | E<'RoundNotConvened', { duty: string; period: PlannedPeriod; missing: readonly string[] }>
  | E<'ShardClosed', { duty: string; period: string; shard: number }>
  | E<'RoundCompleted', { duty: string; period: string }>;

/** A line of Nơi nhận "để thực hiện" that the closing clause lacks, or a class of the clause that Nơi nhận lacks. */
export type RecipientDifference = {
  readonly kind: 'inClauseOnly' | 'inRecipientsOnly';
  readonly roleClass: string;
};

/** What a reader of the draft should look at; never corrected by guess. */
export type DraftWarning = {
  readonly code: 'symbol.type-contradicts' | 'symbol.grammar-contradicts' | 'symbol.unreadable';
  readonly symbol: string;
  readonly stated: string;
  readonly read: string | null;
};
