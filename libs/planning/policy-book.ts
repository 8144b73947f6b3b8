/**
 * The rules in force, as planning reads them: every version of every policy, one calendar, the organisation.
 * A rule used before its date or outside its scope is never passed off as in force: it comes with an assumption.
 */
import { addDays, VIETNAM, type Calendar } from '../calendar';
import {
  BARS_STREAM,
  ORG_STREAM,
  kindOfStream,
  type Assumption,
  type BarsState,
  type CalendarState,
  type LocalDate,
  type OrgState,
  type Policy,
  type PolicyKind,
  type PolicyState,
  type PolicyValue,
} from '../domain';

export type PolicyBook = {
  /** All versions, each with the last day on which it holds in `to` (inclusive). */
  readonly policies: readonly Policy[];
  readonly calendar: Calendar;
  readonly org: OrgState;
  /** Absent: nobody is barred. */
  readonly bars?: BarsState;
};

export type PolicyQuestion = {
  readonly issuer: string;
  readonly documentType: string;
  readonly date: LocalDate;
  /** Only the policy of this id. */
  readonly id?: string;
};

/** The value of a policy of one kind. */
export type ValueOf<K extends PolicyKind> = Extract<PolicyValue, { kind: K }>;

export type InForce<K extends PolicyKind = PolicyKind> = {
  readonly policy: Policy & { readonly value: ValueOf<K> };
  readonly assumption: Assumption | null;
};

/** The streams that make the book, and all below them. */
export const BOOK_STREAMS = [ORG_STREAM, 'policy', 'calendar', BARS_STREAM] as const;

/** The book from the streams that make it, each with its state, in the order in which they began. */
export function bookFrom(streams: Iterable<readonly [stream: string, state: unknown]>): PolicyBook {
  const policies: PolicyState[] = [];
  const calendars: CalendarState[] = [];
  let org: OrgState = { units: {} };
  let bars: BarsState = { bars: {} };
  for (const [stream, state] of streams) {
    const kind = kindOfStream(stream);
    if (kind === 'policy') policies.push(state as PolicyState);
    else if (kind === 'calendar') calendars.push(state as CalendarState);
    else if (kind === 'org') org = state as OrgState;
    else if (kind === 'bars') bars = state as BarsState;
  }
  return bookOf({ policies, calendars, org, bars });
}

/** The book from the states of the ledger's own streams. */
export function bookOf(states: {
  readonly policies: readonly PolicyState[];
  readonly calendars: readonly CalendarState[];
  readonly org: OrgState;
  readonly bars?: BarsState;
}): PolicyBook {
  return {
    ...(states.bars === undefined ? {} : { bars: states.bars }),
    policies: states.policies.flatMap(versionsOf),
    calendar: calendarOf(states.calendars),
    org: states.org,
  };
}

/** A withdrawn policy holds until the day before. */
function versionsOf({ versions, withdrawnOn }: PolicyState): Policy[] {
  if (withdrawnOn === null) return [...versions];
  const last = addDays(withdrawnOn, -1);
  return versions
    .filter(({ from }) => from <= last)
    .map((policy) => ({
      ...policy,
      to: policy.to !== null && policy.to < last ? policy.to : last,
    }));
}

/**
 * The calendar shipped, with every year that was adopted in place of the shipped one; an adopted year is decided.
 * A calendar of another name is kept and moves no due time: nobody's rules name it.
 */
function calendarOf(calendars: readonly CalendarState[]): Calendar {
  const adopted = calendars.find(({ id }) => id === VIETNAM.id);
  if (adopted === undefined) return VIETNAM;
  const years = { ...VIETNAM.years };
  for (const [key, days] of Object.entries(adopted.years)) years[key] = { year: Number(key), days };
  let { from, to, decided = to } = VIETNAM.coverage;
  while (years[String(from - 1)] !== undefined) from -= 1;
  while (years[String(to + 1)] !== undefined) to += 1;
  while (adopted.years[String(decided + 1)] !== undefined) decided += 1;
  return {
    ...VIETNAM,
    id: adopted.id,
    version: `${VIETNAM.version}-r${adopted.revision}`,
    years,
    coverage: { from, to, decided },
  };
}

/**
 * The most specific policy of `kind` in force on the day, the later one of two; else the earliest that comes later, else
 * one outside its scope, both as an assumption; null when there is none at all.
 */
export function policyInForce<K extends PolicyKind>(
  book: PolicyBook,
  kind: K,
  question: PolicyQuestion,
): InForce<K> | null {
  const { date, id } = question;
  const all = book.policies.filter(
    (policy): policy is InForce<K>['policy'] =>
      policy.value.kind === kind &&
      (id === undefined || policy.id === id) &&
      (policy.to === null || date <= policy.to),
  );
  const inScope = all.filter((policy) => covers(policy, question));
  const inForce = mostSpecific(inScope.filter(({ from }) => from <= date));
  if (inForce) return { policy: inForce, assumption: null };
  const later = earliest(inScope);
  if (later) return { policy: later, assumption: beforeItsDate(later, date) };
  const foreign = mostSpecific(all.filter(({ from }) => from <= date)) ?? earliest(all);
  return foreign ? { policy: foreign, assumption: outOfScope(foreign, question) } : null;
}

/** `ladder-default@1`, as schedules name the policies they were made by. */
export function policyName({ id, version }: Policy): string {
  return `${id}@${version}`;
}

function covers({ scope }: Policy, { issuer, documentType }: PolicyQuestion): boolean {
  return (
    (scope.issuer === null || scope.issuer === issuer) &&
    (scope.documentTypes === null || scope.documentTypes.includes(documentType))
  );
}

function mostSpecific<P extends Policy>(policies: readonly P[]): P | undefined {
  return [...policies].sort(
    (a, b) =>
      specificity(b) - specificity(a) ||
      compare(b.from, a.from) ||
      b.version - a.version ||
      compare(a.id, b.id),
  )[0];
}

function earliest<P extends Policy>(policies: readonly P[]): P | undefined {
  return [...policies].sort(
    (a, b) =>
      specificity(b) - specificity(a) ||
      compare(a.from, b.from) ||
      b.version - a.version ||
      compare(a.id, b.id),
  )[0];
}

/** A rule of this issuer comes before one for this type of document, both before one for everybody. */
function specificity({ scope }: Policy): number {
  return (scope.issuer === null ? 0 : 2) + (scope.documentTypes === null ? 0 : 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function beforeItsDate(policy: Policy, date: LocalDate): Assumption {
  return {
    code: 'policy.before-its-date',
    policy: policyName(policy),
    source: policy.source,
    text: {
      vi: `${policy.text.vi} – quy tắc có từ ${policy.from}, áp dụng cho ngày ${date}`,
      en: `${policy.text.en} – a rule of ${policy.from}, applied on ${date}`,
    },
  };
}

function outOfScope(policy: Policy, { issuer, documentType }: PolicyQuestion): Assumption {
  return {
    code: 'policy.out-of-scope',
    policy: policyName(policy),
    source: policy.source,
    text: {
      vi: `${policy.text.vi} – quy tắc của phạm vi khác, áp dụng cho ${issuer} (${documentType})`,
      en: `${policy.text.en} – a rule of another scope, applied to ${issuer} (${documentType})`,
    },
  };
}
