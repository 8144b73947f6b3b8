/**
 * The duties that 09-CT/TU gives: action programmes without a date, one reporter every six months without an anchor,
 * inspections without a cadence. None acknowledges it: it is made known to the whole population, and Decree 30/2020 on
 * receipts does not bind the Party's papers.
 */
import type { Duty } from '../../libs/domain';
import { knownFrom, notStated } from './known';

const { stated } = knownFrom('s2-full-text');

const AFTER_III_3 = 'đoạn sau III.3';

export const duties09: readonly Duty[] = [
  {
    id: 'programme',
    kind: 'plan',
    title: {
      vi: 'Chương trình, kế hoạch hành động thực hiện Chỉ thị',
      en: 'Action programme to carry out the directive',
    },
    task: 'III.1',
    owes: stated(
      { kind: 'class', roleClasses: ['cap-uy-dang-thanh-hoa'] },
      'Các cấp ủy, tổ chức Đảng có trách nhiệm quán triệt, triển khai và xây dựng chương trình, kế hoạch hành động',
      'III.1',
    ),
    to: notStated,
    via: null,
    cadence: {
      grade: 'inferred',
      value: { kind: 'once' },
      reason: 'một chương trình hành động thực hiện Chỉ thị này',
    },
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
  {
    id: 'report',
    kind: 'periodicReport',
    title: {
      vi: 'Văn phòng Tỉnh ủy báo cáo Thường trực Tỉnh ủy',
      en: 'The Office reports to the Standing Members of the Party Committee',
    },
    task: null,
    owes: stated(
      { kind: 'units', units: ['van-phong-tinh-uy-thanh-hoa'] },
      'Văn phòng Tỉnh ủy chủ trì cùng các Ban của Tỉnh ủy … 6 tháng một lần báo cáo Thường trực Tỉnh ủy',
      AFTER_III_3,
    ),
    to: stated(
      ['thuong-truc-tinh-uy-thanh-hoa'],
      'báo cáo Thường trực Tỉnh ủy về kết quả triển khai, thực hiện',
      AFTER_III_3,
    ),
    via: null,
    cadence: stated(
      { kind: 'everyMonths', months: 6 },
      '6 tháng một lần báo cáo Thường trực Tỉnh ủy',
      AFTER_III_3,
    ),
    anchor: { grade: 'notStated', note: '"6 tháng một lần" không nêu tính từ ngày nào' },
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
  {
    id: 'inspection',
    kind: 'inspection',
    title: {
      vi: 'Kiểm tra ở một số huyện, báo cáo Ban Thường vụ Tỉnh ủy',
      en: 'Inspect some districts and report to the Standing Board',
    },
    task: 'III.3',
    owes: stated(
      { kind: 'units', units: ['dang-uy-ban-giam-doc-cong-an-tinh-thanh-hoa'] },
      'Giao Đảng ủy, Ban Giám đốc Công an tỉnh trực tiếp làm việc với Ban Thường vụ một số huyện, thị, thành ủy và kiểm tra thực hiện ở các địa phương, đơn vị',
      'III.3',
    ),
    to: stated(
      ['ban-thuong-vu-tinh-uy-thanh-hoa'],
      'kiểm tra thực hiện ở các địa phương, đơn vị báo cáo Ban Thường vụ Tỉnh ủy',
      'III.3',
    ),
    via: null,
    cadence: { grade: 'notStated', note: 'bao lâu một lần và những huyện nào: không nêu' },
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
];
