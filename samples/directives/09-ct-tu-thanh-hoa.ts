/**
 * S2: directive 09-CT/TU of the Standing Board of the Party Committee of Thanh Hóa, 30/12/2011, as data with grades and
 * quotes (domain facts 1.3). A newspaper printed the body; numbering restarts in each part, so a task is `III.3`.
 */
import type { DirectiveDraft, Task } from '../../libs/domain';
import { knownFrom, notStated, task } from './known';

const { stated, parent } = knownFrom('s2-full-text');

const UNEXPANDED = 'chưa có danh sách có nguồn / no sourced list';
const PREAMBLE = 'đoạn mở đầu';

const TASKS: readonly (readonly [string, string])[] = [
  [
    'I.1',
    'Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy Đảng, chính quyền các cấp và phát huy vai trò nòng cốt của lực lượng công an trong việc tham mưu huy động cả hệ thống chính trị và các tầng lớp nhân dân tích cực tham gia phong trào toàn dân bảo vệ ANTQ; coi nhiệm vụ bảo vệ ANTT, an toàn xã hội là quyền lợi, nghĩa vụ của mỗi người để góp phần bảo vệ sự bình yên cho cá nhân, gia đình và cộng đồng xã hội, thực hiện thắng lợi nhiệm vụ bảo vệ an ninh quốc gia và giữ gìn trật tự an toàn xã hội trên địa bàn tỉnh',
  ],
  [
    'I.2',
    'Các cấp ủy Đảng, chính quyền và các ngành, đoàn thể phải xác định công tác bảo đảm ANTT và phát động phong trào toàn dân bảo vệ ANTQ là một trong những nhiệm vụ chính trị quan trọng, thường xuyên của ngành, địa phương và đơn vị mình; phải gắn kết chặt chẽ giữa công tác bảo đảm ANTT với nhiệm vụ phát triển kinh tế - xã hội',
  ],
  [
    'I.3',
    'Nêu cao tinh thần trách nhiệm và vai trò tiên phong, gương mẫu của mỗi cán bộ, đảng viên; cán bộ, chiến sĩ các lực lượng vũ trang từ tỉnh đến cơ sở trong việc thực hiện nhiệm vụ bảo vệ ANTT; đề cao vai trò, trách nhiệm của người đứng đầu các cấp, các ngành trong chỉ đạo thực hiện nhiệm vụ bảo đảm ANTT và phong trào toàn dân bảo vệ ANTQ',
  ],
  [
    'I.4',
    'Tổ chức thực hiện nghiêm túc Chỉ thị 09-CT/T.Ư của Ban Bí thư Trung ương Đảng về tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ ANTQ trong tình hình mới, với cách làm sáng tạo, phù hợp với tình hình thực tiễn của từng địa phương, cơ quan, đơn vị. Khẩn trương nghiên cứu xây dựng các mô hình tự phòng, tự quản, tự bảo vệ, tự hòa giải về ANTT tại cộng đồng dân cư, để khích lệ, động viên nhân dân tham gia',
  ],
  [
    'II.1',
    'Tiếp tục tuyên truyền, triển khai thực hiện có hiệu quả Kết luận số 86-KL/T.Ư, ngày 2-11-2010 của Bộ Chính trị về công tác bảo đảm an ninh quốc gia; Chỉ thị 48-CT/T.Ư, ngày 22-10-2010 của Bộ Chính trị về công tác phòng, chống tội phạm; Chỉ thị 09-CT/T.Ư ngày 1-12-2011 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ ANTQ trong tình hình mới, nhằm nâng cao nhận thức của các cấp, các ngành, địa phương, đơn vị và toàn thể nhân dân đối với công tác bảo đảm ANTT, trên cơ sở đó huy động sức mạnh của cả hệ thống chính trị trong phong trào bảo vệ ANTQ',
  ],
  [
    'II.2',
    'Tập trung lãnh đạo, chỉ đạo bảo đảm vững chắc an ninh quốc gia; an ninh trên tuyến biên giới, tuyến biển, an ninh nội bộ, an ninh trên các lĩnh vực kinh tế, văn hóa tư tưởng, tôn giáo, dân tộc, thông tin truyền thông và an ninh các vấn đề xã hội khác',
  ],
  [
    'II.3',
    'Tiếp tục thực hiện có hiệu quả Chương trình quốc gia phòng chống tội phạm; Đảng ủy Công an tỉnh tập trung lãnh đạo, chỉ đạo toàn lực lượng làm nòng cốt phối hợp với các lực lượng quân đội, dân quân, tự vệ, tiếp tục mở các đợt cao điểm tấn công, truy quét, triệt xóa các loại tội phạm hoạt động có tổ chức, bảo kê, sử dụng vũ khí, hung khí',
  ],
  [
    'II.4',
    'Tăng cường công tác giáo dục chính trị, tư tưởng và công tác quản lý đối với cán bộ, chiến sĩ lực lượng công an từ tỉnh đến cơ sở nhằm nâng cao tinh thần cảnh giác, siết chặt, kỷ cương, kỷ luật',
  ],
  [
    'III.1',
    'Các cấp ủy, tổ chức Đảng có trách nhiệm quán triệt, triển khai và xây dựng chương trình, kế hoạch hành động thiết thực để tổ chức thực hiện chỉ thị này. Để xảy ra mất ANTT an toàn xã hội nghiêm trọng, đồng chí Bí thư, Chủ tịch UBND huyện, thị xã, thành phố phải chịu trách nhiệm trước Ban Thường vụ Tỉnh ủy',
  ],
  [
    'III.2',
    'Giao Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội tăng cường công tác tuyên truyền, vận động các tầng lớp nhân dân, đoàn viên, hội viên của tổ chức mình hưởng ứng phong trào toàn dân bảo vệ ANTQ gắn với phong trào “Toàn dân đoàn kết xây dựng đời sống ở khu dân cư” và khu dân cư, xã, phường, thị trấn, cơ quan, đơn vị... an toàn về ANTT, không có tội phạm và tệ nạn xã hội...',
  ],
  [
    'III.3',
    'Giao Đảng ủy, Ban Giám đốc Công an tỉnh trực tiếp làm việc với Ban Thường vụ một số huyện, thị, thành ủy và kiểm tra thực hiện ở các địa phương, đơn vị báo cáo Ban Thường vụ Tỉnh ủy',
  ],
];

