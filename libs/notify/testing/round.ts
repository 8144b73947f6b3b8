/** A round of 04/CT-UBND as it may stand in December 2018, for the tests of messages; due hour and ladder are invented. */
import { deriveDue, VIETNAM } from '../../calendar';
import type {
  Contact,
  DirectiveState,
  ExpectedUnit,
  Obligation,
  OrgState,
  RoundEvent,
  RoundHeading,
  RoundState,
  Schedule,
  Stored,
  Unit,
} from '../../domain';
import type { RoundChange, World } from '../addressing';

export const STREAM = 'directive/d-s0/round/report/2018/0';

const contact = (role: Contact['role'], email: string, language: Contact['language']): Contact => ({
  role,
  position: { vi: 'Cán bộ đầu mối', en: 'Focal officer' },
  email: `pii:${email}`,
  language,
});

function unit(id: string, name: { vi: string; en: string }, contacts: readonly Contact[]): Unit {
  const source = 'invented';
  return {
    id,
    names: [{ from: '2010-01-01', to: null, value: name, source }],
    aliases: [],
    parents: [],
    kinds: [],
    roleClasses: [],
    contacts,
    ended: null,
  };
}

const UNITS: readonly Unit[] = [
  unit('ubnd-thanh-hoa', { vi: 'UBND tỉnh Thanh Hóa', en: 'Thanh Hóa People’s Committee' }, [
    contact('head', 'chu-tich', 'vi'),
  ]),
  unit('bcd-138', { vi: 'Ban Chỉ đạo 138 tỉnh', en: 'Steering Committee 138' }, [
    contact('focal', 'bcd', 'vi'),
  ]),
  unit('pv28', { vi: 'Phòng PV28 – Công an tỉnh', en: 'Division PV28' }, []),
  unit('nga-son', { vi: 'UBND huyện Nga Sơn', en: 'Nga Sơn District' }, [
    contact('focal', 'nga-son', 'vi'),
    contact('head', 'nga-son-head', 'vi'),
  ]),
  unit('sam-son', { vi: 'UBND thành phố Sầm Sơn', en: 'Sầm Sơn City' }, [
    contact('focal', 'sam-son', 'en'),
  ]),
];

export const ORG: OrgState = { units: Object.fromEntries(UNITS.map((it) => [it.id, it])) };

export const HEADING: RoundHeading = {
  directive: 'd-s0',
  symbol: '04/CT-UBND',
  issuer: 'ubnd-thanh-hoa',
  duty: 'report',
  dutyKind: 'periodicReport',
  title: { vi: 'Báo cáo', en: 'Report' },
  period: {
    id: '2018',
    label: { vi: 'năm 2018', en: '2018' },
    from: '2017-12-15',
    to: '2018-12-14',
    closing: '2018-12-14',
  },
  to: ['bcd-138'],
  via: 'pv28',
  standingBody: 'bcd-138',
  acceptance: 'byReceiver',
};

const due = deriveDue({
  calendar: VIETNAM,
  rule: { kind: 'workingDaysAfter', from: 'closing', days: 2 },
  anchor: { kind: 'closing', date: '2018-12-14', source: 'giả định của cuộc diễn tập' },
  bound: 'inclusive',
  rolling: 'forward',
  dueHour: '17:00',
  sources: {
    rule: 'giả định của cuộc diễn tập',
    bound: 'giả định',
    rolling: 'giả định',
    dueHour: 'chính sách giờ hết hạn',
  },
});

export const SCHEDULE: Schedule = {
  id: 's0',
  dueAt: due.dueAt,
  provisional: due.provisional,
  derivation: due.derivation as Schedule['derivation'],
  rungs: [
    { id: 'T-7', at: '2018-12-07T01:00:00.000Z', kind: 'reminder', audience: 'focal' },
    { id: 'T+1', at: '2018-12-19T01:00:00.000Z', kind: 'letter', audience: 'head' },
    { id: 'T+3', at: '2018-12-21T01:00:00.000Z', kind: 'escalation', audience: 'superior' },
    { id: 'T+5', at: '2018-12-25T01:00:00.000Z', kind: 'explanation', audience: 'head' },
  ],
  calendarVersion: VIETNAM.version,
  policies: ['ladder/default@1'],
};

const EXPECTED: readonly ExpectedUnit[] = ['nga-son', 'sam-son'].map((id) => ({
  unit: id,
  superior: 'ubnd-thanh-hoa',
}));

function obligation({ unit: id, superior }: ExpectedUnit): Obligation {
  return {
    unit: id,
    owner: id,
    inherited: [],
    blocked: null,
    superior,
    status: 'open',
    schedule: 's0',
    submissions: [],
    acceptedSubmission: null,
    acceptedAt: null,
    figures: null,
    passedOn: null,
    correction: null,
    extension: null,
    extensions: 0,
    substitute: null,
    paper: null,
    outcomes: {},
    lastRung: null,
    escalated: null,
    explanationAskedAt: null,
    explanationGivenAt: null,
  };
}

export const ROUND: RoundState = {
  status: 'open',
  heading: HEADING,
  shard: 0,
  openedAt: '2018-11-18T01:00:00.000Z',
  late: false,
  schedules: { s0: SCHEDULE },
  pending: [],
  reached: {},
  held: [],
  obligations: Object.fromEntries(EXPECTED.map((it) => [it.unit, obligation(it)])),
  letters: {},
  headingAtOpening: HEADING,
  bodies: [],
  handOvers: {},
  awaiting: [],
};

export const WORLD: World = {
  org: ORG,
  calendar: VIETNAM,
  directive: {
    draft: {
      date: { grade: 'stated', value: '2018-04-02', quote: '02/04/2018', place: 'header' },
      abstract: {
        grade: 'stated',
        value: 'Về tiếp tục đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc',
        quote: '',
        place: 'header',
      },
    },
    issue: { date: '2018-04-02' },
  } as unknown as DirectiveState,
};

/** The round around one event; it stays as it is, which suffices for what messages say. */
export function change(event: RoundEvent, at: string, version = 9): RoundChange {
  const stored = {
    ...event,
    at,
    commandId: 'c-1',
    actor: { id: 'clock', role: 'system', unit: null },
  } as Stored<RoundEvent>;
  return {
    entry: `${STREAM}@${version}`,
    stream: STREAM,
    event: stored,
    before: ROUND,
    after: ROUND,
  };
}

export const OPENED: RoundEvent = {
  type: 'RoundOpened',
  data: { heading: HEADING, shard: 0, units: EXPECTED, schedule: SCHEDULE, late: false },
};

type Rung = Extract<RoundEvent, { type: 'RungReached' }>['data'];

export function rung(id: string, changes: Partial<Rung> = {}): RoundEvent {
  const planned = SCHEDULE.rungs.find((it) => it.id === id)!;
  return {
    type: 'RungReached',
    data: {
      schedule: 's0',
      rung: id,
      kind: planned.kind,
      audience: planned.audience,
      dueAt: SCHEDULE.dueAt,
      at: planned.at,
      issuedAt: planned.at,
      issued: ['nga-son', 'sam-son'],
      skipped: [],
      letter: planned.kind === 'letter' ? 'l-1' : null,
      ...changes,
    },
  };
}
