/**
 * What a criticism is decided by: the thresholds of the issuer's own scope, and the unit's rate on time counted from the
 * rounds that it owed, as they were when the command came in. One province's thresholds are never another's.
 */
import { isLocalDate, localDateOf } from '../calendar';
import {
  standingOf,
  type CriticismData,
  type CriticismPlan,
  type DirectiveState,
  type Instant,
  type Ratio,
  type RoundState,
} from '../domain';
import type { Impossible } from './impossible';
import { planUnits } from './plan-units';
import { policyInForce, policyName, type PolicyBook } from './policy-book';

type Given = {
  readonly at: Instant;
  readonly book: PolicyBook;
  /** The shards in which the unit owes something. */
  readonly rounds?: readonly RoundState[] | undefined;
};

export function planCriticism(
  { draft }: DirectiveState,
  data: CriticismData,
  { at, book, rounds = [] }: Given,
): CriticismPlan | Impossible | undefined {
  if (draft === null) return undefined;
  const { unit, from, to } = data;
  const bad = [from, to].find((day) => !isLocalDate(day));
  if (bad !== undefined) return { impossible: 'date.invalid', params: { date: bad } };
  const today = localDateOf(book.calendar.zone, at);
  if (to >= today) return { impossible: 'criticism.not-yet', params: { to, today } };
  const { issuer, documentType } = draft;
  const found = policyInForce(book, 'thresholds', { issuer, documentType, date: to });
  if (found === null || found.assumption !== null) {
    return { impossible: 'criticism.no-policy', params: { issuer, date: to } };
  }
  const unknown = planUnits([unit], book.org);
  if (unknown) return unknown;
  const counted = countedOf(data, rounds, { at, book });
  return { policy: policyName(found.policy), bands: found.policy.value.bands, counted };
}

/** Of what fell due in the span, was owed at the opening and not cancelled, as the page of criticisms counts it. */
function countedOf(
  { unit, from, to }: CriticismData,
  rounds: readonly RoundState[],
  { at, book }: Given,
): Ratio {
  const standings = rounds.flatMap((round) => {
    const owed = Object.hasOwn(round.obligations, unit) ? round.obligations[unit]! : null;
    const dueAt = owed === null ? undefined : round.schedules[owed.schedule]?.dueAt;
    if (owed === null || dueAt === undefined || round.late) return [];
    const due = localDateOf(book.calendar.zone, dueAt);
    if (due < from || due > to) return [];
    return standingOf(owed, round.schedules, round.status, at);
  });
  const owed = standings.filter((standing) => standing !== 'cancelled');
  const part = standings.filter((standing) => standing === 'doneOnTime').length;
  return { part, of: owed.length };
}
