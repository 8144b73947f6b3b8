/**
 * When one period of a duty is due: the duty's own values, the policies in force, the calendar. Either every value is
 * there, or the answer names those that are missing; what rests on an assumption says so.
 */
import {
  calendarName,
  deriveDue,
  localDateOf,
  type Due,
  type DueAnchor,
  type DueRule,
  type Period,
} from '../calendar';
import {
  DUTY_VALUES,
  valueOf,
  type Assumption,
  type DirectiveState,
  type Duty,
  type DutyValue,
  type Graded,
  type Instant,
  type LocalDate,
  type PlannedPeriod,
  type PolicyKind,
  type Role,
} from '../domain';
import { policyInForce, policyName, type InForce, type PolicyBook } from './policy-book';

/** What is to be dated: one period of one duty, as planned at an instant. */
export type DutyQuestion = {
  readonly directive: DirectiveState;
  readonly duty: Duty;
  readonly period: PlannedPeriod;
  /** The date a request named; it stands in place of the duty's own rule. */
  readonly requestedDue: LocalDate | null;
  readonly at: Instant;
  readonly book: PolicyBook;
};

export type DutyDue =
  | {
      readonly ok: true;
      readonly due: Due;
      readonly policies: readonly string[];
      readonly assumptions: readonly Assumption[];
    }
  | { readonly ok: false; readonly missing: readonly string[] };

/** Values of the duty that nobody stated nor decided; a date given by a request stands in for the due rule. */
export function missingValues(
  duty: Duty,
  needed: readonly (typeof DUTY_VALUES)[number][] = DUTY_VALUES,
): DutyValue[] {
  const missing = needed.filter((name) => valueOf<unknown>(duty[name]) === undefined);
  return needed.includes('cadence') && lacksAnchor(duty) ? [...missing, 'anchor'] : missing;
}

function lacksAnchor({ cadence, anchor }: Duty): boolean {
  if (valueOf(cadence)?.kind !== 'everyMonths') return false;
  return anchor === undefined || valueOf(anchor) === undefined;
}

export function dueOfDuty(question: DutyQuestion): DutyDue {
  const { duty, requestedDue, period } = question;
  const stated = requestedDue === null ? valueOf(duty.due) : fixed(requestedDue);
  if (stated === undefined || !canApply(stated, period)) return { ok: false, missing: ['due'] };
  const found = policiesFor(question);
  if (!found.ok) return found;
  const { dueHour, rolling, bound, closing } = found;
  const due = deriveDue({
    calendar: question.book.calendar,
    rule: stated,
    anchor: anchorOf(question, stated),
    period: periodOf(period),
    bound: boundOf(question),
    beforeReading: bound?.policy.value.before,
    // A day that somebody named is taken as it is.
    rolling: requestedDue === null ? rolling.policy.value.roll : 'keep',
    dueHour: dueHour.policy.value.hour,
    sources: {
      rule: requestedDue === null ? sourceOf(duty.due) : 'Thời hạn nêu trong yêu cầu báo cáo',
      bound: bound ? sourceOfPolicy(bound) : '',
      rolling: sourceOfPolicy(rolling),
      dueHour: sourceOfPolicy(dueHour),
    },
  });
  const used = [dueHour, rolling, ...(bound ? [bound] : []), ...(closing ? [closing] : [])];
  return {
    ok: true,
    due,
    policies: used.map(({ policy }) => policyName(policy)),
    assumptions: [
      ...used.flatMap(({ assumption }) => (assumption ? [assumption] : [])),
      ...assumedValues(duty, requestedDue),
      ...calendarAssumption(question.book, due),
    ],
  };
}

/** The policy of a kind for this directive on the day of `at`. */
export function policyOf<K extends PolicyKind>(
  { directive, at, book }: Pick<DutyQuestion, 'directive' | 'at' | 'book'>,
  kind: K,
  id?: string,
): InForce<K> | null {
  return policyInForce(book, kind, {
    issuer: directive.draft?.issuer ?? '',
    documentType: directive.draft?.documentType ?? '',
    date: localDateOf(book.calendar.zone, at),
    ...(id === undefined ? {} : { id }),
  });
}

export type LadderPolicy = InForce<'ladder'>['policy'];

export function sourceOfPolicy({ policy }: Pick<InForce, 'policy'>): string {
  return `${policy.source} [${policyName(policy)}]`;
}

const ROLE_WORDS: { readonly [role in Role]: string } = {
  clerk: 'văn thư',
  focal: 'đầu mối',
  standingBody: 'cơ quan thường trực',
  leader: 'lãnh đạo',
  auditor: 'kiểm tra viên',
  operator: 'quản trị',
  system: 'hệ thống',
};

/** Where a graded value is taken from, in one line. */
export function sourceOf(graded: Graded<unknown>): string {
  switch (graded.grade) {
    case 'stated':
      return `${graded.place}: “${graded.quote}”`;
    case 'decided':
      return `Quyết định của ${ROLE_WORDS[graded.by.role]}: ${graded.reason}`;
    case 'inferred':
      return `Suy ra: ${graded.reason}`;
    case 'assumed':
      return `Giả định: ${graded.reason}`;
    case 'notStated':
    case 'notInCopy':
      return '';
  }
}