/** What the text says of lead and coordinators, for the tasks where it does. */
const ROLES: { readonly [key: string]: Partial<Task> } = {
  'II.1': {
    lead: {
      grade: 'notStated',
      note: 'Ban Tuyên giáo Tỉnh ủy được giao chỉ đạo báo chí, không phải chủ trì cả nhiệm vụ',
    },
  },
  'II.3': {
    lead: stated(
      'dang-uy-cong-an-tinh-thanh-hoa',
      'Đảng ủy Công an tỉnh tập trung lãnh đạo, chỉ đạo toàn lực lượng',
      'II.3',
    ),
    coordinators: stated(
      ['quân đội', 'dân quân', 'tự vệ'],
      'phối hợp với các lực lượng quân đội, dân quân, tự vệ',
      'II.3',
    ),
    verbs: ['tập trung lãnh đạo, chỉ đạo', 'phối hợp với'],
  },
  'III.2': {
    lead: stated(
      'Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội',
      'Giao Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội tăng cường công tác tuyên truyền, vận động',
      'III.2',
    ),
    verbs: ['tuyên truyền, vận động'],
  },
  'III.3': {
    lead: stated(
      'dang-uy-cong-an-tinh-thanh-hoa',
      'Giao Đảng ủy, Ban Giám đốc Công an tỉnh trực tiếp làm việc với Ban Thường vụ một số huyện, thị, thành ủy',
      'III.3',
    ),
    verbs: ['kiểm tra', 'báo cáo'],
  },
};

