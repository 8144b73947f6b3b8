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
    'Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy Đảng, chính quyền các cấp và phát huy vai trò nòng cốt của lực lượng công an trong việc tham mưu huy động cả hệ thống chính trị và các tầng lớp nhân dân tích cực tham gia phong trào toàn dân bảo vệ ANTQ; coi nhiệm vụ bảo vệ ANTT, an toàn xã hội là quyền lợi, nghĩa vụ của mỗi người để góp phần bảo vệ sự bình yên cho cá nhân, gia đình và cộng đồng xã hội, thực hiện thắng lợi nhiệm vụ bảo vệ an ninh quốc gia và giữ gìn trật tự an toàn xã hội trên địa bàn tỉnh.',
  ],
  [
    'I.2',
    'Các cấp ủy Đảng, chính quyền và các ngành, đoàn thể phải xác định công tác bảo đảm ANTT và phát động phong trào toàn dân bảo vệ ANTQ là một trong những nhiệm vụ chính trị quan trọng, thường xuyên của ngành, địa phương và đơn vị mình; phải gắn kết chặt chẽ giữa công tác bảo đảm ANTT với nhiệm vụ phát triển kinh tế - xã hội; gắn việc thực hiện chương trình quốc gia phòng, chống tội phạm với các chương trình xóa đói, giảm nghèo, giải quyết việc làm, xây dựng đời sống văn hóa ở khu dân cư... để góp phần giải quyết tận gốc nguyên nhân phát sinh tội phạm, nâng cao hiệu quả phòng ngừa xã hội đối với công tác này. Đồng thời, quan tâm lãnh đạo, chỉ đạo xây dựng, củng cố lực lượng công an xã, bảo vệ thôn, bản, khu phố, bảo vệ dân phố, bảo vệ chuyên trách trong cơ quan, doanh nghiệp, trường học... coi đó là lực lượng nòng cốt của phong trào toàn dân bảo vệ ANTQ tại địa bàn dân cư.',
  ],
  [
    'I.3',
    'Nêu cao tinh thần trách nhiệm và vai trò tiên phong, gương mẫu của mỗi cán bộ, đảng viên; cán bộ, chiến sĩ các lực lượng vũ trang từ tỉnh đến cơ sở trong việc thực hiện nhiệm vụ bảo vệ ANTT; đề cao vai trò, trách nhiệm của người đứng đầu các cấp, các ngành trong chỉ đạo thực hiện nhiệm vụ bảo đảm ANTT và phong trào toàn dân bảo vệ ANTQ.',
  ],
  [
    'I.4',
    'Tổ chức thực hiện nghiêm túc Chỉ thị 09-CT/T.Ư của Ban Bí thư Trung ương Đảng về tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ ANTQ trong tình hình mới, với cách làm sáng tạo, phù hợp với tình hình thực tiễn của từng địa phương, cơ quan, đơn vị. Khẩn trương nghiên cứu xây dựng các mô hình tự phòng, tự quản, tự bảo vệ, tự hòa giải về ANTT tại cộng đồng dân cư, để khích lệ, động viên nhân dân tham gia.',
  ],
  [
    'II.1',
    'Tiếp tục tuyên truyền, triển khai thực hiện có hiệu quả Kết luận số 86-KL/T.Ư, ngày 2-11-2010 của Bộ Chính trị về công tác bảo đảm an ninh quốc gia; Chỉ thị 48-CT/T.Ư, ngày 22-10-2010 của Bộ Chính trị về công tác phòng, chống tội phạm; Chỉ thị 09-CT/T.Ư ngày 1-12-2011 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ ANTQ trong tình hình mới, nhằm nâng cao nhận thức của các cấp, các ngành, địa phương, đơn vị và toàn thể nhân dân đối với công tác bảo đảm ANTT, trên cơ sở đó huy động sức mạnh của cả hệ thống chính trị trong phong trào bảo vệ ANTQ.\nGiao Ban Tuyên giáo Tỉnh ủy chỉ đạo các cơ quan thông tin đại chúng của tỉnh tăng cường thời lượng đưa tin và mở thêm các chuyên trang, chuyên mục để tuyên truyền công tác bảo vệ ANTT và phong trào toàn dân bảo vệ ANTQ; chú trọng đưa tin, bài phản ánh và nhân rộng các mô hình, điển hình tiên tiến trong đấu tranh phòng chống tội phạm, tệ nạn xã hội, giữ gìn trật tự an toàn giao thông, trật tự đô thị và tại địa bàn các khu dân cư.',
  ],
  [
    'II.2',
    'Tập trung lãnh đạo, chỉ đạo bảo đảm vững chắc an ninh quốc gia; an ninh trên tuyến biên giới, tuyến biển, an ninh nội bộ, an ninh trên các lĩnh vực kinh tế, văn hóa tư tưởng, tôn giáo, dân tộc, thông tin truyền thông và an ninh các vấn đề xã hội khác.\nChủ động phòng ngừa, đấu tranh làm thất bại âm mưu “diễn biến hòa bình”, “chiến tranh tâm lý” của các thế lực thù địch. Ngăn chặn các hoạt động thu thập tình báo, tuyên truyền, phá hoại làm “chuyển hóa nội bộ”, kích động biểu tình, gây rối ANTT; kiên quyết không để “bị động”, “bất ngờ” và xảy ra các hoạt động khủng bố, phá hoại; tạo môi trường ổn định, thuận lợi để phát triển kinh tế - xã hội trên địa bàn tỉnh.',
  ],
  [
    'II.3',
    'Tiếp tục thực hiện có hiệu quả Chương trình quốc gia phòng chống tội phạm; Đảng ủy Công an tỉnh tập trung lãnh đạo, chỉ đạo toàn lực lượng làm nòng cốt phối hợp với các lực lượng quân đội, dân quân, tự vệ, tiếp tục mở các đợt cao điểm tấn công, truy quét, triệt xóa các loại tội phạm hoạt động có tổ chức, bảo kê, sử dụng vũ khí, hung khí; nhất là các băng nhóm hoạt động trên diện rộng, những tên cầm đầu nguy hiểm; tội phạm cờ bạc, số đề, tệ nạn xã hội và các loại tội phạm can dự vào hoạt động hợp pháp của doanh nghiệp và công dân. Xây dựng các chuyên án đấu tranh, triệt phá đường dây mua bán, vận chuyển ma túy qua biên giới và từ tỉnh ngoài vào địa bàn; kiên quyết xóa bỏ các tụ điểm mua bán, tổ chức sử dụng ma túy tổng hợp. Chỉ đạo thực hiện có hiệu quả phong trào xây dựng xã, phường không có tội phạm và tệ nạn xã hội.\nTăng cường điều tra các vụ án tham nhũng, buôn lậu; phát hiện, ngăn chặn và xử lý kịp thời các sai phạm trên lĩnh vực quản lý kinh tế, đất đai, tài chính, ngân hàng. Phối hợp với các ngành chức năng và chính quyền các cấp giải quyết có hiệu quả tình trạng khai thác trái phép các loại tài nguyên, khoáng sản; xử lý nghiêm các hành vi phạm pháp luật về môi trường và vệ sinh an toàn thực phẩm.\nNâng cao hiệu quả phối hợp giữa các cơ quan tư pháp trong công tác điều tra, truy tố, xét xử, thi hành án; không để xảy ra oan sai và vi phạm pháp luật trong điều tra, xử lý tội phạm; đối với các loại án quan trọng, các ngành trong khối tư pháp phải phối hợp chặt chẽ trong truy tố, xét xử, bảo đảm đủ sức răn đe.',
  ],
  [
    'II.4',
    'Tăng cường công tác giáo dục chính trị, tư tưởng và công tác quản lý đối với cán bộ, chiến sĩ lực lượng công an từ tỉnh đến cơ sở nhằm nâng cao tinh thần cảnh giác, siết chặt, kỷ cương, kỷ luật; tiếp tục đẩy mạnh cuộc vận động “Công an nhân dân vì nước quên thân, vì dân phục vụ”; xây dựng lực lượng công an trong sạch, vững mạnh, làm tốt vai trò nòng cốt trong đấu tranh, phòng chống tội phạm và phong trào toàn dân bảo vệ ANTQ. Quan tâm bồi dưỡng nghiệp vụ, đầu tư cơ sở vật chất, phương tiện, điều kiện làm việc đối với lực lượng công an, bảo vệ dân phố, bảo vệ thôn, bản, khu phố, bảo vệ cơ quan, doanh nghiệp để đủ sức hoàn thành tốt nhiệm vụ được giao.',
  ],
  [
    'III.1',
    'Các cấp ủy, tổ chức Đảng có trách nhiệm quán triệt, triển khai và xây dựng chương trình, kế hoạch hành động thiết thực để tổ chức thực hiện chỉ thị này. Để xảy ra mất ANTT an toàn xã hội nghiêm trọng, đồng chí Bí thư, Chủ tịch UBND huyện, thị xã, thành phố phải chịu trách nhiệm trước Ban Thường vụ Tỉnh ủy.',
  ],
  [
    'III.2',
    'Giao Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội tăng cường công tác tuyên truyền, vận động các tầng lớp nhân dân, đoàn viên, hội viên của tổ chức mình hưởng ứng phong trào toàn dân bảo vệ ANTQ gắn với phong trào “Toàn dân đoàn kết xây dựng đời sống ở khu dân cư” và khu dân cư, xã, phường, thị trấn, cơ quan, đơn vị... an toàn về ANTT, không có tội phạm và tệ nạn xã hội...',
  ],
  [
    'III.3',
    'Giao Đảng ủy, Ban Giám đốc Công an tỉnh trực tiếp làm việc với Ban Thường vụ một số huyện, thị, thành ủy và kiểm tra thực hiện ở các địa phương, đơn vị báo cáo Ban Thường vụ Tỉnh ủy.',
  ],
];

/** What the text says of lead and coordinators, for the tasks where it does. */
const ROLES: { readonly [key: string]: Partial<Task> } = {
  'II.1': {
    lead: {
      grade: 'notStated',
      note: 'giao Ban Tuyên giáo Tỉnh ủy chỉ đạo các cơ quan thông tin đại chúng, không giao chủ trì cả nhiệm vụ',
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
      'dang-uy-ban-giam-doc-cong-an-tinh-thanh-hoa',
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
      title:
        'Chỉ thị 09-CT/TU của Ban Thường vụ Tỉnh ủy Thanh Hóa, nội dung do báo đăng, không có phần ký và nơi nhận',
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
