/** Directives, units, policies and rounds for the tests of planning: small, fixed, and built from the real types. */
import { VIETNAM } from '../../calendar';
import {
  accept,
  foldAll,
  roundDecider,
  type Actor,
  type DirectiveState,
  type Duty,
  type ExpectedUnit,
  type Graded,
  type Instant,
  type Loaded,
  type OrgState,
  type PlannedSchedule,
  type Policy,
  type PolicyValue,
  type RoundEvent,
  type RoundState,
  type Unit,
} from '../../domain';
import type { PolicyBook } from '../policy-book';

const CLERK: Actor = { id: 'van-thu', role: 'clerk', unit: 'bo-cong-an' };
const EVERYBODY = { issuer: null, documentTypes: null };

export function stated<T>(value: T): Graded<T> {
  return { grade: 'stated', value, quote: 'trích', place: 'mục 1' };
}

export function policy(id: string, value: PolicyValue, changes: Partial<Policy> = {}): Policy {
  return {
    id,
    version: 1,
    from: '2010-01-01',
    to: null,
    scope: EVERYBODY,
    source: `nguồn của ${id}`,
    text: { vi: id, en: id },
    value,
    ...changes,
  };
}

export const LADDER = policy('ladder', {
  kind: 'ladder',
  hour: '08:00',
  rungs: [
    { id: 'T-7', kind: 'reminder', audience: 'focal', offset: { workingDays: -7 } },
    { id: 'T-1', kind: 'reminder', audience: 'focal', offset: { workingDays: -1 } },
    { id: 'T1', kind: 'letter', audience: 'head', offset: { workingDays: 1 } },
    { id: 'T3', kind: 'escalation', audience: 'superior', offset: { workingDays: 3 } },
    { id: 'T10', kind: 'explanation', audience: 'head', offset: { workingDays: 10 } },
  ],
});
export const DUE_HOUR = policy('due-hour', { kind: 'dueHour', hour: '17:00' });
export const ROLLING = policy('rolling', { kind: 'rolling', roll: 'forward' });
export const BOUND = policy('bound', { kind: 'bound', before: 'strict' });
export const CLOSING = policy('closing', { kind: 'closing', system: 'closing15' });
export const OPENING = policy('opening', {
  kind: 'opening',
  calendarDaysBeforeDue: 30,
  hour: '08:00',
});

export function book(changes: Partial<PolicyBook> = {}): PolicyBook {
  return {
    policies: [LADDER, DUE_HOUR, ROLLING, BOUND, CLOSING, OPENING],
    calendar: VIETNAM,
    org: org(['cat-ha-noi', 'cat-thanh-hoa']),
    ...changes,
  };
}

/** The units given are of the class `cong-an-tinh`, under `bo-cong-an`. */
export function org(units: readonly string[]): OrgState {
  const all = ['bo-cong-an', 'v28'].map((id) => unit(id, null, 'bo'));
  const police = units.map((id) => unit(id, 'bo-cong-an', 'cong-an-tinh'));
  return { units: Object.fromEntries([...all, ...police].map((one) => [one.id, one])) };
}

export function unit(id: string, parent: string | null, roleClass: string): Unit {
  const dated = <T>(value: T) => [{ from: '2000-01-01', to: null, value, source: 's' }];
  return {
    id,
    names: dated({ vi: id, en: id }),
    aliases: [],
    parents: dated(parent),
    kinds: dated('police'),
    roleClasses: dated(roleClass),
    contacts: [],
    ended: null,
  };
}

/** A yearly report due two working days after the closing, owed by the class `cong-an-tinh`. */
export function duty(changes: Partial<Duty> = {}): Duty {
  return {
    id: 'report',
    kind: 'periodicReport',
    title: { vi: 'Báo cáo', en: 'Report' },
    task: null,
    owes: stated({ kind: 'class', roleClasses: ['cong-an-tinh'] }),
    to: stated(['bo-cong-an']),
    via: null,
    cadence: stated({ kind: 'every', period: 'year', system: 'closing15' }),
    due: stated({ kind: 'workingDaysAfter', from: 'closing', days: 2 }),
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
    ...changes,
  };
}

export const ACK = duty({
  id: 'ack',
  kind: 'acknowledge',
  cadence: stated({ kind: 'once' }),
  due: stated({ kind: 'workingDaysAfter', from: 'issue', days: 1 }),
});

/** 07/CT-BCA-V28 as issued, 15 August 2014 at 09:00 in Vietnam. */
export function directive(
  duties: readonly Duty[],
  { date = '2014-08-15', ...changes }: Partial<DirectiveState> & { date?: string } = {},
): DirectiveState {
  const nothing = { grade: 'notStated' } as const;
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' } as const);
  return {
    id: 'd-07',
    status: 'issued',
    draft: {
      issuer: 'bo-cong-an',
      documentType: 'directive',
      grammar: 'state',
      symbol: stated('07/CT-BCA-V28'),
      date: stated(date),
      abstract: nothing,
      signer,
      urgency: nothing,
      secrecy: 'none',
      sources: [],
      tasks: [],
      addressees: [],
      recipients: nothing,
      monitoringBody: stated('v28'),
      parents: [],
    },
    duties: Object.fromEntries(duties.map((one) => [one.id, one])),
    revisions: Object.fromEntries(duties.map((one) => [one.id, 1])),
    issue: {
      symbol: '07/CT-BCA-V28',
      number: 7,
      date,
      signer,
      urgency: nothing,
      issuedAt: `${date}T02:00:00.000Z`,
    },
    next: {},
    due: {},
    missing: {},
    rounds: {},
    forms: {},
    indicators: {},
    links: [],
    criticisms: [],
    feeds: {},
    requests: 0,
    requested: {},
    heirs: [],
    handOvers: {},
    lateAddressees: [],
    lateClasses: [],
    laterInstruments: [],
    reviews: [],
    archive: null,
    ...changes,
  };
}

/** A round of these units opened at `at` on `schedule`, by the round's own rules. */
export function openedRound(
  units: readonly ExpectedUnit[],
  schedule: PlannedSchedule,
  at: Instant,
): Loaded<RoundState> {
  const command = {
    id: 'c-open',
    stream: 'directive/d-07/round/report/2018/0',
    type: 'OpenRound',
    data: {},
    actor: CLERK,
    receivedAt: at,
    effectiveAt: at,
  };
  const opened: RoundEvent = {
    type: 'RoundOpened',
    data: {
      heading: {
        directive: 'd-07',
        symbol: '07/CT-BCA-V28',
        issuer: 'bo-cong-an',
        duty: 'report',
        dutyKind: 'periodicReport',
        title: { vi: 'Báo cáo', en: 'Report' },
        period: {
          id: '2018',
          label: { vi: 'năm 2018', en: 'year 2018' },
          from: '2017-12-15',
          to: '2018-12-14',
          closing: '2018-12-14',
        },
        to: ['bo-cong-an'],
        via: null,
        standingBody: 'v28',
        acceptance: 'byReceiver',
      },
      shard: 0,
      units,
      schedule: { ...schedule, id: 's0' },
      late: false,
    },
  };
  const decided = { command, decision: accept<RoundEvent>(opened) };
  return foldAll(roundDecider, [decided], { state: roundDecider.initial, version: 0 });
}
