/**
 * How a plan is made, from the first question to the plan: what the way in does with the ledger, and a verifier with the bundle.
 * Every look beyond the stream and the book is a question, so that both do the same.
 */
import {
  actingUnit,
  directiveStream,
  kindOfStream,
  type CriticismData,
  type DirectiveState,
  type DirectivesPlan,
  type DutyLink,
  type HeldDirective,
  type Instant,
  type Nomination,
  type ReportedAwards,
} from '../domain';
import { directiveOf } from './directive-of';
import { isDirectiveKnown } from './known-directive';
import { linkedDirectives, linkedToDuty, linkedToReport } from './linked-directives';
import { nominationEvidence } from './nomination-evidence';
import { needsPlan, plan } from './plan';
import type { Linked } from './plan-link';
import { directivesAsked } from './plan-reorganisation';
import type { Found, PlannableCommand } from './planner';
import type { PolicyBook } from './policy-book';
import { stateOf, type Asking } from './question';
import { roundsOwed } from './rounds-owed';
import { meetsHolds } from './with-holds';
import { isOfRemit } from './with-remit';

type Given = {
  /** Of the command's stream, folded. */
  readonly state: unknown;
  readonly book: PolicyBook;
  readonly at: Instant;
};

/** The plan to put on the command; undefined when it needs none. */
export function* planning(command: PlannableCommand, { state, book, at }: Given): Asking<unknown> {
  if (!needsPlan(command)) return undefined;
  const linked = yield* linkedTo(command, state);
  const found = yield* foundFor(command, state);
  return plan(command, state, book, at, linked, found);
}

function* linkedTo(command: PlannableCommand, state: unknown): Asking<Linked | undefined> {
  if (command.type === 'LinkDuty') return yield* linkedDirectives(command.data as DutyLink);
  return (yield* linkedToReport(command)) ?? (yield* linkedToDuty(command, state));
}

/** What the ledger holds elsewhere, as far as the command is planned by it. */
function* foundFor(command: PlannableCommand, state: unknown): Asking<Found> {
  const { type, data } = command;
  switch (type) {
    case 'NominateForCommendation':
      return {
        evidence: yield* nominationEvidence(data as Nomination),
        directiveKnown: yield* isDirectiveKnown(command),
      };
    case 'DecideCriticism': {
      const { unit } = data as CriticismData;
      return { rounds: yield* roundsOwed(state as DirectiveState, unit) };
    }
    default: {
      const asked = directivesAsked(command, state);
      return {
        ...(asked === null
          ? {}
          : { directives: (yield { ask: 'directives', ...asked }) as DirectivesPlan }),
        ofDirective: yield* directiveOf(command),
        directiveKnown: yield* isDirectiveKnown(command),
        ...(isOfRemit(command) ? yield* remitFacts(command) : {}),
        ...(meetsHolds(command) ? { holds: yield* holdsOn(data as { token: string }) } : {}),
      };
    }
  }
}

/** What the record says about whose a command's matter is. */
function* remitFacts({ type, data }: PlannableCommand): Asking<Pick<Found, 'issuer' | 'holders'>> {
  if (type === 'RecordAwards') return { issuer: yield* issuerOf(data as ReportedAwards) };
  if (type !== 'ErasePersonalValue') return {};
  const { token } = data as { readonly token: string };
  return { holders: (yield { ask: 'holders', token }) as Found['holders'] };
}

function* issuerOf({ directive: id }: ReportedAwards): Asking<string | undefined> {
  if (id === null || kindOfStream(directiveStream(id)) !== 'directive') return undefined;
  const { draft, heirs } = yield* stateOf<DirectiveState>(directiveStream(id));
  return draft === null ? undefined : actingUnit(heirs, draft.issuer);
}

function* holdsOn({ token }: { readonly token: string }): Asking<readonly HeldDirective[]> {
  return (yield { ask: 'holds', token }) as readonly HeldDirective[];
}
