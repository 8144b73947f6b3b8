/**
 * Calls a review: by a decision of the issuer or the monitoring body, or because a duty of kind `review` opened its
 * round. The directive counts its reviews; each is a stream of its own. Where it has a duty for self-assessment, a review
 * on request, that report is asked for in the same decision.
 */
import { accept, isInstant, valueOf, type Decision, type LocalDate } from '../kernel';
import { isLocalDate, officeDay } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseGrades, sameJson } from '../check-grades';
import type {
  CalledReview,
  ReviewHeading,
  ReviewPeriod,
  ReviewScope,
  RoundOfReview,
} from '../review/called';
import { foldName, isBlank } from '../spelling';
import { refuseCommand, type Of } from './check';
import { refuseImpossible } from './check-plan';
import { requestPeriod } from './state';
import type { DirectiveEvent, DirectiveState } from './types';

export function callReview(
  state: DirectiveState,
  command: Of<'CallReview'>,
): Decision<DirectiveEvent> {
  const { data } = command;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseImpossible(command) ??
    refuseCalled(command) ??
    refuseTwice(state, command);
  if (refused) return refused;
  const { selfAssessmentDue: dueDate, ...called } = data;
  const duty = selfAssessmentDuty(state);
  if (duty === null && dueDate !== null) return refuse('review.no-self-assessment-duty');
  const fault = duty === null ? null : refuseSelfAssessment(command);
  if (fault) return fault;
  const request = state.requests + 1;
  const selfAssessment = duty === null ? null : { duty, period: requestPeriod(request) };
  const review = reviewOf(state, { ...called, ofRound: null, selfAssessment });
  if (duty === null) return accept({ type: 'ReviewCalled', data: review });
  const { reason } = data;
  return accept<DirectiveEvent>(
    { type: 'ReviewCalled', data: review },
    { type: 'ReportRequested', data: { duty, request, dueDate, reason } },
  );
}

/** A yearly review that the directive orders: its round is where the review is owed. Told twice, it is called once. */
export function callReviewOfPeriod(
  state: DirectiveState,
  command: Of<'CallReviewOfPeriod'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { duty, period, cutOff } = command.data;
  const known = Object.hasOwn(state.duties, duty) ? state.duties[duty] : undefined;
  if (known === undefined) return refuse('duty.unknown', { duty });
  const ofRound = { duty, period: period.id };
  if (state.reviews.some((one) => isOf(one.ofRound, ofRound))) return accept();
  if (!isInstant(cutOff) || cutOff <= command.effectiveAt) {
    return refuse('review.cut-off-passed', { cutOff });
  }
  const { from, to, label } = period;
  const review = reviewOf(state, {
    kind: 'preliminary',
    period: { from, to, label },
    scope: null,
    cutOff,
    reason: known.title.vi,
    document: null,
    ofRound,
    selfAssessment: ofRound,
  });
  return accept({ type: 'ReviewCalled', data: review });
}

/** Told twice, it is noted once: a final review that has come to its conclusions may conclude the directive. */
export function noteReviewConcluded(
  state: DirectiveState,
  command: Of<'NoteReviewConcluded'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { review } = command.data;
  const known = state.reviews.find(({ n }) => n === review);
  if (known === undefined) return refuse('review.unknown', { review });
  return known.concluded ? accept() : accept({ type: 'ReviewConcluded', data: { review } });
}

/** The duty by which units assess themselves for a review: one of kind `review` that is owed on request. */
export function selfAssessmentDuty(state: DirectiveState): string | null {
  const found = Object.values(state.duties).find(
    ({ kind, cadence, owes, to }) =>
      kind === 'review' &&
      valueOf(cadence)?.kind === 'onRequest' &&
      valueOf(owes) !== undefined &&
      valueOf(to) !== undefined,
  );
  return found?.id ?? null;
}

function isOf(one: RoundOfReview | null, other: RoundOfReview): boolean {
  return one?.duty === other.duty && one.period === other.period;
}

function reviewOf(
  state: DirectiveState,
  called: Omit<CalledReview, 'n' | 'heading'>,
): CalledReview {
  return { n: state.reviews.length + 1, ...called, heading: headingOf(state) };
}