type Policies =
  | {
      readonly ok: true;
      readonly dueHour: InForce<'dueHour'>;
      readonly rolling: InForce<'rolling'>;
      readonly bound: InForce<'bound'> | null;
      readonly closing: InForce<'closing'> | null;
    }
  | { readonly ok: false; readonly missing: readonly string[] };

function policiesFor(question: DutyQuestion): Policies {
  const dueHour = policyOf(question, 'dueHour');
  const rolling = policyOf(question, 'rolling');
  const bound = policyOf(question, 'bound');
  const before = boundOf(question) === 'before';
  const boundMissing = before && bound === null;
  const closes = closesOn15(question.duty);
  const closing = closes ? policyOf(question, 'closing') : null;
  const closingMissing = closes && closing === null;
  if (dueHour && rolling && !boundMissing && !closingMissing) {
    return { ok: true, dueHour, rolling, bound: before ? bound : null, closing };
  }
  return {
    ok: false,
    missing: [
      ...(dueHour ? [] : ['policy.dueHour']),
      ...(rolling ? [] : ['policy.rolling']),
      ...(boundMissing ? ['policy.bound'] : []),
      ...(closingMissing ? ['policy.closing'] : []),
    ],
  };
}

/** Periods from the 15th to the 14th are a rule of its own, with a date from which it binds. */
function closesOn15(duty: Duty): boolean {
  const cadence = valueOf(duty.cadence);
  return cadence?.kind === 'every' && cadence.system === 'closing15';
}

/** `trước ngày D` is said of the duty's own date, not of one a request names. */
function boundOf({ duty, requestedDue }: DutyQuestion): Duty['bound'] {
  return requestedDue === null ? duty.bound : 'inclusive';
}

function fixed(date: LocalDate): DueRule {
  return { kind: 'fixedDate', date };
}

/** A rule that counts from a closing needs a period that closes; one from a request needs a request. */
function canApply(rule: DueRule, period: PlannedPeriod): boolean {
  switch (rule.kind) {
    case 'dayOfLastMonth':
    case 'dayOfNextMonth':
    case 'periodEnd':
      return period.closing !== null;
    case 'workingDaysAfter':
    case 'calendarDaysAfter':
      if (rule.from === 'closing') return period.closing !== null;
      return rule.from === 'issue' || period.id.startsWith('req-');
    case 'hoursAfter':
      return period.id.startsWith('req-');
    case 'yearlyDate':
    case 'fixedDate':
      return true;
  }
}

function anchorOf({ directive, period, at }: DutyQuestion, rule: DueRule): DueAnchor | null {
  const from = 'from' in rule ? rule.from : rule.kind === 'yearlyDate' ? 'issue' : null;
  if (from === 'request') {
    return { kind: 'request', instant: at, source: `Yêu cầu báo cáo ${period.id}` };
  }
  if (from !== 'issue' || directive.issue === null) return null;
  const { symbol, date } = directive.issue;
  return { kind: 'issue', date, source: `Chỉ thị ${symbol ?? ''}`.trim() };
}

function periodOf({ id, label, from, to, closing }: PlannedPeriod): Period | null {
  return from === null || to === null || closing === null ? null : { id, label, from, to, closing };
}

function assumedValues(duty: Duty, requestedDue: LocalDate | null): Assumption[] {
  return [...DUTY_VALUES, 'anchor' as const].flatMap((name) => {
    const graded: Graded<unknown> | undefined = duty[name];
    if (graded?.grade !== 'assumed' || (name === 'due' && requestedDue !== null)) return [];
    return [
      {
        code: 'value.assumed',
        policy: null,
        source: graded.reason,
        text: {
          vi: `${duty.title.vi}: ${VALUE_NAMES[name].vi} là giả định (${graded.reason})`,
          en: `${duty.title.en}: ${VALUE_NAMES[name].en} is assumed (${graded.reason})`,
        },
      },
    ];
  });
}

const VALUE_NAMES = {
  owes: { vi: 'đối tượng thực hiện', en: 'who owes it' },
  to: { vi: 'nơi nhận', en: 'the receiver' },
  cadence: { vi: 'định kỳ', en: 'the cadence' },
  due: { vi: 'thời hạn', en: 'the due rule' },
  anchor: { vi: 'mốc tính', en: 'the anchor' },
} as const;

/** A date of a year that no calendar has decided, or that relies on an unsure day, says so. */
export function calendarAssumption({ calendar }: PolicyBook, due: Due): Assumption[] {
  if (!due.provisional) return [];
  const { to, decided = to } = calendar.coverage;
  const undecided = Number(due.localDate.slice(0, 4)) > decided;
  const source = calendarName(calendar);
  const text = undecided
    ? {
        vi: `Ngày ${due.localDate} là tạm tính: lịch ${source} mới chốt đến năm ${decided}`,
        en: `${due.localDate} is provisional: the calendar ${source} is decided to ${decided}`,
      }
    : {
        vi: `Ngày ${due.localDate} dựa vào một ngày nghỉ chưa chắc chắn của lịch ${source}`,
        en: `${due.localDate} relies on an unsure day of the calendar ${source}`,
      };
  const code = undecided ? 'calendar.provisional' : 'calendar.unsure-day';
  return [{ code, policy: null, source, text }];
}
