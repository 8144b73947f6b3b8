/**
 * The days that a norm of recognition makes of one year: until when one registers, from when and until when it is
 * decided for each kind of subject, and the mornings on which the body hears of it.
 */
import { addDays, toInstant } from '../calendar';
import {
  valueOf,
  type RecognitionDeadline,
  type DecisionWindow,
  type LocalDate,
  type RecognitionNorm,
  type RecognitionWindow,
} from '../domain';
import { policyInForce, type InForce, type PolicyBook, type PolicyQuestion } from './policy-book';

export type Use = Pick<InForce, 'assumption'>;

export type DaysOf = {
  readonly registration: RecognitionWindow | null;
  readonly decisions: readonly DecisionWindow[] | null;
  readonly deadlines: readonly RecognitionDeadline[];
  /** The other rules that these days rest on. */
  readonly uses: readonly Use[];
};

export type NormYear = { readonly norm: RecognitionNorm; readonly year: number };

export function daysOf(
  { norm, year }: NormYear,
  question: PolicyQuestion,
  book: PolicyBook,
): DaysOf {
  const span = valueOf(norm.registration);
  const rules = valueOf(norm.subjects);
  const bound = rules && policyInForce(book, 'bound', question);
  const inclusive = bound?.policy.value.before === 'inclusive';
  const decisions = rules?.map(({ kind, assessment, decisionBefore }): DecisionWindow => {
    const before = `${year}-${decisionBefore}`;
    const first = addDays(`${year}-${assessment.to}`, 1);
    return { kind, first, last: inclusive ? before : addDays(before, -1) };
  });
  const registration = span ? { first: `${year}-${span.from}`, last: `${year}-${span.to}` } : null;
  // The hour at which anything is reminded of is the ladder's.
  const ladder = span || rules ? policyInForce(book, 'ladder', question) : null;
  const morning = (date: LocalDate) =>
    toInstant(book.calendar.zone, { date, time: ladder?.policy.value.hour ?? '00:00' });
  return {
    registration,
    decisions: decisions ?? null,
    deadlines: deadlines(registration, decisions ?? [], morning),
    uses: [bound, ladder].flatMap((one) => one ?? []),
  };
}

/** Kinds that are decided by the same day share a deadline. */
function deadlines(
  registration: RecognitionWindow | null,
  decisions: readonly DecisionWindow[],
  morning: (date: LocalDate) => string,
): RecognitionDeadline[] {
  const kinds = decisions.map(({ kind }) => kind);
  const days = [...new Set(decisions.map(({ last }) => last))];
  return [
    ...(registration && kinds.length > 0
      ? [
          {
            what: 'registrationEnds' as const,
            kinds,
            last: registration.last,
            at: morning(registration.last),
          },
        ]
      : []),
    ...days.map((last): RecognitionDeadline => ({
      what: 'decisionDue',
      kinds: decisions.filter((one) => one.last === last).map(({ kind }) => kind),
      last,
      at: morning(last),
    })),
  ];
}
