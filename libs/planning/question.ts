/**
 * What planning asks beyond the state of the command's own stream and the book. The way in answers from the ledger, a verifier
 * from the bundle: so that a plan is made again by the very steps by which it was made.
 */
import type { DirectivesPlan, FoundEvidence, HeldDirective } from '../domain';
import type { DirectivesQuestion } from './plan-reorganisation';

export type Question =
  /** The folded state of a stream; of one that does not exist, its decider's initial state. */
  | { readonly ask: 'state'; readonly stream: string }
  /** The type of the event with that version; null where there is none, or it is no event. */
  | { readonly ask: 'event'; readonly stream: string; readonly version: number }
  | LookUp;

/** What only a look through the whole ledger, or into the store of contents, can answer. */
type LookUp =
  /** Whether the content of the so-many-th evidence is in the store. */
  | { readonly ask: 'held'; readonly sha256: string; readonly evidence: number }
  /** Which directives name units: a page of them. */
  | ({ readonly ask: 'directives' } & DirectivesQuestion)
  /** Whose a personal value is: the bodies, by stream that holds it. */
  | { readonly ask: 'holders'; readonly token: string }
  /** Which legal holds stand against its erasure. */
  | { readonly ask: 'holds'; readonly token: string };

/** Steps that ask on their way to `T`. */
export type Asking<T> = Generator<Question, T, unknown>;

export function* stateOf<State>(stream: string): Asking<State> {
  return (yield { ask: 'state', stream }) as State;
}

type Recorded = {
  readonly impossible?: string;
  readonly params?: { readonly directives?: string };
  readonly evidence?: readonly FoundEvidence[];
  readonly remit?: { readonly holders?: unknown };
  readonly holds?: readonly HeldDirective[];
};

/**
 * The answer that a recorded plan rests on, where a verifier cannot look it up: the rest of the plan is made again with it.
 * Null for what it can look up.
 */
export function recordedAnswer(question: Question, plan: unknown): { readonly is: unknown } | null {
  const recorded = (plan ?? {}) as Recorded;
  switch (question.ask) {
    case 'held':
      return { is: recorded.evidence?.[question.evidence]?.known ?? false };
    case 'directives':
      return { is: recordedDirectives(recorded, plan) };
    case 'holders':
      return { is: recorded.remit?.holders };
    case 'holds':
      return { is: recorded.holds ?? [] };
    case 'state':
    case 'event':
      return null;
  }
}

/** Of units that are ended one by one the refusal names the directives; a page of a change set is the plan itself. */
function recordedDirectives({ impossible, params }: Recorded, plan: unknown): DirectivesPlan {
  if (impossible === undefined && plan !== undefined) return plan as DirectivesPlan;
  const named = (params?.directives ?? '').split(', ').filter((it) => it !== '');
  return { directives: named.filter((it) => it !== '…'), more: named.includes('…') };
}
