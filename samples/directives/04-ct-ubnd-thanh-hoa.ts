/**
 * S0: directive 04/CT-UBND of Thanh Hóa, 02/04/2018, as data with grades and quotes (domain facts 1.2).
 * Our copy has lost the issuer's line, the signer's name and Nơi nhận: not in copy, which is not the same as not stated.
 */
import type { DirectiveDraft, Duty } from '../../libs/domain';
import { knownFrom, notStated, task } from './known';

const SOURCE = 's0-full-text';

const { stated, parent } = knownFrom(SOURCE);

const OWES_QUOTE =
  'Giám đốc các sở, Trưởng ban, ngành, đoàn thể cấp tỉnh; Chủ tịch UBND các huyện, thị xã, thành phố';
const UNEXPANDED = 'chưa có danh sách có nguồn / no sourced list';

const TASKS: readonly (readonly [string, string])[] = [
  [
    '1',
    'Tăng cường công tác lãnh đạo, chỉ đạo, điều hành thực hiện tốt các chủ trương của Đảng, pháp luật Nhà nước về công tác đảm bảo ANTT và phong trào toàn dân bảo vệ ANTQ, trọng tâm là: Chỉ thị 09-CT/TW ngày 01/12/2011 của Ban Bí thư Trung ương Đảng về “Tăng cường sự lãnh đạo của Đảng đối với công tác đảm bảo an ninh trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới”; Nghị định số 06/2013/NĐ-CP ngày 09/01/2013 của Chính phủ về “Quy định về bảo vệ cơ quan, doanh nghiệp”; Thông tư số 23/2012/TT-BCA-V28 của Bộ Công an quy định về khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, nhà trường đạt tiêu chuẩn an toàn về ANTT; Chỉ thị số 07/CT-BCA-V28 ngày 15/8/2014 của Bộ trưởng Bộ Công an về “Đẩy mạnh phong trào toàn dân bảo vệ ANTQ trong cơ quan, doanh nghiệp, nhà trường đáp ứng yêu cầu, nhiệm vụ bảo đảm an ninh, trật tự trong tình hình mới”; Chỉ thị 09-CT/TU ngày 30/12/2011 của Ban Thường vụ Tỉnh ủy về “Tăng cường sự lãnh đạo của Đảng đối với công tác đảm bảo an ninh trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới” và các văn bản chỉ đạo của UBND, Chủ tịch UBND tỉnh, Ban Chỉ đạo 138 tỉnh nhằm nâng cao hiệu quả phòng ngừa xã hội, giải quyết tận gốc nguyên nhân phát sinh tội phạm.',
  ],
  [
    '2',
    'Đẩy mạnh, đa dạng hóa công tác tuyên truyền về các chủ trương, đường lối chính sách của Đảng, pháp luật của Nhà nước, hướng dẫn của Bộ Công an về công tác đảm bảo ANTT và phong trào toàn dân bảo vệ ANTQ trong cơ quan, doanh nghiệp, nhà trường. Tuyên truyền vận động để cán bộ, công chức, viên chức, người lao động, học sinh, sinh viên và các tầng lớp nhân dân hiểu rõ về trách nhiệm, nghĩa vụ của bản thân đối với công tác đảm bảo ANTT và xây dựng phong trào toàn dân bảo vệ ANTQ. Tổ chức vận động, giáo dục cán bộ, công chức, viên chức, người lao động, học sinh, sinh viên và nhân dân tham gia xây dựng, giám sát, nâng cao chất lượng, hiệu quả hoạt động của tổ chức đảng, chính quyền, lực lượng Công an và các tổ chức chính trị xã hội, tổ chức quần chúng làm nhiệm vụ đảm bảo ANTT trong cơ quan, doanh nghiệp, nhà trường. Tăng cường phòng, chống suy thoái về tư tưởng chính trị, đạo đức, lối sống; “tự diễn biến”, “tự chuyển hóa”, chống các quan điểm, luận điệu sai trái trên mạng xã hội.',
  ],
  [
    '3',
    'Tập trung chỉ đạo xây dựng, củng cố các mô hình bảo đảm ANTT trong cơ quan, doanh nghiệp, nhà trường; nâng cao năng lực cán bộ làm công tác quản lý, lực lượng bảo vệ chuyên trách, bán chuyên trách, các tổ chức quần chúng tham gia bảo vệ an ninh, trật tự ở cơ sở. Đổi mới nội dung, hình thức và phương pháp xây dựng phong trào toàn dân bảo vệ ANTQ trong tình hình mới phù hợp với đặc điểm từng cơ quan, doanh nghiệp, nhà trường. Chú trọng xây dựng các nội quy, quy ước, các mô hình điểm trong cơ quan, doanh nghiệp, nhà trường về phòng chống tội phạm, tệ nạn xã hội; xây dựng nếp sống văn hóa, văn minh nơi công sở. Gắn phong trào toàn dân bảo vệ ANTQ trong cơ quan, doanh nghiệp, nhà trường với các phong trào cách mạng khác của Đảng và Nhà nước và phong trào toàn dân bảo vệ ANTQ trong công nhân, viên chức, người lao động.',
  ],
  [
    '4',
    'Thường xuyên tổ chức rà soát và đề xuất sơ kết, tổng kết việc thực hiện các thông tư liên tịch, quy chế phối hợp giữa Công an với các ban, ngành, đoàn thể trong cơ quan, doanh nghiệp, nhà trường. Chú trọng xây dựng, củng cố tổ chức Công đoàn, các tổ chức quần chúng trong các khu công nghiệp, khu chế xuất, khu kinh tế trọng điểm. Thực hiện có hiệu quả Nghị định số 06/2013/NĐ-CP ngày 09/01/2013 của Chính phủ “Quy định về bảo vệ cơ quan, doanh nghiệp”; hướng dẫn hoạt động, tổ chức tập huấn, bồi dưỡng chuyên môn nghiệp vụ, pháp luật cho lực lượng bảo vệ cơ quan, doanh nghiệp.',
  ],
  [
    '5',
    'Cơ quan Thường trực Ban Chỉ đạo 138 tỉnh (Công an tỉnh) tổ chức kiểm tra, đánh giá, phân loại phong trào toàn dân bảo vệ ANTQ; thẩm định việc xét duyệt, công nhận đạt tiêu chuẩn “An toàn về ANTT” đối với các cơ quan, doanh nghiệp, nhà trường theo Thông tư số 23/2012/TT-BCA-V28 ngày 27/4/2012 của Bộ Công an quy định về khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, nhà trường đạt tiêu chuẩn an toàn về ANTT. Kịp thời đề xuất cấp có thẩm quyền biểu dương khen thưởng cơ quan, đơn vi, cá nhân có thành tích xuất sắc; phổ biến mô hình, điển hình tiên tiến trong phong trào toàn dân bảo vệ an ninh Tổ quốc.',
  ],
  [
    '6',
    'Hàng năm, Giám đốc các sở, Trưởng các ban, ngành, đoàn thể cấp tỉnh; Chủ tịch UBND các huyện, thị xã, thành phố lồng ghép nội dung xây dựng phong trào toàn dân bảo vệ ANTQ trong cơ quan, doanh nghiệp, nhà trường vào các chương trình, kế hoạch trọng tâm của đơn vị để tổ chức thực hiện hiệu quả. Định kỳ báo cáo kết quả về Ban Chỉ đạo 138 tỉnh (qua phòng PV28 - Công an tỉnh) để tập hợp, theo dõi, chỉ đạo và báo cáo Bộ Công an, UBND tỉnh theo quy định.',
  ],
];

