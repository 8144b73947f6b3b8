/** What a planner of one command is given: the state of its stream, its data, the rules, and what the way in looked up. */
import type {
  Actor,
  DirectivesPlan,
  DirectiveState,
  HeldDirective,
  FoundEvidence,
  Instant,
  RoundState,
} from '../domain';
import type { Linked } from './plan-link';
import type { PolicyBook } from './policy-book';
import type { RecognitionFound } from './recognition-asked';

/** As much of a command as planning reads. */
export type PlannableCommand = {
  readonly type: string;
  readonly stream: string;
  readonly data: unknown;
  readonly actor?: Actor;
  readonly receivedAt?: Instant;
  readonly effectiveAt?: Instant;
};

/** What the way in found in the ledger. */
export type Found = RecognitionFound & {
  /** Which directives name the units of a change set. */
  readonly directives?: DirectivesPlan | undefined;
  /** What is on record of the evidence of a nomination. */
  readonly evidence?: readonly FoundEvidence[] | undefined;
  /** The directive above a review or a round. */
  readonly ofDirective?: DirectiveState | undefined;
  /** Who issued the directive that a command names. */
  readonly issuer?: string | undefined;
  /** By stream that holds a personal value: the bodies whose it is. */
  readonly holders?: readonly (readonly string[])[] | undefined;
  /** Legal holds against the erasure of a personal value. */
  readonly holds?: readonly HeldDirective[] | undefined;
  /** The shards in which a unit owes something whose rate is judged. */
  readonly rounds?: readonly RoundState[] | undefined;
};

export type Context = Found & {
  readonly at: Instant;
  readonly book: PolicyBook;
  readonly linked: Linked;
  /** For whom the actor acts. */
  readonly unit: string | null;
};
export type Planner<State> = (state: State, data: unknown, context: Context) => unknown;
