/**
 * 09-CT/TU in the drill: registered and issued under a number of the Party's series, then the Standing Board decides what
 * the text does not state: since when the six months count, and to whom and by when the action programmes go.
 */
import type { Actor } from '../../libs/domain';
import { duties09 } from '../directives/09-ct-tu-duties';
import { draft09 } from '../directives/09-ct-tu-thanh-hoa';
import { DIRECTIVE_IDS } from '../directives/ids';
import { actsOn, ASSUMED_BY_DRILL, type ScriptedAct } from './act';

const BOARD = 'ban-thuong-vu-tinh-uy-thanh-hoa';
const clerk: Actor = { id: 'van-thu-tinh-uy-th', role: 'clerk', unit: BOARD };
const leader: Actor = { id: 'lanh-dao-tinh-uy-th', role: 'leader', unit: BOARD };

const { on, decided } = actsOn(DIRECTIVE_IDS.s2);

export const scriptOfS2: readonly ScriptedAct[] = [
  on('register', {
    at: '2011-12-30T01:00:00.000Z',
    type: 'RegisterDirective',
    data: { draft: draft09, duties: duties09 },
    actor: clerk,
  }),
  on('issue', {
    at: '2011-12-30T02:00:00.000Z',
    type: 'IssueDirective',
    data: {
      symbol: '09-CT/TU',
      date: '2011-12-30',
      signer: draft09.signer,
      numbering: {
        span: '2010-2015',
        assumed:
          'Đánh số theo loại văn bản và nhiệm kỳ cấp ủy: Hướng dẫn 36-HD/VPTW (chưa kiểm chứng); nhiệm kỳ 2010-2015 là dữ kiện ngoài văn bản',
      },
    },
    actor: clerk,
  }),
  decided(leader, '2012-01-10T02:00:00.000Z', {
    duty: 'programme',
    field: 'to',
    value: ['van-phong-tinh-uy-thanh-hoa'],
    reason: `${ASSUMED_BY_DRILL} nơi nhận chương trình hành động; gửi cơ quan theo dõi, đôn đốc`,
  }),
  decided(leader, '2012-01-10T02:05:00.000Z', {
    duty: 'programme',
    field: 'due',
    value: { kind: 'fixedDate', date: '2012-03-30' },
    reason: `${ASSUMED_BY_DRILL} hạn xây dựng chương trình hành động; ba tháng sau ngày ký`,
  }),
  decided(leader, '2012-01-10T02:10:00.000Z', {
    duty: 'report',
    field: 'anchor',
    value: '2011-12-30',
    reason: `${ASSUMED_BY_DRILL} 6 tháng tính từ ngày nào; tính từ ngày ký Chỉ thị`,
  }),
  decided(leader, '2012-01-10T02:15:00.000Z', {
    duty: 'report',
    field: 'due',
    value: { kind: 'periodEnd' },
    reason: `${ASSUMED_BY_DRILL} thời hạn; hết mỗi kỳ 6 tháng`,
  }),
];
