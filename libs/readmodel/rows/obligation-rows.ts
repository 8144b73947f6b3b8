/** What is answered about obligations: standing at the instant asked, submissions, what each rung came to, and why. */
import type {
  Audience,
  ExtensionRequest,
  Instant,
  LocalDate,
  ObligationStatus,
  PlannedPeriod,
  Report,
  RoundHeading,
  RoundStatus,
  RungKind,
  SkipReason,
  Standing,
  Text,
} from '../../domain';
import type { CorrectedBelow, RestsOn } from './consolidation-rows';
import type { AssumptionRow } from './list-rows';
import type { ScheduleRow } from './round-rows';

export type ObligationRow = {
  readonly obligation: string;
  readonly round: string;
  readonly directive: string;
  readonly symbol: string | null;
  readonly duty: string;
  readonly title: Text;
  readonly period: PlannedPeriod;
  readonly shard: number;
  readonly unit: string;
  readonly unitName: Text | null;
  /** Who owes it now: the unit itself, or whoever took over from it. */
  readonly owner: string;
  readonly ownerName: Text | null;
  /** The change set that ended its owner without an heir. */
  readonly blocked: string | null;
  readonly superior: string | null;
  readonly status: ObligationStatus;
  readonly roundStatus: RoundStatus;
  readonly schedule: string;
  readonly dueAt: Instant | null;
  readonly submissions: number;
  /** Effective times: of the last submission, and of the one finally accepted. */
  readonly submittedAt: Instant | null;
  readonly acceptedSubmittedAt: Instant | null;
  /** When it was accepted. */
  readonly acceptedAt: Instant | null;
  /** When the channel passed the last submission on to its receiver. */
  readonly passedOnAt: Instant | null;
  /** The channel that had not passed on what was accepted: a warning. Null where it had, or there is none. */
  readonly notPassedOn: string | null;
  readonly notPassedOnName: Text | null;
  readonly extensions: number;
  /** Joined the round after its opening: told, and in no rate. */
  readonly late: boolean;
  readonly standing: Standing;
  /** The entry of the ledger that last changed it. */
  readonly entry: number;
};

export type SubmissionRow = {
  readonly ordinal: number;
  readonly effectiveAt: Instant;
  readonly receivedAt: Instant;
  readonly by: string;
  readonly byName: Text | null;
  readonly substituteFor: string | null;
  readonly channel: 'electronic' | 'paper' | 'rollUp';
  /** The obligation below whose accepted report this is; null for what was handed in here. */
  readonly fedBy: string | null;
  readonly afterClosing: boolean;
  readonly state: 'submitted' | 'withdrawn' | 'returned' | 'accepted';
  readonly report: Report;
  /** The entry that last changed it: of the handing in, or of what became of it. */
  readonly entry: number;
};

export type OutcomeRow = {
  readonly schedule: string;
  readonly rung: string;
  readonly at: Instant | null;
  readonly kind: RungKind | null;
  readonly audience: Audience | null;
  readonly outcome: 'issued' | 'skipped';
  readonly reason: SkipReason | null;
  readonly issuedAt: Instant | null;
  readonly letter: string | null;
  /** The entry that says so. */
  readonly entry: number;
};

/** Another unit owes it since a change set; `back` when that was undone. */
export type TransferRow = {
  readonly reorganisation: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly source: string;
  readonly reason: string | null;
  readonly back: boolean;
  readonly from: string;
  readonly fromName: Text | null;
  readonly to: string;
  readonly toName: Text | null;
  readonly at: Instant;
};

export type ObligationDetail = ObligationRow & {
  readonly transfers: readonly TransferRow[];
  readonly extension: ExtensionRequest | null;
  readonly substitute: {
    readonly by: string;
    readonly from: Instant;
    readonly to: Instant;
  } | null;
  readonly paper: {
    readonly claimedReceivedAt: Instant;
    readonly report: Report;
    readonly claimedBy: string;
  } | null;
  readonly explanationAskedAt: Instant | null;
  readonly explanationGivenAt: Instant | null;
  readonly reports: readonly SubmissionRow[];
  readonly outcomes: readonly OutcomeRow[];
  /** Its report rests on figures corrected since; null when it does not, or is no roll-up. */
  readonly corrected: CorrectedBelow | null;
  /** What its report was consolidated from; null where it was not. */
  readonly restsOn: RestsOn | null;
};

/** Why one unit owes by that time, and what the ladder did about it. */
export type Why = {
  readonly obligation: ObligationDetail;
  readonly heading: RoundHeading;
  /** All due times it ever had, the present one last. */
  readonly schedules: readonly ScheduleRow[];
  readonly assumptions: readonly AssumptionRow[];
};
