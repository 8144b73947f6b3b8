/**
 * The days that a norm of recognition makes of one year: until when one registers and is assessed, from when and until when
 * it is decided for each kind of subject, and the mornings on which somebody hears of it, each with its reasons. Of the
 * dossier's own last day our copies say nothing: units are reminded of it before the end of their assessment window.
 */
import { addDays, deriveRungs, toInstant, type DerivationStep } from '../calendar';
import {
  valueOf,
  type Assessment,
  type DecisionWindow,
  type Instant,
  type LocalDate,
  type NormName,
  type RecognitionDay,
  type RecognitionDeadline,
  type RecognitionNorm,
  type RecognitionSubjectKind,
  type RecognitionWindow,
  type SubjectRule,
} from '../domain';
import { sourceOf, sourceOfPolicy } from './duty-due';
import { policyInForce, type InForce, type PolicyBook, type PolicyQuestion } from './policy-book';

export type Use = Pick<InForce, 'assumption'>;

export type DaysOf = {
  readonly registration: RecognitionWindow | null;
  readonly decisions: readonly DecisionWindow[] | null;
  readonly deadlines: readonly RecognitionDeadline[];
  /** Kinds with the same last day together. */
  readonly assessments: readonly Assessment[];
  /** The other rules that these days rest on. */
  readonly uses: readonly Use[];
};

export type NormYear = {
  readonly norm: RecognitionNorm;
  readonly name: NormName;
  readonly year: number;
  /** A reminder is planned for a morning that is still to come. */
  readonly at: Instant;
};

/** A last day of some kinds of subject, and why it is that day. */
type LastDay = {
  readonly kinds: readonly RecognitionSubjectKind[];
  readonly last: LocalDate;
  readonly why: readonly DerivationStep[];
};

type Ladder = InForce<'ladder'> | null;
type Bound = InForce<'bound'> | null;

export function daysOf(of: NormYear, question: PolicyQuestion, book: PolicyBook): DaysOf {
  const { norm, year } = of;
  const span = valueOf(norm.registration);
  const rules = valueOf(norm.subjects);
  const bound = rules ? policyInForce(book, 'bound', question) : null;
  const decisions = rules?.map((rule): DecisionWindow => {
    const first = addDays(`${year}-${rule.assessment.to}`, 1);
    const assessedUntil = `${year}-${rule.assessment.to}`;
    return { kind: rule.kind, first, last: lastToDecide(rule, year, bound), assessedUntil };
  });
  const registration = span ? { first: `${year}-${span.from}`, last: `${year}-${span.to}` } : null;
  // The hour at which anything is reminded of is the ladder's, and so is how long before.
  const ladder = span || rules ? policyInForce(book, 'ladder', question) : null;
  const place = (what: readonly RecognitionDay[]) => (day: LastDay) =>
    what.flatMap((one) => placed(one, day, of, ladder, book));
  const assessed = byLast(rules ?? [], (rule) => assessmentOf(of, rule));
  const toRegister = rules && registration ? [registrationOf(of, registration, rules)] : [];
  return {
    registration,
    decisions: decisions ?? null,
    deadlines: [
      ...toRegister.flatMap(place(['registrationReminder', 'registrationEnds'])),
      ...assessed.flatMap(place(['dossierReminder'])),
      ...byLast(rules ?? [], (rule) => decisionOf(of, rule, bound)).flatMap(
        place(['decisionDue', 'decisionOverdue']),
      ),
    ],
    assessments: assessed.map(({ kinds, last, why }) => ({ kinds, last, derivation: why })),
    uses: [bound, ladder].flatMap((one) => one ?? []),
  };
}

function registrationOf(
  { norm }: NormYear,
  { first, last }: RecognitionWindow,
  rules: readonly SubjectRule[],
): LastDay {
  const source = sourceOf(norm.registration);
  const why = step('recognition.registration', norm, { source, from: first ?? last, to: last });
  return { kinds: rules.map(({ kind }) => kind), last, why: [why] };
}

function assessmentOf({ norm, year }: NormYear, { kind, assessment }: SubjectRule): LastDay {
  const last = `${year}-${assessment.to}`;
  const began = assessment.from > assessment.to ? year - 1 : year;
  const source = sourceOf(norm.subjects);
  const from = `${began}-${assessment.from}`;
  const why = step('recognition.assessment', norm, { source, from, to: last });
  return { kinds: [kind], last, why: [why] };
}

function decisionOf({ norm, year }: NormYear, rule: SubjectRule, bound: Bound): LastDay {
  const before = `${year}-${rule.decisionBefore}`;
  const last = lastToDecide(rule, year, bound);
  const source = sourceOf(norm.subjects);
  const why = [step('recognition.decision', norm, { source, from: before, to: before })];
  if (bound === null) return { kinds: [rule.kind], last, why };
  const reading = `bound.${bound.policy.value.before}`;
  const read = { rule: reading, source: sourceOfPolicy(bound), from: before, to: last };
  return { kinds: [rule.kind], last, why: [...why, read] };
}

function lastToDecide({ decisionBefore }: SubjectRule, year: number, bound: Bound): LocalDate {
  const before = `${year}-${decisionBefore}`;
  return bound?.policy.value.before === 'inclusive' ? before : addDays(before, -1);
}

function step(
  rule: string,
  { symbol }: RecognitionNorm,
  of: Pick<DerivationStep, 'source' | 'from' | 'to'>,
): DerivationStep {
  return { rule, ...of, params: { norm: symbol } };
}

/** Kinds that have the same last day share it. */
function byLast(
  rules: readonly SubjectRule[],
  dayOf: (rule: SubjectRule) => LastDay,
): readonly LastDay[] {
  const days = new Map<LocalDate, LastDay>();
  for (const day of rules.map(dayOf)) {
    const known = days.get(day.last);
    const kinds = [...(known?.kinds ?? []), ...day.kinds];
    days.set(day.last, { ...(known ?? day), kinds });
  }
  return [...days.values()];
}

/** The morning on which somebody hears of a last day; none where no rung of the ladder lies before or after it. */
function placed(
  what: RecognitionDay,
  { kinds, last, why }: LastDay,
  { name, at: now }: NormYear,
  ladder: Ladder,
  { calendar }: PolicyBook,
): RecognitionDeadline[] {
  const { zone } = calendar;
  const hour = ladder?.policy.value.hour ?? '00:00';
  const morning = toInstant(zone, { date: last, time: hour });
  const deadline = { what, kinds, last, at: morning, derivation: why, norm: name };
  if (what === 'registrationEnds' || what === 'decisionDue') return [deadline];
  if (ladder === null) return [];
  const endsAt = toInstant(zone, { date: addDays(last, 1), time: '00:00' });
  const { rungs } = ladder.policy.value;
  const source = sourceOfPolicy(ladder);
  const all = deriveRungs({ calendar, dueAt: endsAt, ladder: { rungs, hour, source } });
  const rung =
    what === 'decisionOverdue'
      ? all.find(({ at }) => at >= endsAt)
      : all.find(({ kind, at }) => kind === 'reminder' && at > now && at < morning);
  if (rung === undefined) return [];
  return [{ ...deadline, at: rung.at, derivation: [...why, rung.derivation] }];
}
