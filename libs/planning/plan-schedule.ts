/**
 * A new due time on a day that people set: an extension granted, a round resumed. The day is taken as it is, without
 * rolling; the round's own ladder is placed anew, as far as it lies ahead.
 */
import { calendarName, deriveDue, localDateOf } from '../calendar';
import type {
  Instant,
  LocalDate,
  PlannedSchedule,
  PolicyKind,
  RoundState,
  SchedulePlan,
} from '../domain';
import { sourceOfPolicy, type LadderPolicy } from './duty-due';
import type { Impossible } from './impossible';
import { plannedRungs } from './planned-rungs';
import { policyInForce, policyName, type InForce, type PolicyBook } from './policy-book';

export function planExtension(
  round: RoundState,
  { unit, date }: { readonly unit: string; readonly date: LocalDate },
  at: Instant,
  book: PolicyBook,
): SchedulePlan | Impossible {
  const schedule = round.obligations[unit]?.schedule ?? 's0';
  return planOnDay({ round, date, at, book, schedule, source: `Gia hạn cho ${unit}` });
}

export function planResumption(
  round: RoundState,
  { newDueDate }: { readonly newDueDate: LocalDate },
  at: Instant,
  book: PolicyBook,
): SchedulePlan | Impossible {
  const source = 'Thời hạn mới khi tiếp tục thi hành';
  return planOnDay({ round, date: newDueDate, at, book, schedule: 's0', source });
}

type DayQuestion = {
  readonly round: RoundState;
  readonly date: LocalDate;
  readonly at: Instant;
  readonly book: PolicyBook;
  /** The schedule that is replaced: its ladder is kept. */
  readonly schedule: string;
  readonly source: string;
};

function planOnDay(question: DayQuestion): SchedulePlan | Impossible {
  const { round, date, at, book, source } = question;
  const replaced = round.schedules[question.schedule];
  const dueHour = policyOfRound(question, 'dueHour');
  const ladder =
    replaced && (ladderNamed(replaced, book) ?? policyOfRound(question, 'ladder')?.policy);
  if (round.heading === null || !replaced || !dueHour || !ladder) {
    const policy = dueHour ? 'ladder' : 'dueHour';
    return { impossible: 'policy.missing', params: { policy } };
  }
  const { calendar } = book;
  const due = deriveDue({
    calendar,
    rule: { kind: 'fixedDate', date },
    bound: 'inclusive',
    rolling: 'keep',
    dueHour: dueHour.policy.value.hour,
    sources: { rule: source, bound: source, rolling: source, dueHour: sourceOfPolicy(dueHour) },
  });
  const { dueAt, provisional, derivation } = due;
  return {
    schedule: {
      dueAt,
      provisional,
      derivation,
      rungs: plannedRungs({ ladder, dueAt, after: at, calendar }),
      calendarVersion: calendarName(calendar),
      policies: [policyName(dueHour.policy), policyName(ladder)],
    },
  };
}

function policyOfRound<K extends PolicyKind>(
  { round, at, book }: DayQuestion,
  kind: K,
): InForce<K> | null {
  return policyInForce(book, kind, {
    issuer: round.heading?.issuer ?? '',
    documentType: 'directive',
    date: localDateOf(book.calendar.zone, at),
  });
}

/** The ladder a schedule was made by, in the version it names. */
function ladderNamed(schedule: PlannedSchedule, book: PolicyBook): LadderPolicy | undefined {
  return book.policies.find(
    (policy): policy is LadderPolicy =>
      policy.value.kind === 'ladder' && schedule.policies.includes(policyName(policy)),
  );
}
