/** 04/CT-UBND of Thanh Hóa in the drill: registered and issued, then the province decides what the text does not state. */
import type { Actor } from '../../libs/domain';
import { draft04, duties04 } from '../directives/04-ct-ubnd-thanh-hoa';
import { DIRECTIVE_IDS } from '../directives/ids';
import { formOfS0, indicatorOfS0 } from '../figures';
import { actsOn, ASSUMED_BY_DRILL, type ScriptedAct } from './act';

const clerk: Actor = { id: 'van-thu-ubnd-th', role: 'clerk', unit: 'ubnd-tinh-thanh-hoa' };
const leader: Actor = { id: 'chu-tich-ubnd-th', role: 'leader', unit: 'ubnd-tinh-thanh-hoa' };

const { on, decided } = actsOn(DIRECTIVE_IDS.s0);

export const scriptOfS0: readonly ScriptedAct[] = [
  on('register', {
    at: '2018-04-02T01:00:00.000Z',
    type: 'RegisterDirective',
    data: { draft: draft04, duties: duties04 },
    actor: clerk,
  }),
  on('issue', {
    at: '2018-04-02T02:00:00.000Z',
    type: 'IssueDirective',
    data: { symbol: '04/CT-UBND', date: '2018-04-02', signer: draft04.signer },
    actor: clerk,
  }),
  decided(leader, '2018-04-10T02:00:00.000Z', {
    duty: 'embed',
    field: 'to',
    value: ['bcd-138-thanh-hoa'],
    reason: `${ASSUMED_BY_DRILL} nơi nhận kế hoạch lồng ghép`,
  }),
  decided(leader, '2018-04-10T02:05:00.000Z', {
    duty: 'embed',
    field: 'due',
    value: { kind: 'yearlyDate', month: 1, day: 31 },
    reason: `${ASSUMED_BY_DRILL} hạn lồng ghép vào kế hoạch năm; hết tháng 01`,
  }),
  decided(leader, '2018-04-10T02:10:00.000Z', {
    duty: 'report',
    field: 'cadence',
    value: { kind: 'every', period: 'half', system: 'closing15' },
    reason: `${ASSUMED_BY_DRILL} "định kỳ" là bao lâu; sáu tháng một lần`,
  }),
  decided(leader, '2018-04-10T02:15:00.000Z', {
    duty: 'report',
    field: 'due',
    value: { kind: 'workingDaysAfter', from: 'closing', days: 2 },
    reason: `${ASSUMED_BY_DRILL} thời hạn; hai ngày làm việc sau ngày chốt số liệu`,
  }),
  decided(leader, '2018-04-10T02:20:00.000Z', {
    duty: 'rollup',
    field: 'cadence',
    value: { kind: 'every', period: 'half', system: 'closing15' },
    reason: `${ASSUMED_BY_DRILL} "theo quy định" là bao lâu; cùng kỳ với chặng một`,
  }),
  decided(leader, '2018-04-10T02:25:00.000Z', {
    duty: 'rollup',
    field: 'due',
    value: { kind: 'dayOfLastMonth', day: 25 },
    reason: `${ASSUMED_BY_DRILL} thời hạn; ngày 25 của tháng cuối kỳ`,
  }),
  on('set form', {
    at: '2018-04-12T02:00:00.000Z',
    type: 'SetForm',
    data: { duty: 'report', form: formOfS0 },
    actor: leader,
  }),
  on('set form of roll-up', {
    at: '2018-04-12T02:02:00.000Z',
    type: 'SetForm',
    data: { duty: 'rollup', form: formOfS0 },
    actor: leader,
  }),
  on('define indicator', {
    at: '2018-04-12T02:05:00.000Z',
    type: 'DefineIndicator',
    data: { indicator: indicatorOfS0 },
    actor: leader,
  }),
  on('link roll-up', {
    at: '2018-04-12T02:10:00.000Z',
    type: 'LinkDuty',
    data: {
      duty: 'rollup',
      unit: null,
      from: {
        grade: 'stated',
        value: { directive: DIRECTIVE_IDS.s0, duty: 'report' },
        quote: 'để tập hợp, theo dõi, chỉ đạo và báo cáo Bộ Công an, UBND tỉnh theo quy định',
        place: 'mục 6',
      },
      reason: 'Ban Chỉ đạo tập hợp báo cáo của các đơn vị rồi báo cáo Bộ Công an và UBND tỉnh',
    },
    actor: leader,
  }),
];