const STANDING_BODY_OF_TASK_5 = {
  lead: stated(
    'bcd-138-thanh-hoa',
    'Cơ quan Thường trực Ban Chỉ đạo 138 tỉnh (Công an tỉnh)',
    'mục 5',
  ),
  verbs: ['kiểm tra, đánh giá, phân loại', 'thẩm định'],
};

/** Item 1 leaves the date out. */
const DATED_23 = ['Thông tư số 23/2012/TT-BCA-V28 ngày 27/4/2012 của Bộ Công an', 'mục 5'] as const;

export const draft04: DirectiveDraft = {
  issuer: 'ubnd-tinh-thanh-hoa',
  documentType: 'directive',
  grammar: 'state',
  symbol: stated('04/CT-UBND', 'Số: 04/CT-UBND', 'đầu văn bản'),
  date: stated('2018-04-02', 'Thanh Hóa, ngày 02 tháng 4 năm 2018', 'đầu văn bản'),
  abstract: stated(
    'Về tiếp tục đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường',
    'VỀ TIẾP TỤC ĐẨY MẠNH PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC TRONG CƠ QUAN, DOANH NGHIỆP, NHÀ TRƯỜNG',
    'trích yếu',
  ),
  signer: { grade: 'notInCopy', note: 'bản lưu chỉ còn chức vụ "CHỦ TỊCH", mất họ tên người ký' },
  urgency: notStated,
  secrecy: 'none',
  sources: [
    {
      id: SOURCE,
      kind: 'fullText',
      title: 'Chỉ thị 04/CT-UBND Thanh Hóa, bản lưu',
      sha256: null,
      complete: false,
    },
  ],
  tasks: TASKS.map(([key, text]) => ({
    ...task(key, text),
    ...(key === '5' ? STANDING_BODY_OF_TASK_5 : {}),
  })),
  addressees: [
    {
      kind: 'class',
      roleClass: 'giam-doc-so',
      name: { vi: 'Giám đốc các sở', en: 'Directors of departments' },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'truong-ban-nganh-doan-the',
      name: {
        vi: 'Trưởng ban, ngành, đoàn thể cấp tỉnh',
        en: 'Heads of provincial boards, branches and mass organisations',
      },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'chu-tich-ubnd-huyen',
      name: {
        vi: 'Chủ tịch UBND các huyện, thị xã, thành phố',
        en: "Chairs of district people's committees",
      },
    },
  ],
  recipients: { grade: 'notInCopy', note: 'bản lưu mất Nơi nhận' },
  monitoringBody: stated(
    'bcd-138-thanh-hoa',
    'Ban Chỉ đạo 138 tỉnh … để tập hợp, theo dõi, chỉ đạo',
    'mục 6',
  ),
  parents: [
    parent(
      ['09-CT/TW', 'ban-bi-thu', '2011-12-01'],
      [['Chỉ thị 09-CT/TW ngày 01/12/2011 của Ban Bí thư Trung ương Đảng', 'mục 1']],
    ),
    parent(
      ['06/2013/NĐ-CP', 'chinh-phu', '2013-01-09'],
      [
        ['Nghị định số 06/2013/NĐ-CP ngày 09/01/2013 của Chính phủ', 'mục 1'],
        ['Nghị định số 06/2013/NĐ-CP ngày 09/01/2013 của Chính phủ', 'mục 4'],
      ],
    ),
    parent(
      ['23/2012/TT-BCA-V28', 'bo-cong-an', '2012-04-27'],
      [['Thông tư số 23/2012/TT-BCA-V28 của Bộ Công an', 'mục 1'], DATED_23],
      DATED_23,
    ),
    {
      ...parent(
        ['07/CT-BCA-V28', 'bo-cong-an', '2014-08-15'],
        [['Chỉ thị số 07/CT-BCA-V28 ngày 15/8/2014 của Bộ trưởng Bộ Công an', 'mục 1']],
      ),
      relation: 'implements',
    },
    parent(
      ['09-CT/TU', 'ban-thuong-vu-tinh-uy-thanh-hoa', '2011-12-30'],
      [['Chỉ thị 09-CT/TU ngày 30/12/2011 của Ban Thường vụ Tỉnh ủy', 'mục 1']],
    ),
  ],
  unnamedParents: [
    stated(
      'văn bản chỉ đạo của UBND, Chủ tịch UBND tỉnh, Ban Chỉ đạo 138 tỉnh',
      'các văn bản chỉ đạo của UBND, Chủ tịch UBND tỉnh, Ban Chỉ đạo 138 tỉnh',
      'mục 1',
    ),
  ],
};

