/** What may be asked of a commendation, what happens to it, and what is known of it. */
import type { Command, Event, Instant, LocalDate, Text } from '../kernel';
import type { Assumption } from '../directive/plan';
import type { Audience, PlannedRung, PlannedSchedule, RungKind } from '../round/planned-schedule';
import type { DossierDocument, Nomination, ReportedAwards } from './nomination';
import type { HeldStepPlan, PlannedStep, Power, StepName, StepPlan, ThematicRule } from './plan';

export type CommendationStatus =
  | 'none'
  | 'nominated'
  | 'dossierComplete'
  | 'appraised'
  | 'decided'
  | 'awarded'
  | 'madeKnown'
  | 'refused'
  | 'returned'
  | 'withdrawn'
  | 'revoked'
  | 'reported';

/** A subject that the appraisal found barred: by its place in the nomination. */
export type BarredSubject = {
  readonly subject: number;
  readonly kind: 'discipline' | 'inspection';
  readonly reason: string;
};

export type Appraisal = {
  readonly finding: 'eligible' | 'notEligible';
  readonly reason: string;
  readonly barred: readonly BarredSubject[];
  /** Units whose opinion is asked before the decision. */
  readonly opinionsOf: readonly string[];
};

export type CommendationDecision = {
  readonly number: string;
  readonly date: LocalDate;
  /** A position. */
  readonly signer: string;
  readonly reason: string;
};

type Because = { readonly reason: string };
type C<T extends string, D, P = undefined> = Command<T, D, P>;

export type CommendationCommand =
  | C<'NominateForCommendation', Nomination, StepPlan>
  | C<'CompleteDossier', { documents: readonly DossierDocument[]; note: string }, StepPlan>
  | C<'ReturnDossier', Because, StepPlan>
  | C<'AppraiseNomination', Appraisal, StepPlan>
  | C<'GiveOpinion', { opinion: 'agree' | 'disagree'; reason: string }>
  | C<'DecideCommendation', CommendationDecision, StepPlan>
  | C<'RefuseCommendation', Because>
  | C<'ConferAward', { on: LocalDate; where: string; reason: string }, StepPlan>
  | C<'MakeAwardKnown', { on: LocalDate; how: string }, StepPlan>
  | C<'WithdrawNomination', Because>
  | C<'RevokeCommendation', Because & { document: string | null; reclaim: boolean }>
  | C<'RecordAwards', ReportedAwards>
  | C<'ReplanHeldStep', { deadline: string; rungs: readonly string[] }, HeldStepPlan>
  | C<'WakeUp', Record<string, never>>;

export type CommendationCommandType = CommendationCommand['type'];

/** A step's deadline as it runs: `d0`, `d1` … in the order in which steps began. */
export type Deadline = PlannedStep & { readonly id: string };

export type StepSkip = 'superseded' | 'noAudience' | 'sameAudience' | 'done';

/** Rungs that do not come any more, because the step is done. */
export type ClosedStep = {
  readonly deadline: string;
  readonly step: StepName;
  readonly rungs: readonly string[];
  readonly reason: 'done';
} | null;

type E<T extends string, D> = Event<T, D & { readonly directive: string | null }>;
/** Ends one step and may begin another. */
type Turn<D> = D & { readonly closed: ClosedStep; readonly deadline: Deadline | null };
type Assumed = { readonly assumptions: readonly Assumption[] };

export type CommendationEvent =
  | E<
      'CommendationNominated',
      Turn<
        Assumed & {
          id: string;
          nominatedBy: string;
          nomination: Nomination;
          /** Codes of what may stand in the way of an award later: the body has not the power as of today. */
          warnings: readonly string[];
          power: Power;
          /** The rule that a late thematic nomination was warned by. */
          thematic?: ThematicRule;
        }
      >
    >
  | E<'DossierCompleted', Turn<Assumed & { documents: readonly DossierDocument[]; note: string }>>
  | E<'DossierReturned', Turn<Assumed & Because>>
  | E<'NominationAppraised', Turn<Assumed & Appraisal & { by: string }>>
  | E<
      'OpinionGiven',
      {
        /** Who was asked. */
        unit: string;
        /** Who answered for it, when it has ended. */
        by?: string;
        opinion: 'agree' | 'disagree';
        reason: string;
      }
    >
  | E<
      'CommendationDecided',
      Turn<
        Assumed &
          CommendationDecision & {
            power: Power;
            /** Asked and silent so far. */
            withoutOpinionOf: readonly string[];
            /** Decided otherwise than the appraisal found; absent in what was recorded before this was looked at. */
            otherwise?: boolean;
          }
      >
    >
  | E<'CommendationRefused', Turn<Because>>
  | E<'AwardConferred', Turn<Assumed & { on: LocalDate; where: string; reason: string }>>
  | E<'AwardMadeKnown', Turn<{ on: LocalDate; how: string }>>
  | E<'NominationWithdrawn', Turn<Because>>
  | E<'CommendationRevoked', Turn<Because & { document: string | null; reclaim: boolean }>>
  | E<'AwardsRecorded', ReportedAwards & { id: string }>
  | E<
      'CommendationRungReached',
      {
        deadline: string;
        step: StepName;
        /** Who owes the step. */
        responsible: string;
        rung: string;
        kind: RungKind;
        audience: Audience;
        /** The unit that is told; null when there is no such. */
        to: string | null;
        dueAt: Instant;
        at: Instant;
        issuedAt: Instant;
        /** Why nobody is told; null when somebody is. */
        skipped: StepSkip | null;
      }
    >
  | E<
      'CommendationRungsHeld',
      { deadline: string; step: StepName; rungs: readonly string[]; at: Instant; issuedAt: Instant }
    >
  | E<
      'HeldStepReplanned',
      { deadline: string; rungs: readonly PlannedRung[]; schedule: PlannedSchedule }
    >;

export type RungResult =
  | { readonly outcome: 'issued'; readonly at: Instant; readonly to: string }
  | { readonly outcome: 'skipped'; readonly reason: StepSkip };

/** A decision as it stands on the page. */
export type TakenDecision = CommendationDecision & { readonly otherwise: boolean };

export type CommendationState = {
  readonly id: string;
  readonly status: CommendationStatus;
  readonly nominatedBy: string | null;
  readonly nominatedAt: Instant | null;
  readonly nomination: Nomination | null;
  /** The name of the form as the list of the day of the nomination calls it. */
  readonly formName: Text | null;
  readonly reported: ReportedAwards | null;
  readonly appraisal: (Appraisal & { readonly by: string; readonly at: Instant }) | null;
  readonly opinions: { readonly [unit: string]: 'agree' | 'disagree' };
  readonly decision: TakenDecision | null;
  /** Every deadline that ever ran, by id; the last is the present one unless the step is done. */
  readonly deadlines: { readonly [id: string]: Deadline };
  readonly current: string | null;
  /** Rungs of the present deadline still to come, in order of time. */
  readonly pending: readonly PlannedRung[];
  /** Held by an outage and not planned anew yet. */
  readonly held: readonly string[];
  readonly outcomes: { readonly [deadlineRung: string]: RungResult };
  /** The last escalation really issued of the present deadline. */
  readonly escalated: {
    readonly dueAt: Instant;
    readonly issuedAt: Instant;
    readonly to: string;
  } | null;
};

export * from './nomination';
export * from './plan';
