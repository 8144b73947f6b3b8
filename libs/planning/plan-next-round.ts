/**
 * The next round of a duty: its period and the instant it opens, or what is missing, or that none follows.
 * A period whose due time has passed is never opened afterwards.
 */
import {
  addDays,
  localDateOf,
  periodAfter,
  periodContaining,
  toInstant,
  type Period,
  type PeriodRule,
} from '../calendar';
import {
  nextKey,
  requestPeriod,
  roundKey,
  valueOf,
  type Assumption,
  type Cadence,
  type DirectiveState,
  type Duty,
  type Instant,
  type LocalDate,
  type NextRoundPlan,
  type PlannedPeriod,
} from '../domain';
import { dueOfDuty, missingValues, policyOf, type DutyDue } from './duty-due';
import type { Impossible } from './impossible';
import type { PolicyBook } from './policy-book';

export type PlanRoundData = {
  readonly duty: string;
  /** The id of the period before; null for the first. */
  readonly after: string | null;
  readonly request?: number;
};

/** No duty runs for longer; a rule that finds no future period within is none. */
const MOST_PERIODS = 5000;

type Context = {
  readonly directive: DirectiveState;
  readonly duty: Duty;
  readonly revision: number;
  readonly at: Instant;
  readonly book: PolicyBook;
};

export function planNextRound(
  directive: DirectiveState,
  data: PlanRoundData,
  at: Instant,
  book: PolicyBook,
): NextRoundPlan | Impossible {
  const duty = Object.hasOwn(directive.duties, data.duty) ? directive.duties[data.duty] : undefined;
  const revision = directive.revisions[data.duty] ?? 0;
  if (duty === undefined) return { revision, kind: 'none' };
  const context: Context = { directive, duty, revision, at, book };
  if (data.request !== undefined) return planRequested(context, data.request);
  const missing = missingValues(duty);
  if (missing.length > 0) return { revision, kind: 'missing', values: missing };
  const cadence = valueOf(duty.cadence)!;
  switch (cadence.kind) {
    case 'once':
      return data.after === null ? planOnce(context) : { revision, kind: 'none' };
    case 'onRequest':
      return { revision, kind: 'none' };
    case 'every':
    case 'everyMonths':
      return planPeriodic(context, periodRule(cadence, duty), data.after);
  }
}

/**
 * A requested report opens at once; a date named by the request stands in for cadence and due rule. One that is past
 * already is refused rather than forgotten.
 */
function planRequested(context: Context, request: number): NextRoundPlan | Impossible {
  const { directive, duty, revision, at } = context;
  const id = requestPeriod(request);
  const requestedDue = directive.requested[id]?.dueDate ?? null;
  const missing = missingValues(
    duty,
    requestedDue === null ? ['owes', 'to', 'due'] : ['owes', 'to'],
  );
  if (missing.length > 0) return { revision, kind: 'missing', values: missing };
  if (isConvened(directive, duty.id, id)) return { revision, kind: 'none' };
  const label = { vi: `yêu cầu số ${request}`, en: `request ${request}` };
  const period = { id, label, from: null, to: null, closing: null };
  const due = dueOfDuty({ ...context, period, requestedDue });
  if (due.ok && due.due.dueAt <= at) {
    return { impossible: 'due.before-opening', params: { dueAt: due.due.dueAt, opensAt: at } };
  }
  return answered(context, period, due, at);
}

function planOnce(context: Context): NextRoundPlan {
  const { directive, duty, revision, at } = context;
  const label = { vi: 'một lần', en: 'once' };
  const period: PlannedPeriod = { id: 'once', label, from: null, to: null, closing: null };
  if (isConvened(directive, duty.id, period.id)) return { revision, kind: 'none' };
  return answered(context, period, dueOfDuty({ ...context, period, requestedDue: null }), at);
}

