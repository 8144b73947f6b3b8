/**
 * What people decide in the drill after 2021: that Thanh Hóa's roll-up answers the Ministry, that communes take part, that two
 * directives are taken to be in force still, and that an heir hands in what it inherited. INVENTED CONDUCT, as its reasons say.
 */
import type { Actor } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import { figuresOf, formOfS0, indicatorOfS4 } from '../figures';
import { actsOn, ASSUMED_BY_DRILL, type ScriptedAct } from './act';

const ministryLeader: Actor = { id: 'lanh-dao-bca', role: 'leader', unit: 'bo-cong-an' };
const provinceLeader: Actor = {
  id: 'chu-tich-ubnd-th',
  role: 'leader',
  unit: 'ubnd-tinh-thanh-hoa',
};

const ofMinistry = actsOn(DIRECTIVE_IDS.s4);
const ofProvince = actsOn(DIRECTIVE_IDS.s0);

const INHERITED = `directive/${DIRECTIVE_IDS.s4}/round/report/2024/0`;
const HEIR = 'cat-phu-tho';
const PREDECESSOR = 'cat-hoa-binh';

const inherited: readonly ScriptedAct[] = [
  {
    at: '2025-07-15T02:00:00.000Z',
    key: `hand in what ${HEIR} inherited`,
    target: { stream: INHERITED },
    type: 'SubmitReport',
    data: {
      unit: PREDECESSOR,
      report: {
        number: `01/BC-${HEIR}`,
        date: '2025-07-15',
        signer: 'Thủ trưởng đơn vị',
        summary: 'Nội dung giả định (chạy mô phỏng)',
        nil: false,
        contentSha256: null,
        files: [],
        data: figuresOf({ directive: DIRECTIVE_IDS.s4, period: '2024' }, 1),
      },
    },
    actor: { id: `dau-moi-${HEIR}`, role: 'focal', unit: HEIR },
  },
  {
    at: '2025-07-16T03:00:00.000Z',
    key: `pass on what ${HEIR} inherited`,
    target: { stream: INHERITED },
    type: 'PassOnReport',
    data: { unit: PREDECESSOR, note: null },
    actor: { id: 'dau-moi-v28', role: 'standingBody', unit: 'v28' },
  },
  {
    at: '2025-07-17T03:00:00.000Z',
    key: `accept what ${HEIR} inherited`,
    target: { stream: INHERITED },
    type: 'AcceptReport',
    data: { unit: PREDECESSOR, note: null },
    actor: { id: 'tiep-nhan-lanh-dao-bo', role: 'standingBody', unit: 'lanh-dao-bo' },
  },
];

export const scriptAfter2021: readonly ScriptedAct[] = [
  ofMinistry.on('link roll-up of Thanh Hóa', {
    at: '2022-01-10T02:00:00.000Z',
    type: 'LinkDuty',
    data: {
      duty: 'report',
      unit: 'cat-thanh-hoa',
      from: {
        grade: 'inferred',
        value: { directive: DIRECTIVE_IDS.s0, duty: 'rollup' },
        reason:
          'Chỉ thị 04/CT-UBND triển khai Chỉ thị 07 và báo cáo Bộ Công an; rằng báo cáo ấy trả lời Chỉ thị 07 là suy ra',
      },
      reason: ASSUMED_BY_DRILL,
    },
    actor: ministryLeader,
  }),
  // The same form as that of Thanh Hóa's roll-up, so that its figures come along. The directive states none.
  ofMinistry.on('set form', {
    at: '2022-01-10T02:05:00.000Z',
    type: 'SetForm',
    data: { duty: 'report', form: formOfS0 },
    actor: ministryLeader,
  }),
  ofMinistry.on('define indicator', {
    at: '2022-01-10T02:10:00.000Z',
    type: 'DefineIndicator',
    data: { indicator: indicatorOfS4 },
    actor: ministryLeader,
  }),
  ofProvince.on('add the communes', {
    at: '2025-07-04T02:00:00.000Z',
    type: 'AddAddresseeClass',
    data: {
      roleClass: 'chu-tich-ubnd-xa',
      name: { vi: 'Chủ tịch UBND các xã, phường', en: "Chairs of commune people's committees" },
      reason: `${ASSUMED_BY_DRILL}; từ 01/07/2025 không còn cấp huyện, cấp xã thực hiện Chỉ thị`,
    },
    actor: provinceLeader,
  }),
  ...inherited,
];
