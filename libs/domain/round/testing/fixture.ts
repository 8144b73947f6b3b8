/** A round to test with: the yearly report of 2018 in Thanh Hóa, through PV28 to the steering committee. */
import type { RoundHeading } from '../../directive/types';
import type { Instant } from '../../kernel';
import type { CommandOf } from '../obligation';
import type { PlannedRung, PlannedSchedule, Report, RoundCommandType } from '../types';

export const STREAM = 'directive/d-04/round/report/2018/0';
export const OPENED_AT = '2018-12-01T01:00:00.000Z';
export const DUE_AT = '2018-12-18T10:00:00.000Z';

export const heading: RoundHeading = {
  directive: 'd-04',
  symbol: '04/CT-UBND',
  issuer: 'ubnd-thanh-hoa',
  duty: 'report',
  dutyKind: 'periodicReport',
  title: { vi: 'Báo cáo kết quả năm 2018', en: 'Report on the results of 2018' },
  period: {
    id: '2018',
    label: { vi: 'năm 2018', en: '2018' },
    from: '2017-12-15',
    to: '2018-12-14',
    closing: '2018-12-14',
  },
  to: ['bcd-138'],
  via: 'pv28',
  standingBody: 'ca-thanh-hoa',
  acceptance: 'byReceiver',
};

export function rung(id: string, at: Instant, rest: Partial<PlannedRung> = {}): PlannedRung {
  return { id, at, kind: 'reminder', audience: 'focal', ...rest };
}

export const ladder: readonly PlannedRung[] = [
  rung('T-7', '2018-12-07T01:00:00.000Z'),
  rung('T-1', '2018-12-17T01:00:00.000Z'),
  rung('T+1', '2018-12-19T01:00:00.000Z', { kind: 'letter', audience: 'head' }),
  rung('T+3', '2018-12-21T01:00:00.000Z', { kind: 'escalation', audience: 'superior' }),
  rung('T+5', '2018-12-25T01:00:00.000Z', { kind: 'escalation', audience: 'issuer' }),
  rung('T+7', '2018-12-27T01:00:00.000Z', { kind: 'explanation', audience: 'head' }),
];

export function schedule(rest: Partial<PlannedSchedule> = {}): PlannedSchedule {
  return {
    dueAt: DUE_AT,
    provisional: false,
    derivation: [
      { rule: 'due.yearly-date', source: '04/CT-UBND', from: '2018', to: '2018-12-18', params: {} },
    ],
    rungs: ladder,
    calendarVersion: 'vn@2018.1',
    policies: ['ladder/default@1'],
    ...rest,
  };
}

export const report: Report = {
  number: '12/BC-UBND',
  date: '2018-12-15',
  signer: 'Chủ tịch',
  summary: 'Đã triển khai tới tất cả các xã.',
  nil: false,
  contentSha256: null,
  files: [],
};

/** A command as it lies in the tray: its id is made of its type and moment, so that it is the same in every run. */
export function command<T extends RoundCommandType>(
  type: T,
  data: CommandOf<T>['data'],
  rest: Partial<Omit<CommandOf<T>, 'type' | 'data'>> = {},
): CommandOf<T> {
  const effectiveAt = rest.effectiveAt ?? '2018-12-10T01:00:00.000Z';
  return {
    id: `c:${type}:${effectiveAt}`,
    stream: STREAM,
    type,
    data,
    actor: { id: 'nobody', role: 'clerk', unit: null },
    receivedAt: effectiveAt,
    effectiveAt,
    ...rest,
  } as CommandOf<T>;
}