function planPeriodic(context: Context, rule: PeriodRule, after: string | null): NextRoundPlan {
  const { directive, duty, revision, at } = context;
  const opening = policyOf(context, 'opening');
  if (opening === null) return { revision, kind: 'missing', values: ['policy.opening'] };
  const notBefore = later(at, directive.issue?.issuedAt ?? at);
  let period = firstCandidate(context, rule, after);
  for (let tried = 0; tried < MOST_PERIODS; tried += 1, period = periodAfter(rule, period)) {
    if (isConvened(directive, duty.id, period.id)) continue;
    const due = dueOfDuty({ ...context, period, requestedDue: null });
    if (!due.ok) return { revision, kind: 'missing', values: due.missing };
    if (due.due.dueAt <= notBefore) {
      if (valueOf(duty.due)?.kind === 'fixedDate') break;
      continue;
    }
    const { calendarDaysBeforeDue, hour } = opening.policy.value;
    const opensOn = addDays(due.due.localDate, -calendarDaysBeforeDue);
    const opensAt = toInstant(context.book.calendar.zone, { date: opensOn, time: hour });
    const assumed = opening.assumption ? [opening.assumption] : [];
    return answered(context, period, due, later(at, opensAt), assumed);
  }
  return { revision, kind: 'none' };
}

/** The period after the one named; without one, a period early enough that its due time may follow the issue. */
function firstCandidate(context: Context, rule: PeriodRule, after: string | null): Period {
  const end = after === null ? null : endOfPeriod(context.directive, context.duty.id, after);
  if (end !== null) return periodContaining(rule, addDays(end, 1));
  const first = earliestPeriod(context, rule);
  return after === null ? first : periodBehind(rule, first, after);
}

/** The period that follows one this directive knows no more: it was to be convened, and was not. */
function periodBehind(rule: PeriodRule, first: Period, after: string): Period {
  let period = first;
  for (let tried = 0; tried < MOST_PERIODS; tried += 1) {
    const next = periodAfter(rule, period);
    if (period.id === after) return next;
    period = next;
  }
  return first;
}

function earliestPeriod({ directive, at, book }: Context, rule: PeriodRule): Period {
  const issued = directive.issue?.date ?? localDateOf(book.calendar.zone, at);
  const present = periodContaining(rule, issued);
  // A nine-month period leaves a gap of three months before it.
  const before = rule.kind === 'nineMonths' ? 100 : 1;
  const earlier = periodContaining(rule, addDays(present.from, -before));
  const isBeforeAnchor = rule.kind === 'anchored' && earlier.to <= rule.anchor;
  if (!isBeforeAnchor) return earlier;
  return periodContaining(rule, issued > rule.anchor ? issued : addDays(rule.anchor, 1));
}

/** The last day of a period this directive has already planned or convened. */
function endOfPeriod(directive: DirectiveState, duty: string, period: string): LocalDate | null {
  const convened = directive.rounds[roundKey(duty, period)]?.planned;
  const key = nextKey(directive, duty, period);
  const coming = [directive.due[key]?.period, directive.next[key]?.period];
  const known = [convened, ...coming].find((one) => one?.id === period);
  return known?.to ?? null;
}

function isConvened(directive: DirectiveState, duty: string, period: string): boolean {
  return Object.hasOwn(directive.rounds, roundKey(duty, period));
}

function answered(
  { revision, at }: Context,
  period: PlannedPeriod,
  due: DutyDue,
  opensAt: Instant,
  assumed: readonly Assumption[] = [],
): NextRoundPlan {
  if (!due.ok) return { revision, kind: 'missing', values: due.missing };
  if (due.due.dueAt <= at) return { revision, kind: 'none' };
  const { id, label, from, to, closing } = period;
  const assumptions = [...due.assumptions, ...assumed];
  return {
    revision,
    kind: 'next',
    period: { id, label, from, to, closing },
    opensAt,
    assumptions,
  };
}

/** What repeats every so many months has its anchor: without it the duty would be missing a value. */
export function periodRule(
  cadence: Extract<Cadence, { kind: 'every' | 'everyMonths' }>,
  { anchor }: Duty,
): PeriodRule {
  return cadence.kind === 'every'
    ? { kind: cadence.period, system: cadence.system }
    : { kind: 'anchored', everyMonths: cadence.months, anchor: valueOf(anchor!)! };
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
