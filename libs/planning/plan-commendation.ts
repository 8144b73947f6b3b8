/**
 * What a command on a commendation needs from outside its stream: the deadline of the step it begins, in working days of a
 * policy; who may award the form on a day; which of the units are barred on it.
 */
import { addDays, calendarName, deriveDue, isLocalDate, localDateOf } from '../calendar';
import {
  actingAt,
  superiorAt,
  type Appraisal,
  type CommendationState,
  type FoundEvidence,
  type Instant,
  type LocalDate,
  type Nomination,
  type PlannedStep,
  type StepName,
  type StepPlan,
  type Subject,
  type ThematicRule,
} from '../domain';
import { barsOfEither } from './bars';
import { assumed, dayOf, inForce, none, powerOn, type Office } from './commendation-office';
import { calendarAssumption, sourceOfPolicy } from './duty-due';
import type { Impossible } from './impossible';
import { plannedRungs } from './planned-rungs';
import { planUnits, planUnitsThere } from './plan-units';
import { refuseUnknownDirective, unitsOf } from './plan-reported-awards';
import { policyName, type InForce, type PolicyBook } from './policy-book';

export type CommendationContext = {
  readonly state: CommendationState;
  readonly at: Instant;
  readonly book: PolicyBook;
  /** The unit for which the actor acts. */
  readonly unit: string | null;
  readonly evidence?: readonly FoundEvidence[] | undefined;
  /** Absent: the command names no directive. */
  readonly directiveKnown?: boolean | undefined;
};

const NO_PLAN: StepPlan = {
  deadline: null,
  power: null,
  bars: [],
  documents: [],
  assumptions: [],
};

export function planNomination(
  nomination: Nomination,
  { at, book, unit, evidence, directiveKnown }: CommendationContext,
): StepPlan | Impossible {
  const { awardingBody, appraisingBody, subjects, form } = nomination;
  const own = unit === null ? [] : [unit];
  const office = { at, book, awardingBody };
  // Where a person served may have ended since; a collective and the bodies must be there.
  const there = [awardingBody, appraisingBody, ...collectivesOf(subjects)];
  const absent =
    refuseUnknownDirective(nomination.directive, directiveKnown) ??
    planUnits([...own, ...unitsOf(subjects)], book.org) ??
    planUnitsThere(there, book.org, dayOf(office));
  if (absent) return absent;
  const { achievedOn } = nomination;
  const ahead = achievedOn && isLocalDate(achievedOn) ? refuseAhead(achievedOn, office) : null;
  if (ahead) return ahead;
  const power = powerOn(office, form, dayOf(office));
  if ('impossible' in power) return power;
  const step = planStep(office, { step: 'dossier', responsible: unit });
  if ('impossible' in step) return step;
  const thematic = thematicRule(nomination, office);
  return {
    ...step,
    power: power.power,
    ...(evidence === undefined ? {} : { evidence }),
    ...(thematic === null ? {} : { thematic }),
    assumptions: [...power.assumptions, ...step.assumptions],
  };
}

/** Only a rule in force today: one that is younger, or another body's, refuses nobody. */
function thematicRule({ merit, achievedOn }: Nomination, office: Office): ThematicRule | null {
  if (merit !== 'thematic') return null;
  const found = inForce(office, 'thematicDossier');
  if (found === null || found.assumption !== null) return null;
  const { calendarDays, late } = found.policy.value;
  return {
    calendarDays,
    last: achievedOn && isLocalDate(achievedOn) ? addDays(achievedOn, calendarDays) : null,
    late,
    today: dayOf(office),
    policy: policyName(found.policy),
    source: found.policy.source,
  };
}

export function planAppraisal(
  appraisal: Appraisal,
  context: CommendationContext,
): StepPlan | Impossible {
  const { book } = context;
  const absent = planUnitsThere(
    appraisal.opinionsOf,
    book.org,
    localDateOf(book.calendar.zone, context.at),
  );
  if (absent) return absent;
  const { nomination } = context.state;
  if (nomination === null) return UNKNOWN;
  const asks = appraisal.opinionsOf.length > 0;
  const { awardingBody } = nomination;
  return planStep(
    { ...context, awardingBody },
    {
      step: 'decision',
      responsible: awardingBody,
      days: asks ? 'decisionWithOpinions' : 'decision',
    },
  );
}

/**
 * The power is that of the decision's own date; what bars on that date bars, and what bars today: a date that was chosen
 * before a bar began evades nothing. Nor is anything decided before it was nominated and appraised.
 */
export function planDecision(
  { date }: { readonly date: LocalDate },
  context: CommendationContext,
): StepPlan | Impossible {
  const { nomination } = context.state;
  if (nomination === null) return UNKNOWN;
  const { awardingBody, form, subjects } = nomination;
  const office = { ...context, awardingBody };
  const untimely = refuseAhead(date, office) ?? refuseBefore(date, context);
  if (untimely) return untimely;
  const body = actingAt(context.book.org, awardingBody, date) ?? awardingBody;
  const power = powerOn({ ...office, awardingBody: body }, form, date);
  if ('impossible' in power) return power;
  const step = planStep(office, { step: 'conferral', responsible: awardingBody });
  if ('impossible' in step) return step;
  return {
    ...step,
    power: power.power,
    bars: barsOfEither(context.book, collectivesOf(subjects), [date, dayOf(office)]),
    assumptions: [...power.assumptions, ...step.assumptions],
  };
}

