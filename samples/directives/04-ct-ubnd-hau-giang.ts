/**
 * S3: directive 04/CT-UBND of Hậu Giang, 18/03/2021, known only from a press notice of 23/03/2021 that breaks off (domain
 * facts 1.4). Where our notes keep no words of the notice, a task is our summary and says so; no value is filled in.
 */
import type { Addressee, DirectiveDraft, Duty } from '../../libs/domain';
import { knownFrom, notStated, task } from './known';

const { stated } = knownFrom('s3-press-notice');

const NOTICE = 'bản tin ngày 23/03/2021';
const UNEXPANDED = 'bản tin không có danh sách / the notice gives no list';

/** The notice numbers nothing: these keys are ours. */
const TASKS: readonly (readonly [string, string])[] = [
  ['(1)', 'Tóm lược, bản tin không đánh số: nắm vững và tổ chức thực hiện các văn bản cấp trên'],
  [
    '(2)',
    'Tóm lược, bản tin không đánh số: tuyên truyền, vận động; không để xảy ra đình công trái pháp luật; bảo vệ bí mật và các khu có vốn đầu tư nước ngoài',
  ],
  [
    '(3)',
    'Tóm lược, bản tin không đánh số: kiểm tra, đánh giá, phân loại, xây dựng đơn vị đạt tiêu chuẩn; «Xem xét lấy hiệu quả công tác xây dựng phong trào làm tiêu chí…»',
  ],
  [
    '(4)',
    'Tóm lược, bản tin không đánh số: củng cố tổ chức Đảng, Công đoàn, lực lượng bảo vệ; tập huấn; bố trí cán bộ bán chuyên trách',
  ],
];

const CLASSES: readonly (readonly [roleClass: string, vi: string, en: string])[] = [
  ['giam-doc-so', 'Giám đốc sở', 'Directors of departments'],
  ['thu-truong-co-quan', 'Thủ trưởng cơ quan, ban, ngành', 'Heads of agencies and branches'],
  ['doan-the', 'Đoàn thể chính trị - xã hội', 'Socio-political organisations'],
  ['doanh-nghiep', 'Doanh nghiệp', 'Enterprises'],
  ['nha-truong', 'Nhà trường', 'Schools'],
  ['ubnd-huyen', 'UBND huyện, thị xã, thành phố', "District people's committees"],
];

export const draft04HauGiang: DirectiveDraft = {
  issuer: 'ubnd-tinh-hau-giang',
  documentType: 'directive',
  grammar: 'state',
  symbol: stated('04/CT-UBND', '04/CT-UBND', NOTICE),
  date: stated('2021-03-18', '18/03/2021', NOTICE),
  abstract: {
    grade: 'inferred',
    value:
      'Về đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường đáp ứng yêu cầu, nhiệm vụ bảo đảm an ninh, trật tự trong tình hình mới',
    reason: 'bản tin nêu cùng tên gọi với Chỉ thị 07/CT-BCA-V28; không thấy dẫn chiếu văn bản đó',
  },
  signer: { grade: 'notInCopy', note: 'bản tin không nêu người ký' },
  urgency: { grade: 'notInCopy' },
  secrecy: 'none',
  sources: [
    {
      id: 's3-press-notice',
      kind: 'pressNotice',
      title: 'Bản tin ngày 23/03/2021 về Chỉ thị 04/CT-UBND của UBND tỉnh Hậu Giang, bỏ dở',
      sha256: null,
      complete: false,
    },
  ],
  tasks: TASKS.map(([key, text]) => task(key, text)),
  addressees: CLASSES.map(([roleClass, vi, en]): Addressee => ({
    kind: 'class',
    roleClass: `${roleClass}-hau-giang`,
    name: { vi, en },
    unexpanded: UNEXPANDED,
  })),
  recipients: { grade: 'notInCopy', note: 'bản tin không có Nơi nhận' },
  monitoringBody: notStated,
  parents: [],
  unnamedParents: [
    {
      grade: 'inferred',
      value: 'văn bản của Trung ương và của tỉnh',
      reason: 'bản tin chỉ nói chung, không nêu tên văn bản nào',
    },
  ],
  // To be considered, which is less than to be classified by: nothing is computed from either.
  criteriaToConsider: [
    stated(
      'hiệu quả công tác xây dựng phong trào: tiêu chí đánh giá mức độ hoàn thành nhiệm vụ và thi đua',
      'Xem xét lấy hiệu quả công tác xây dựng phong trào làm tiêu chí…',
      NOTICE,
    ),
    {
      grade: 'inferred',
      value: 'kết quả ngày hội hằng năm: xét khen thưởng trong phong trào',
      reason: 'tóm lược bản tin; ghi chép không giữ nguyên văn câu này',
    },
  ],
};

/** What the text as we have it is silent about. Nobody decides it in the drill, so nothing is ever asked for. */
const silent = (id: string, { kind, title }: Pick<Duty, 'kind' | 'title'>): Duty => ({
  id,
  kind,
  title,
  task: null,
  owes: notStated,
  to: notStated,
  via: null,
  cadence: notStated,
  due: notStated,
  bound: 'inclusive',
  ladder: null,
  acceptance: 'byReceiver',
});

export const duties04HauGiang: readonly Duty[] = [
  silent('report', {
    kind: 'periodicReport',
    title: { vi: 'Báo cáo kết quả', en: 'Report on results' },
  }),
  silent('review', { kind: 'review', title: { vi: 'Sơ kết, tổng kết', en: 'Review' } }),
];
