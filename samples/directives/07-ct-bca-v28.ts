/**
 * S4: directive 07/CT-BCA-V28 of 15/08/2014 as data, each value with its grade and its quote (domain facts 1.1).
 * What the text does not state stays not stated here; the drill decides it by events that say so.
 */
import type { DirectiveDraft, Duty } from '../../libs/domain';
import { knownFrom, notStated, task } from './known';

const SOURCE = 's4-full-text';

const { stated, parent } = knownFrom(SOURCE);

const OWES_QUOTE =
  'Các Tổng cục, Bộ Tư lệnh, các đơn vị trực thuộc Bộ, Cảnh sát Phòng cháy và chữa cháy, Công an các tỉnh, thành phố trực thuộc Trung ương';
const UNEXPANDED = 'danh sách không có trong văn bản / the text gives no list';

const TASKS: readonly (readonly [string, string])[] = [
  [
    '1',
    'Đẩy mạnh công tác tuyên truyền, phổ biến các chủ trương, đường lối, chính sách, nghị quyết của Đảng, pháp luật của Nhà nước và của Bộ Công an về bảo đảm an ninh, trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc',
  ],
  [
    '2',
    'Chủ động tham mưu cho cấp ủy, chính quyền và thủ trưởng các cơ quan, doanh nghiệp, nhà trường chỉ đạo việc đánh giá đúng thực trạng phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường',
  ],
  [
    '3',
    'Tham mưu cho cấp ủy, chính quyền phối hợp tổ chức vận động cán bộ, công chức, viên chức, người lao động và học sinh, sinh viên thực hiện nghiêm chỉnh các chủ trương, chính sách của Đảng, pháp luật của Nhà nước',
  ],
  [
    '4',
    'Quan tâm xây dựng, củng cố lực lượng bảo vệ chuyên trách và bán chuyên trách, các tổ chức quần chúng tham gia bảo vệ an ninh, trật tự ở cơ sở',
  ],
  [
    '5',
    'Tiếp tục tham mưu cho cấp ủy, chính quyền các bộ, ban, ngành và địa phương hướng dẫn người đứng đầu các cơ quan, doanh nghiệp, nhà trường tăng cường công tác tuyên truyền, vận động',
  ],
  [
    '6',
    'Thường xuyên tổ chức kiểm tra, đánh giá, phân loại phong trào toàn dân bảo vệ an ninh Tổ quốc trong các cơ quan, doanh nghiệp, nhà trường; báo cáo Ủy ban nhân dân cùng cấp xét duyệt, công nhận đạt tiêu chuẩn "An toàn về an ninh, trật tự"',
  ],
  [
    '7',
    'Kiện toàn tổ chức và tăng cường cán bộ có năng lực, có trách nhiệm cho công tác xây dựng phong trào các cấp',
  ],
];

export const draft07: DirectiveDraft = {
  issuer: 'bo-cong-an',
  documentType: 'directive',
  grammar: 'state',
  symbol: stated('07/CT-BCA-V28', 'Số: 07/CT-BCA-V28', 'đầu văn bản'),
  date: stated('2014-08-15', 'Hà Nội, ngày 15 tháng 8 năm 2014', 'đầu văn bản'),
  abstract: stated(
    'Về đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường đáp ứng yêu cầu, nhiệm vụ bảo đảm an ninh, trật tự trong tình hình mới',
    'CHỈ THỊ Về đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường',
    'trích yếu',
  ),
  signer: stated(
    { position: 'Bộ trưởng Bộ Công an', capacity: 'head' },
    'BỘ TRƯỞNG',
    'cuối văn bản',
  ),
  urgency: notStated,
  secrecy: 'none',
  sources: [
    {
      id: SOURCE,
      kind: 'fullText',
      title: 'Chỉ thị 07/CT-BCA-V28, toàn văn',
      sha256: null,
      complete: true,
    },
  ],
  tasks: TASKS.map(([key, text]) => task(key, text)),
  addressees: [
    {
      kind: 'class',
      roleClass: 'tong-cuc',
      name: { vi: 'Các Tổng cục', en: 'General departments' },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'bo-tu-lenh',
      name: { vi: 'Bộ Tư lệnh', en: 'Commands' },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'don-vi-truc-thuoc-bo',
      name: { vi: 'Các đơn vị trực thuộc Bộ', en: 'Units directly under the Ministry' },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'canh-sat-pccc',
      name: { vi: 'Cảnh sát Phòng cháy và chữa cháy', en: 'Fire police' },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'cong-an-tinh',
      name: {
        vi: 'Công an các tỉnh, thành phố trực thuộc Trung ương',
        en: 'Police of provinces and centrally run cities',
      },
    },
  ],
  recipients: stated(
    [
      {
        line: 'Các đồng chí Thứ trưởng (để chỉ đạo)',
        purpose: 'direct',
        roleClasses: ['thu-truong'],
      },
      {
        line: 'Các Tổng cục, đơn vị trực thuộc Bộ',
        purpose: 'execute',
        roleClasses: ['tong-cuc', 'don-vi-truc-thuoc-bo'],
      },
      {
        line: 'Công an các tỉnh, thành phố trực thuộc TW',
        purpose: 'execute',
        roleClasses: ['cong-an-tinh'],
      },
      {
        line: 'Cảnh sát Phòng cháy và chữa cháy tỉnh, thành phố trực thuộc Trung ương',
        purpose: 'execute',
        roleClasses: ['canh-sat-pccc'],
      },
      { line: 'Lưu: VT, V28-P5', purpose: 'file', roleClasses: [] },
    ],
    'Nơi nhận: … } Đề thực hiện',
    'Nơi nhận',
  ),
  monitoringBody: {
    grade: 'inferred',
    value: 'v28',
    reason:
      '"Giao Cục Xây dựng phong trào … theo dõi, đôn đốc": rằng Cục này là V28 suy ra từ ký hiệu và "(qua V28)"',
  },
  parents: [
    parent(
      ['28-NQ/TW', 'ban-chap-hanh-trung-uong', '2013-10-25'],
      [
        [
          'Nghị quyết số 28/NQ/TW Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI, ngày 25/10/2013',
          'mục 1',
        ],
      ],
    ),
    parent(
      ['48-CT/TW', 'bo-chinh-tri', '2010-10-22'],
      [['Chỉ thị số 48-CT/TW ngày 22/10/2010 của Bộ Chính trị', 'mục 1']],
    ),
    parent(
      ['09-CT/TW', 'ban-bi-thu', '2011-12-01'],
      [['Chỉ thị số 09-CT/TW ngày 01/12/2011 của Ban Bí thư', 'mục 1']],
    ),
    parent(
      ['06/2013/NĐ-CP', 'chinh-phu', '2013-01-09'],
      [
        ['Nghị định số 06/2013/NĐ-CP, ngày 09/01/2013 của Chính phủ', 'mục 1'],
        ['Nghị định số 06/2013/NĐ-CP ngày 09/01/2013 của Chính phủ', 'mục 4'],
      ],
    ),
    parent(
      ['23/2012/TT-BCA', 'bo-cong-an', '2012-04-27'],
      [['Thông tư số 23/2012/TT-BCA ngày 27/4/2012 của Bộ Công an', 'mục 2']],
    ),
    parent(
      ['521/QĐ-TTg', 'thu-tuong-chinh-phu', '2005-06-13'],
      [['Quyết định số 521/QĐ-TTg ngày 13/6/2005 của Thủ tướng Chính phủ', 'mục 2']],
    ),
  ],
};