function headingOf(state: DirectiveState): ReviewHeading {
  const { issuer, monitoringBody, tasks } = state.draft!;
  return {
    directive: state.id,
    symbol: state.issue?.symbol ?? state.id,
    issuer,
    monitor: valueOf(monitoringBody) ?? null,
    tasks: tasks.map(({ key, lead }) => ({
      key,
      lead: valueOf(lead) ?? null,
      owedBy: unitsOfTask(state, key),
    })),
  };
}

function unitsOfTask({ duties }: DirectiveState, task: string): readonly string[] {
  const units = Object.values(duties).flatMap((duty) => {
    const who = duty.task === task ? valueOf(duty.owes) : undefined;
    return who?.kind === 'units' ? who.units : [];
  });
  return [...new Set(units)];
}

function refuseCalled({ data, actor, effectiveAt }: Of<'CallReview'>): Refusal | null {
  const { period, scope, cutOff } = data;
  if (isBlank(period.label.vi)) return refuse('directive.field-empty', { field: 'period.label' });
  for (const date of [period.from, period.to]) {
    if (date !== null && !isLocalDate(date)) return refuse('date.invalid', { date });
  }
  const { from, to } = period;
  if (from !== null && to !== null && to < from) return refuse('review.period-empty', { from, to });
  if (scope !== null && isBlank(scope.text)) {
    return refuse('directive.field-empty', { field: 'scope.text' });
  }
  const graded = scope?.units ?? null;
  const ungrounded = graded && refuseGrades([{ field: 'scope.units', graded }], actor);
  if (ungrounded) return ungrounded;
  return isInstant(cutOff) && cutOff > effectiveAt
    ? null
    : refuse('review.cut-off-passed', { cutOff });
}

/**
 * One review of a kind, a period and a scope at a time: a second one would ask every unit twice. Another may be called
 * once the first is cancelled or its data are closed; the review of a year that the directive orders counts as well.
 */
function refuseTwice(
  { reviews }: DirectiveState,
  { data, effectiveAt }: Of<'CallReview'>,
): Refusal | null {
  const { kind, period, scope } = data;
  const open = reviews.find(
    (one) =>
      !one.cancelled &&
      effectiveAt < one.cutOff &&
      one.kind === kind &&
      samePeriod(one.period, period) &&
      sameScope(one.scope, scope),
  );
  if (open === undefined) return null;
  return refuse('review.already-open', { kind, review: open.n, cutOff: open.cutOff });
}

/** By its days; by its name where it has none. */
function samePeriod(one: ReviewPeriod, other: ReviewPeriod): boolean {
  if (one.from !== other.from || one.to !== other.to) return false;
  return one.from !== null || one.to !== null || isAlike(one.label.vi, other.label.vi);
}

/** By its units, in whatever order; by its text where it names none. */
function sameScope(one: ReviewScope | null, other: ReviewScope | null): boolean {
  if (one === null || other === null) return one === other;
  const [units, others] = [one, other].map(({ units: of }) => of && valueOf(of));
  if (units == null || others == null) {
    return units == null && others == null && isAlike(one.text, other.text);
  }
  return sameJson([...units].sort(), [...others].sort());
}

function isAlike(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** What comes in after the cut-off would be in no pack. */
function refuseSelfAssessment({ data, plan, effectiveAt }: Of<'CallReview'>): Refusal | null {
  const { selfAssessmentDue: due, cutOff } = data;
  if (due !== null && !isLocalDate(due)) return refuse('date.invalid', { date: due });
  const dueAt = plan?.dueAt;
  const isPast = dueAt === undefined ? isBefore(due, effectiveAt) : dueAt <= effectiveAt;
  if (isPast) return refuse('review.self-assessment-overdue', { dueAt: dueAt ?? due });
  if (dueAt !== undefined && dueAt > cutOff) {
    return refuse('review.self-assessment-after-cut-off', { dueAt, cutOff });
  }
  return null;
}

function isBefore(date: LocalDate | null, instant: string): boolean {
  return date !== null && date < officeDay(instant);
}
