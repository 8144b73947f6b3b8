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
    'Đẩy mạnh công tác tuyên truyền, phổ biến các chủ trương, đường lối, chính sách, nghị quyết của Đảng, pháp luật của Nhà nước và của Bộ Công an về bảo đảm an ninh, trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc, trọng tâm là: Nghị quyết số 28/NQ/TW Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI, ngày 25/10/2013 về “Chiến lược bảo vệ Tổ quốc trong tình hình mới”; Chỉ thị số 48-CT/TW ngày 22/10/2010 của Bộ Chính trị về “Tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống tội phạm trong tình hình mới”; Chỉ thị số 09-CT/TW ngày 01/12/2011 của Ban Bí thư về “Tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới”; Nghị định số 06/2013/NĐ-CP, ngày 09/01/2013 của Chính phủ Quy định về “Bảo vệ cơ quan, doanh nghiệp” để nâng cao nhận thức cho cán bộ, chiến sỹ Công an nhân dân và cán bộ, công chức, viên chức, người lao động và học sinh, sinh viên về vị trí, ý nghĩa của công tác bảo đảm an ninh, trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc. Cần xác định rõ công tác xây dựng và đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường là của cấp ủy, chính quyền, các bộ, ban, ngành và địa phương; trong đó lực lượng Công an các cấp giữ vai trò nòng cốt trong việc tham mưu và thực hiện.',
  ],
  [
    '2',
    'Chủ động tham mưu cho cấp ủy, chính quyền và thủ trưởng các cơ quan, doanh nghiệp, nhà trường chỉ đạo việc đánh giá đúng thực trạng phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường; qua đó tăng cường đổi mới nội dung, hình thức và phương pháp xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới phù hợp với đặc điểm của từng cơ quan, doanh nghiệp, nhà trường nhằm đạt được tiêu chuẩn “An toàn về an ninh, trật tự” theo quy định tại Thông tư số 23/2012/TT-BCA ngày 27/4/2012 của Bộ Công an. Cần tập trung xây dựng các mô hình điểm trong cơ quan, doanh nghiệp, nhà trường về phòng, chống tội phạm, tệ nạn xã hội; xây dựng nếp sống văn hóa, văn minh nơi công sở, kết hợp với phong trào xây dựng “Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa”; gắn công tác xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường với các phong trào cách mạng khác của Đảng và Nhà nước; tổ chức thực hiện có hiệu quả Quyết định số 521/QĐ-TTg ngày 13/6/2005 của Thủ tướng Chính phủ và hướng dẫn của Bộ Công an về “Ngày hội toàn dân bảo vệ an ninh Tổ quốc”.',
  ],
  [
    '3',
    'Tham mưu cho cấp ủy, chính quyền phối hợp tổ chức vận động cán bộ, công chức, viên chức, người lao động và học sinh, sinh viên thực hiện nghiêm chỉnh các chủ trương, chính sách của Đảng, pháp luật của Nhà nước, các nội quy, quy chế bảo vệ an toàn cơ quan, doanh nghiệp, nhà trường; nâng cao ý thức cảnh giác trong công tác phòng, chống tội phạm; phòng, chống suy thoái về tư tưởng chính trị, đạo đức, lối sống; “tự diễn biến”, “tự chuyển hóa”, tệ quan liêu, tham nhũng, lãng phí trong một bộ phận cán bộ, công chức, viên chức; chủ động phòng ngừa và làm thất bại mọi âm mưu, thủ đoạn hoạt động của các thế lực thù địch lợi dụng mạng internet, sử dụng các trang mạng xã hội và các thông tin khác để bôi nhọ, vu cáo, xuyên tạc, kích động, phá hoại khối đại đoàn kết toàn dân tộc; khắc phục tình trạng sơ hở, mất cảnh giác với các thế lực thù địch và tội phạm khác; tích cực tham gia bảo vệ an ninh chính trị nội bộ, an ninh tư tưởng - văn hóa, an ninh kinh tế, an ninh thông tin, nhất là an ninh mạng, khắc phục tình trạng lộ, lọt thông tin mật của Đảng, Nhà nước; tích cực bảo vệ tài sản, giữ gìn trật tự, kỷ cương trong cơ quan, doanh nghiệp, nhà trường.',
  ],
  [
    '4',
    'Quan tâm xây dựng, củng cố lực lượng bảo vệ chuyên trách và bán chuyên trách, các tổ chức quần chúng tham gia bảo vệ an ninh, trật tự ở cơ sở theo hướng tự phòng, tự quản, tự bảo vệ và tự giải quyết; tham mưu cho cấp ủy Đảng, chính quyền chỉ đạo triển khai, tổ chức thực hiện Nghị định số 06/2013/NĐ-CP ngày 09/01/2013 của Chính phủ “Quy định về bảo vệ cơ quan, doanh nghiệp”; hướng dẫn hoạt động, tổ chức huấn luyện, bồi dưỡng chuyên môn nghiệp vụ, pháp luật cho lực lượng bảo vệ cơ quan, doanh nghiệp, nhà trường. Phối hợp tổ chức các lớp tập huấn, bồi dưỡng kiến thức về an ninh, trật tự và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc cho cán bộ làm công tác quản lý, đoàn thể trong cơ quan, doanh nghiệp, nhà trường; tham mưu, hướng dẫn các cơ quan, doanh nghiệp, nhà trường tổ chức cho lực lượng bảo vệ triển khai, thực hiện và xây dựng nếp sống văn hóa vì nhân dân phục vụ, gắn với phong trào “Công an nhân dân học tập, thực hiện 6 điều Bác Hồ dạy”.\nThường xuyên tổ chức rà soát và đề xuất sơ kết, tổng kết việc thực hiện các quy chế, thông tư liên tịch... về phối hợp giữa Bộ Công an với các bộ, ban, ngành trong công tác bảo đảm an ninh, trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường; hướng dẫn xây dựng nội quy, quy chế, quy ước về công tác an ninh, trật tự trong cơ quan, doanh nghiệp, nhà trường; phối hợp xây dựng các “mô hình liên kết” thực hiện phong trào toàn dân bảo vệ an ninh Tổ quốc trong các cơ quan, doanh nghiệp, nhà trường với các địa bàn giáp ranh.',
  ],
  [
    '5',
    'Tiếp tục tham mưu cho cấp ủy, chính quyền các bộ, ban, ngành và địa phương hướng dẫn người đứng đầu các cơ quan, doanh nghiệp, nhà trường tăng cường công tác tuyên truyền, vận động cán bộ, công chức, viên chức, người lao động, học sinh, sinh viên và các tầng lớp nhân dân hiểu rõ việc xâm phạm chủ quyền thống nhất và toàn vẹn lãnh thổ, nhất là xâm phạm vùng biển của Việt Nam, không tham gia biểu tình trái pháp luật; chủ động phòng ngừa, ngăn chặn các hành vi quá khích; kiên quyết không để xảy ra biểu tình trái pháp luật, không để xảy ra gây rối an ninh, trật tự trong mọi tình huống; tham mưu cấp ủy, chính quyền củng cố hệ thống tổ chức Đảng, Công đoàn, Đoàn Thanh niên và các tổ chức quần chúng tại các doanh nghiệp có vốn đầu tư nước ngoài; phát động phong trào toàn dân bảo vệ an ninh Tổ quốc trong công nhân, chủ doanh nghiệp, cả trong công nhân, chủ doanh nghiệp là người nước ngoài. Tăng cường công tác bảo vệ các cơ quan, công sở, các mục tiêu trọng điểm về chính trị, kinh tế, ngoại giao, nhất là khu, cụm kinh tế có vốn đầu tư nước ngoài và người lao động nước ngoài. Đẩy mạnh công tác vận động, tuyên truyền thông qua các phương tiện thông tin đại chúng để mọi tầng lớp nhân dân thấu hiểu các giải pháp và nỗ lực trong việc giải quyết các vấn đề quốc tế có liên quan đến an ninh chính trị quốc gia của Đảng, Nhà nước ta.',
  ],
  [
    '6',
    'Thường xuyên tổ chức kiểm tra, đánh giá, phân loại phong trào toàn dân bảo vệ an ninh Tổ quốc trong các cơ quan, doanh nghiệp, nhà trường; báo cáo Ủy ban nhân dân cùng cấp xét duyệt, công nhận đạt tiêu chuẩn "An toàn về an ninh, trật tự" cho cơ quan, doanh nghiệp, nhà trường. Quan tâm sơ kết, tổng kết các mô hình, điển hình tiên tiến trong các cơ quan, doanh nghiệp, nhà trường; biểu dương, khen thưởng kịp thời các tập thể, cá nhân có thành tích xuất sắc; thông báo các kinh nghiệm hay, điển hình tiên tiến trên các phương tiện thông tin đại chúng để nhân dân hiểu, làm theo; tổ chức gặp mặt biểu dương, khen thưởng các cơ quan, doanh nghiệp, cá nhân có thành tích xuất sắc trong công tác đảm bảo an ninh, trật tự và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc.',
  ],
  [
    '7',
    'Kiện toàn tổ chức và tăng cường cán bộ có năng lực, có trách nhiệm cho công tác xây dựng phong trào các cấp; xây dựng đội ngũ cán bộ chuyên sâu, bố trí ổn định và có năng lực tham mưu, đề xuất với cấp ủy, chính quyền tổ chức triển khai công tác phong trào toàn dân bảo vệ ANTQ.',
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
