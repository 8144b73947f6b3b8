/**
 * The drill's dated acts of people: who registers, issues and decides what, when and why. Everything a text does not
 * state is decided here by a named role, with a reason that says it is the drill's decision.
 */
import type { Actor, DecideValueData, Instant } from '../libs/domain';
import { draft04, duties04 } from './directives/04-ct-ubnd-thanh-hoa';
import { draft07, duties07 } from './directives/07-ct-bca-v28';

/** Where a command goes: a fixed stream, or the directive registered under this name. */
export type Target =
  { readonly stream: string } | { readonly directive: '07/CT-BCA-V28' | '04/CT-UBND' };

export type ScriptedAct = {
  readonly at: Instant;
  /** Unique: the idempotency key, so that a repeated drill asks the same commands. */
  readonly key: string;
  readonly target: Target;
  readonly type: string;
  readonly data: unknown;
  readonly actor: Actor;
};

export const DRILL_START: Instant = '2014-08-15T00:00:00.000Z';
/** 31/12/2020, 24:00 in Việt Nam. */
export const DRILL_END: Instant = '2020-12-31T17:00:00.000Z';

const clerkMinistry: Actor = { id: 'van-thu-bca', role: 'clerk', unit: 'bo-cong-an' };
const leaderMinistry: Actor = { id: 'lanh-dao-bca', role: 'leader', unit: 'bo-cong-an' };
const clerkProvince: Actor = { id: 'van-thu-ubnd-th', role: 'clerk', unit: 'ubnd-tinh-thanh-hoa' };
const leaderProvince: Actor = {
  id: 'chu-tich-ubnd-th',
  role: 'leader',
  unit: 'ubnd-tinh-thanh-hoa',
};
const operator: Actor = { id: 'quan-tri', role: 'operator', unit: null };

const S4 = { directive: '07/CT-BCA-V28' } as const;
const S0 = { directive: '04/CT-UBND' } as const;

const ASSUMED_BY_DRILL = 'Quyết định trong chạy mô phỏng: văn bản không nêu';

function decided(target: Target, actor: Actor, at: Instant, value: DecideValueData): ScriptedAct {
  const name = 'directive' in target ? target.directive : target.stream;
  return {
    at,
    key: `decide ${name} ${value.duty} ${value.field}`,
    target,
    type: 'DecideValue',
    data: value,
    actor,
  };
}