const CLOSING = 'đoạn cuối';
const POLICE: Duty['owes'] = stated(
  {
    kind: 'class',
    roleClasses: [
      'tong-cuc',
      'bo-tu-lenh',
      'don-vi-truc-thuoc-bo',
      'canh-sat-pccc',
      'cong-an-tinh',
    ],
  },
  OWES_QUOTE,
  CLOSING,
);

export const duties07: readonly Duty[] = [
  {
    id: 'ack',
    kind: 'acknowledge',
    title: { vi: 'Xác nhận đã nhận Chỉ thị', en: 'Acknowledge the directive' },
    task: null,
    owes: POLICE,
    to: {
      grade: 'assumed',
      value: ['bo-cong-an'],
      reason: 'Nơi ban hành biết ai đã nhận (Nghị định 30/2020 Điều 21, có sau văn bản)',
    },
    via: null,
    cadence: { grade: 'assumed', value: { kind: 'once' }, reason: 'mỗi nơi nhận xác nhận một lần' },
    due: {
      grade: 'assumed',
      value: { kind: 'workingDaysAfter', from: 'issue', days: 1 },
      reason:
        'Nghị định 30/2020 Điều 4.2c: trong ngày, chậm nhất ngày làm việc tiếp theo (có sau văn bản)',
    },
    bound: 'inclusive',
    ladder: null,
    acceptance: 'automatic',
  },
  {
    id: 'plan',
    kind: 'plan',
    title: { vi: 'Kế hoạch triển khai thực hiện', en: 'Implementation plan' },
    task: null,
    owes: POLICE,
    to: stated(
      ['cap-uy-chinh-quyen-dia-phuong'],
      'xây dựng kế hoạch, báo cáo cấp ủy, chính quyền địa phương',
      CLOSING,
    ),
    via: null,
    cadence: {
      grade: 'inferred',
      value: { kind: 'once' },
      reason: 'một kế hoạch triển khai Chỉ thị này',
    },
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
  {
    id: 'report',
    kind: 'periodicReport',
    title: { vi: 'Báo cáo kết quả thực hiện', en: 'Report on results' },
    task: null,
    owes: notStated,
    to: stated(['lanh-dao-bo'], 'báo cáo kết quả về lãnh đạo Bộ (qua V28) để chi đạo', CLOSING),
    via: stated('v28', '(qua V28)', CLOSING),
    cadence: notStated,
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
  {
    id: 'review',
    kind: 'review',
    title: { vi: 'Sơ kết hàng năm việc thực hiện Chỉ thị', en: 'Yearly review of the directive' },
    task: null,
    owes: {
      grade: 'inferred',
      value: { kind: 'units', units: ['v28'] },
      reason: 'Cục Xây dựng phong trào là V28: suy ra từ ký hiệu',
    },
    to: {
      grade: 'inferred',
      value: ['lanh-dao-bo'],
      reason: '"báo cáo kết quả về lãnh đạo Bộ" đứng sau dấu chấm phẩy của câu giao sơ kết',
    },
    via: null,
    cadence: stated(
      { kind: 'every', period: 'year', system: 'calendar' },
      'định kỳ hàng năm tổ chức sơ kết, rút kinh nghiệm',
      CLOSING,
    ),
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
];