/**
 * The dossier is owed by whoever nominated, the appraisal by the body named for it, the rest by the awarding body; for one
 * that has ended by its heir.
 */
export function planNextStep(
  step: StepName,
  { state, at, book }: CommendationContext,
): StepPlan | Impossible {
  const { nominatedBy, nomination } = state;
  if (nomination === null) return UNKNOWN;
  const { awardingBody, appraisingBody } = nomination;
  const responsible =
    step === 'dossier' ? nominatedBy : step === 'appraisal' ? appraisingBody : awardingBody;
  return planStep({ at, book, awardingBody }, { step, responsible });
}

export function planConferral(
  { on }: { readonly on: LocalDate },
  context: CommendationContext,
): StepPlan | Impossible {
  return refuseAhead(on, context) ?? planNextStep('announcement', context);
}

export function planAnnouncement(
  { on }: { readonly on: LocalDate },
  context: CommendationContext,
): StepPlan | Impossible {
  return refuseAhead(on, context) ?? NO_PLAN;
}

/** What the stream is to hold first, and does not yet. */
const UNKNOWN: Impossible = { impossible: 'commendation.unknown', params: {} };

type AskedStep = {
  readonly step: StepName;
  readonly responsible: string | null;
  readonly days?: 'decisionWithOpinions' | 'decision';
};

function planStep(office: Office, asked: AskedStep): StepPlan | Impossible {
  const { at, book } = office;
  const found = policiesOf(office);
  if ('impossible' in found) return found;
  const { steps, ladder, dueHour } = found;
  const { step, days = step } = asked;
  const date = dayOf(office);
  const owed = asked.responsible;
  const responsible = owed === null ? null : (actingAt(book.org, owed, date) ?? owed);
  const { workingDays, documents } = steps.policy.value;
  const source = sourceOfPolicy(steps);
  const due = deriveDue({
    calendar: book.calendar,
    rule: { kind: 'workingDaysAfter', from: 'request', days: workingDays[days] },
    anchor: { kind: 'request', instant: at, source: ANCHORS[step] },
    bound: 'inclusive',
    rolling: 'keep',
    dueHour: dueHour.policy.value.hour,
    sources: { rule: source, bound: source, rolling: source, dueHour: sourceOfPolicy(dueHour) },
  });
  const { dueAt, provisional, derivation } = due;
  const used = [steps, ladder, dueHour];
  const deadline: PlannedStep = {
    step,
    responsible: responsible ?? '',
    superior: responsible === null ? null : superiorAt(book.org, responsible, date),
    schedule: {
      dueAt,
      provisional,
      derivation,
      rungs: plannedRungs({ ladder: ladder.policy, dueAt, after: at, calendar: book.calendar }),
      calendarVersion: calendarName(book.calendar),
      policies: used.map(({ policy }) => policyName(policy)),
    },
  };
  const documentsNeeded = step === 'appraisal' ? documents : [];
  const assumptions = [...assumed(used), ...calendarAssumption(book, due)];
  return { ...NO_PLAN, deadline, documents: documentsNeeded, assumptions };
}

/** From what a step's days are counted. */
const ANCHORS: { readonly [step in StepName]: string } = {
  dossier: 'Ngày đề nghị, hoặc ngày trả lại hồ sơ',
  appraisal: 'Ngày nhận đủ hồ sơ',
  decision: 'Ngày có kết quả thẩm định',
  conferral: 'Ngày ghi nhận quyết định',
  announcement: 'Ngày ghi nhận việc trao tặng',
};

type StepPolicies = {
  readonly steps: InForce<'commendationSteps'>;
  readonly ladder: InForce<'ladder'>;
  readonly dueHour: InForce<'dueHour'>;
};

function policiesOf(office: Office): StepPolicies | Impossible {
  const steps = inForce(office, 'commendationSteps');
  if (steps === null) return none('commendationSteps');
  const ladder = inForce(office, 'ladder', steps.policy.value.ladder);
  if (ladder === null) return none('ladder');
  const dueHour = inForce(office, 'dueHour');
  return dueHour === null ? none('dueHour') : { steps, ladder, dueHour };
}

function refuseBefore(
  date: LocalDate,
  { state: { nominatedAt, appraisal }, book }: CommendationContext,
): Impossible | null {
  const done = appraisal?.at ?? nominatedAt;
  const since = done ? localDateOf(book.calendar.zone, done) : null;
  if (since === null || since <= date) return null;
  return { impossible: 'commendation.decision-too-early', params: { date, since } };
}

function refuseAhead(
  date: LocalDate,
  { at, book }: Pick<CommendationContext, 'at' | 'book'>,
): Impossible | null {
  const today = localDateOf(book.calendar.zone, at);
  return date > today ? { impossible: 'commendation.date-ahead', params: { date, today } } : null;
}

/** A bar of a unit bars the unit, not each of its people: of them the appraisal says so. */
function collectivesOf(subjects: readonly Subject[]): string[] {
  return subjects.flatMap((it) => (it.kind === 'collective' ? [it.unit] : []));
}
