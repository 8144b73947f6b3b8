/** Whether a review can be called and its conclusion decided: units are known, and days lie ahead where the office is. */
import { localDateOf } from '../calendar';
import {
  selfAssessmentDuty,
  valueOf,
  type CallReviewData,
  type DecideConclusionData,
  type DirectiveState,
  type Instant,
  type RequestPlan,
  type ReviewConference,
} from '../domain';
import type { Impossible } from './impossible';
import { planOccurrence } from './plan-occurrence';
import { planRequest } from './plan-request';
import { planClassesThere, planUnits, planUnitsThere, unitsOfWho } from './plan-units';
import type { PolicyBook } from './policy-book';

/** When the self-assessments would be due, where the directive has a duty for them. */
export function planCall(
  directive: DirectiveState,
  { scope, selfAssessmentDue: dueDate }: CallReviewData,
  at: Instant,
  book: PolicyBook,
): RequestPlan | Impossible | undefined {
  const units = scope?.units ? valueOf(scope.units) : undefined;
  const unknown = planUnits(units ?? [], book.org);
  if (unknown) return unknown;
  const duty = selfAssessmentDuty(directive);
  return duty === null ? undefined : planRequest(directive, { duty, dueDate }, at, book);
}

/** A conference has taken place, and not before the directive was issued: a month that the issue lies in may be it. */
export function planReviewConference(
  data: ReviewConference,
  at: Instant,
  {
    book,
    ofDirective,
  }: { readonly book: PolicyBook; readonly ofDirective?: DirectiveState | undefined },
): Impossible | undefined {
  const when = valueOf(data.when);
  const issued = ofDirective?.issue?.date;
  if (when !== undefined && issued !== undefined && when < issued.slice(0, when.length)) {
    return { impossible: 'review.conference-before-issue', params: { when, issued } };
  }
  return planOccurrence(data, at, book);
}

export function planDecidedConclusion(
  { owner, to, due }: DecideConclusionData,
  at: Instant,
  { org, calendar }: PolicyBook,
): Impossible | undefined {
  const today = localDateOf(calendar.zone, at);
  if (due <= today) return { impossible: 'conclusion.overdue', params: { due } };
  return (
    planClassesThere(owner, org, today) ?? planUnitsThere([...unitsOfWho(owner), ...to], org, today)
  );
}