/** Hours are Việt Nam's: 09:00 there is 02:00 UTC. */
export const script: readonly ScriptedAct[] = [
  {
    at: '2014-08-15T01:00:00.000Z',
    key: 'register 07',
    target: S4,
    type: 'RegisterDirective',
    data: { draft: draft07, duties: duties07 },
    actor: clerkMinistry,
  },
  {
    at: '2014-08-15T02:00:00.000Z',
    key: 'issue 07',
    target: S4,
    type: 'IssueDirective',
    data: {
      symbol: '07/CT-BCA-V28',
      date: '2014-08-15',
      signer: draft07.signer,
      urgency: 'normal',
    },
    actor: clerkMinistry,
  },
  decided(S4, leaderMinistry, '2014-08-20T02:00:00.000Z', {
    duty: 'plan',
    field: 'due',
    value: { kind: 'fixedDate', date: '2014-11-28' },
    reason: `${ASSUMED_BY_DRILL} hạn gửi kế hoạch; kế hoạch 4070/KH-BCĐ của một tỉnh ký ngày 11/11/2014`,
  }),
  decided(S4, leaderMinistry, '2014-09-15T02:00:00.000Z', {
    duty: 'report',
    field: 'owes',
    value: { kind: 'class', roleClasses: ['cong-an-tinh'] },
    reason: `${ASSUMED_BY_DRILL} ai báo cáo về lãnh đạo Bộ`,
  }),
  decided(S4, leaderMinistry, '2014-09-15T02:05:00.000Z', {
    duty: 'report',
    field: 'cadence',
    value: { kind: 'every', period: 'year', system: 'closing15' },
    reason: `${ASSUMED_BY_DRILL} định kỳ báo cáo; theo kỳ sơ kết hàng năm`,
  }),
  decided(S4, leaderMinistry, '2014-09-15T02:10:00.000Z', {
    duty: 'report',
    field: 'due',
    value: { kind: 'workingDaysAfter', from: 'closing', days: 2 },
    reason: `${ASSUMED_BY_DRILL} thời hạn; hai ngày làm việc sau ngày chốt số liệu`,
  }),
  decided(S4, leaderMinistry, '2014-09-15T02:15:00.000Z', {
    duty: 'review',
    field: 'due',
    value: { kind: 'periodEnd' },
    reason: `${ASSUMED_BY_DRILL} ngày sơ kết hàng năm; hết năm dương lịch`,
  }),
  {
    at: '2018-04-02T01:00:00.000Z',
    key: 'register 04',
    target: S0,
    type: 'RegisterDirective',
    data: { draft: draft04, duties: duties04 },
    actor: clerkProvince,
  },
  {
    at: '2018-04-02T02:00:00.000Z',
    key: 'issue 04',
    target: S0,
    type: 'IssueDirective',
    data: { symbol: '04/CT-UBND', date: '2018-04-02', signer: draft04.signer, urgency: 'normal' },
    actor: clerkProvince,
  },
  decided(S0, leaderProvince, '2018-04-10T02:00:00.000Z', {
    duty: 'embed',
    field: 'to',
    value: ['bcd-138-thanh-hoa'],
    reason: `${ASSUMED_BY_DRILL} nơi nhận kế hoạch lồng ghép`,
  }),
  decided(S0, leaderProvince, '2018-04-10T02:05:00.000Z', {
    duty: 'embed',
    field: 'due',
    value: { kind: 'yearlyDate', month: 1, day: 31 },
    reason: `${ASSUMED_BY_DRILL} hạn lồng ghép vào kế hoạch năm; hết tháng 01`,
  }),
  decided(S0, leaderProvince, '2018-04-10T02:10:00.000Z', {
    duty: 'report',
    field: 'cadence',
    value: { kind: 'every', period: 'half', system: 'closing15' },
    reason: `${ASSUMED_BY_DRILL} "định kỳ" là bao lâu; sáu tháng một lần`,
  }),
  decided(S0, leaderProvince, '2018-04-10T02:15:00.000Z', {
    duty: 'report',
    field: 'due',
    value: { kind: 'workingDaysAfter', from: 'closing', days: 2 },
    reason: `${ASSUMED_BY_DRILL} thời hạn; hai ngày làm việc sau ngày chốt số liệu`,
  }),
  decided(S0, leaderProvince, '2018-04-10T02:20:00.000Z', {
    duty: 'rollup',
    field: 'cadence',
    value: { kind: 'every', period: 'half', system: 'closing15' },
    reason: `${ASSUMED_BY_DRILL} "theo quy định" là bao lâu; cùng kỳ với chặng một`,
  }),
  decided(S0, leaderProvince, '2018-04-10T02:25:00.000Z', {
    duty: 'rollup',
    field: 'due',
    value: { kind: 'dayOfLastMonth', day: 25 },
    reason: `${ASSUMED_BY_DRILL} thời hạn; ngày 25 của tháng cuối kỳ`,
  }),
  rename('v28', '2018-08-07', {
    vi: 'Cục Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc (V05)',
    en: 'Department for Building the Movement of All People Protecting National Security (V05)',
    alias: 'V05',
    source: 'Nghị định 01/2018/NĐ-CP sắp xếp Bộ Công an (dữ kiện ngoài văn bản, chưa kiểm chứng)',
  }),
  rename('pv28-thanh-hoa', '2018-08-07', {
    vi: 'Phòng PV05 - Công an tỉnh Thanh Hóa',
    en: 'Division PV05 of the Police of Thanh Hóa',
    alias: 'PV05',
    source: 'Giả định: đổi tên cùng ngày với Cục; văn bản không nêu ngày PV28 thành PV05',
  }),
];

function rename(
  unit: string,
  on: string,
  { vi, en, alias, source }: { vi: string; en: string; alias: string; source: string },
): ScriptedAct {
  return {
    at: `${on}T01:00:00.000Z`,
    key: `rename ${unit}`,
    target: { stream: 'org' },
    type: 'RenameUnit',
    data: { unit, on, name: { vi, en }, alias, source },
    actor: operator,
  };
}
