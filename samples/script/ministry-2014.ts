/** 07/CT-BCA-V28 in the drill: registered and issued, then the Ministry decides what the text does not state. */
import type { Actor } from '../../libs/domain';
import { draft07, duties07 } from '../directives/07-ct-bca-v28';
import { DIRECTIVE_IDS } from '../directives/ids';
import { actsOn, ASSUMED_BY_DRILL, rename, type ScriptedAct } from './act';

const clerk: Actor = { id: 'van-thu-bca', role: 'clerk', unit: 'bo-cong-an' };
const leader: Actor = { id: 'lanh-dao-bca', role: 'leader', unit: 'bo-cong-an' };

const { on, decided } = actsOn(DIRECTIVE_IDS.s4);

export const scriptOfS4: readonly ScriptedAct[] = [
  on('register', {
    at: '2014-08-15T01:00:00.000Z',
    type: 'RegisterDirective',
    data: { draft: draft07, duties: duties07 },
    actor: clerk,
  }),
  on('issue', {
    at: '2014-08-15T02:00:00.000Z',
    type: 'IssueDirective',
    data: {
      symbol: '07/CT-BCA-V28',
      date: '2014-08-15',
      signer: draft07.signer,
    },
    actor: clerk,
  }),
  decided(leader, '2014-08-20T02:00:00.000Z', {
    duty: 'plan',
    field: 'due',
    value: { kind: 'fixedDate', date: '2014-11-28' },
    reason: `${ASSUMED_BY_DRILL} hạn gửi kế hoạch; hơn ba tháng sau ngày ban hành`,
  }),
  decided(leader, '2014-09-15T02:00:00.000Z', {
    duty: 'report',
    field: 'owes',
    value: { kind: 'class', roleClasses: ['cong-an-tinh'] },
    reason: `${ASSUMED_BY_DRILL} ai báo cáo về lãnh đạo Bộ`,
  }),
  decided(leader, '2014-09-15T02:05:00.000Z', {
    duty: 'report',
    field: 'cadence',
    value: { kind: 'every', period: 'year', system: 'closing15' },
    reason: `${ASSUMED_BY_DRILL} định kỳ báo cáo; theo kỳ sơ kết hàng năm`,
  }),
  decided(leader, '2014-09-15T02:10:00.000Z', {
    duty: 'report',
    field: 'due',
    value: { kind: 'workingDaysAfter', from: 'closing', days: 2 },
    reason: `${ASSUMED_BY_DRILL} thời hạn; hai ngày làm việc sau ngày chốt số liệu`,
  }),
  decided(leader, '2014-09-15T02:15:00.000Z', {
    duty: 'review',
    field: 'due',
    value: { kind: 'periodEnd' },
    reason: `${ASSUMED_BY_DRILL} ngày sơ kết hàng năm; hết năm dương lịch`,
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