export const draft09: DirectiveDraft = {
  issuer: 'ban-thuong-vu-tinh-uy-thanh-hoa',
  documentType: 'directive',
  grammar: 'party',
  symbol: stated('09-CT/TU', 'Chỉ thị số 09-CT/T.U', 'lời dẫn của báo'),
  date: stated('2011-12-30', 'Ngày 30-12-2011', 'lời dẫn của báo'),
  abstract: stated(
    'Về tăng cường sự lãnh đạo của Đảng đối với công tác bảo đảm an ninh, trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc',
    'về tăng cường sự lãnh đạo của Đảng đối với công tác bảo đảm an ninh, trật tự (ANTT) và phong trào toàn dân bảo vệ an ninh Tổ quốc (ANTQ)',
    'lời dẫn của báo',
  ),
  signer: { grade: 'notInCopy', note: 'báo đăng nội dung, không đăng phần ký' },
  urgency: notStated,
  secrecy: 'none',
  sources: [
    {
      id: 's2-full-text',
      kind: 'fullText',
      title: 'Chỉ thị 09-CT/TU của Ban Thường vụ Tỉnh ủy Thanh Hóa, toàn văn nội dung do báo đăng',
      sha256: null,
      complete: false,
    },
  ],
  tasks: TASKS.map(([key, text]) => ({ ...task(key, text), ...ROLES[key] })),
  addressees: [
    {
      kind: 'class',
      roleClass: 'cap-uy-dang-thanh-hoa',
      name: { vi: 'Các cấp ủy Đảng', en: 'Party committees' },
      unexpanded:
        'mới có 27 huyện, thị, thành ủy là dữ kiện ngoài văn bản / only the 27 district ones are known',
    },
    {
      kind: 'class',
      roleClass: 'chinh-quyen-thanh-hoa',
      name: { vi: 'Chính quyền', en: 'Authorities' },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'mttq-thanh-hoa',
      name: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'doan-the-nhan-dan-thanh-hoa',
      name: { vi: 'Các đoàn thể nhân dân', en: "People's organisations" },
      unexpanded: UNEXPANDED,
    },
    {
      kind: 'class',
      roleClass: 'luc-luong-vu-trang-thanh-hoa',
      name: { vi: 'Lực lượng vũ trang trong tỉnh', en: 'Armed forces in the province' },
      unexpanded: UNEXPANDED,
    },
  ],
  recipients: { grade: 'notInCopy', note: 'báo không đăng Nơi nhận' },
  dissemination: stated(
    'cán bộ, đảng viên và toàn thể nhân dân trong tỉnh',
    'Chỉ thị này được phổ biến đến cán bộ, đảng viên và toàn thể nhân dân trong tỉnh',
    'câu cuối',
  ),
  monitoringBody: stated(
    'van-phong-tinh-uy-thanh-hoa',
    'Văn phòng Tỉnh ủy chủ trì cùng các Ban của Tỉnh ủy theo chức năng, nhiệm vụ của mình, chịu trách nhiệm giúp Ban Thường vụ Tỉnh ủy theo dõi, đôn đốc thực hiện chỉ thị này',
    'đoạn sau III.3',
  ),
  parents: [
    parent(
      ['86-KL/TW', 'bo-chinh-tri', '2010-11-02'],
      [
        ['Kết luận số 86-KL/T.Ư, ngày 2-11-2010 của Bộ Chính trị', PREAMBLE],
        ['Kết luận số 86-KL/T.Ư, ngày 2-11-2010 của Bộ Chính trị', 'II.1'],
      ],
    ),
    parent(
      ['48-CT/TW', 'bo-chinh-tri', '2010-10-22'],
      [
        ['Chỉ thị 48-CT/T.Ư, ngày 22-10-2010 của Bộ Chính trị', PREAMBLE],
        ['Chỉ thị 48-CT/T.Ư, ngày 22-10-2010 của Bộ Chính trị', 'II.1'],
      ],
    ),
    parent(
      ['09-CT/TW', 'ban-bi-thu', '2011-12-01'],
      [
        ['Chỉ thị 09-CT/T.Ư, ngày 1-12-2011 của Ban Bí thư', PREAMBLE],
        ['Chỉ thị 09-CT/T.Ư của Ban Bí thư Trung ương Đảng', 'I.4'],
        ['Chỉ thị 09-CT/T.Ư ngày 1-12-2011 của Ban Bí thư', 'II.1'],
      ],
    ),
  ],
};