const ADDRESSEES: Duty['owes'] = stated(
  {
    kind: 'class',
    roleClasses: ['giam-doc-so', 'truong-ban-nganh-doan-the', 'chu-tich-ubnd-huyen'],
  },
  OWES_QUOTE,
  'đoạn mở đầu',
);

export const duties04: readonly Duty[] = [
  {
    id: 'ack',
    kind: 'acknowledge',
    title: { vi: 'Xác nhận đã nhận Chỉ thị', en: 'Acknowledge the directive' },
    task: null,
    owes: ADDRESSEES,
    to: {
      grade: 'assumed',
      value: ['ubnd-tinh-thanh-hoa'],
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
    id: 'embed',
    kind: 'plan',
    title: {
      vi: 'Lồng ghép phong trào vào chương trình, kế hoạch năm',
      en: 'Embed the movement in the yearly plan',
    },
    task: '6',
    owes: ADDRESSEES,
    to: notStated,
    via: null,
    cadence: stated(
      { kind: 'every', period: 'year', system: 'calendar' },
      'Hàng năm … lồng ghép … vào các chương trình, kế hoạch trọng tâm của đơn vị',
      'mục 6',
    ),
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
  {
    id: 'report',
    kind: 'periodicReport',
    title: {
      vi: 'Báo cáo định kỳ về Ban Chỉ đạo 138 tỉnh',
      en: 'Periodic report to the provincial Steering Committee 138',
    },
    task: '6',
    owes: ADDRESSEES,
    to: stated(['bcd-138-thanh-hoa'], 'báo cáo kết quả về Ban Chỉ đạo 138 tỉnh', 'mục 6'),
    via: stated('pv28-thanh-hoa', '(qua phòng PV28 - Công an tỉnh)', 'mục 6'),
    cadence: { grade: 'notStated', note: 'chỉ viết "Định kỳ"' },
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
  {
    id: 'rollup',
    kind: 'periodicReport',
    title: {
      vi: 'Ban Chỉ đạo 138 tổng hợp, báo cáo Bộ Công an và UBND tỉnh',
      en: 'Steering Committee 138 reports on to the Ministry and the province',
    },
    task: '6',
    owes: stated(
      { kind: 'units', units: ['bcd-138-thanh-hoa'] },
      'để tập hợp, theo dõi, chỉ đạo và báo cáo Bộ Công an, UBND tỉnh',
      'mục 6',
    ),
    to: stated(
      ['bo-cong-an', 'ubnd-tinh-thanh-hoa'],
      'báo cáo Bộ Công an, UBND tỉnh theo quy định',
      'mục 6',
    ),
    via: null,
    cadence: { grade: 'notStated', note: 'chỉ viết "theo quy định"' },
    due: notStated,
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
];
