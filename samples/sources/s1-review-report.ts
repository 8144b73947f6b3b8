/**
 * S1: what a press report of a five-year review, 26/11/2019, tells of 2014 (domain facts 1.5). No directive: a source of
 * 07/CT-BCA-V28. These are results: no due date, no obligation. The province is not named; Bình Thuận is an inference.
 * Our notes keep few words of it: where they keep none, the number or the date itself is the quote.
 */
import type {
  CallReviewData,
  Conclusion,
  Conference,
  Graded,
  NewUnit,
  Result,
  ReviewConference,
  Bound,
  RecognitionShare,
  Source,
} from '../../libs/domain';
import { knownFrom } from '../directives/known';
import { contacts } from '../units/unit';

export const sourceOfS1: Source = {
  id: 's1-review-report',
  kind: 'reviewReport',
  title: 'Bản tin về Hội nghị sơ kết 05 năm (2014 - 2019) thực hiện Chỉ thị 07, ngày 26/11/2019',
  sha256: null,
  complete: false,
};

const { stated } = knownFrom(sourceOfS1.id);

const PLACE = 'phần kể lại năm 2014';
export const UNNAMED =
  'bản tin không nêu tên tỉnh; suy ra từ những người giữ chức vụ được nhắc đến';
export const NOT_KEPT = 'bản lưu của bản tin chỉ là tóm tắt';

export const COMMITTEE_OF_S1 = 'bcd-binh-thuan';

/** Known from the report alone, and so registered when the report is. */
export const committeeOfS1: NewUnit = {
  id: COMMITTEE_OF_S1,
  name: {
    vi: 'Ban chỉ đạo phong trào toàn dân BVANTQ và phòng, chống tội phạm, tệ nạn xã hội tỉnh Bình Thuận',
    en: 'Steering committee of the movement and against crime and social evils, Bình Thuận province',
  },
  aliases: [],
  parent: null,
  kind: 'steeringCommittee',
  roleClasses: [],
  from: '2014-11-11',
  source: `${sourceOfS1.title}; rằng đó là tỉnh Bình Thuận là suy ra`,
  contacts: contacts(COMMITTEE_OF_S1),
};

const by: Graded<string> = { grade: 'inferred', value: COMMITTEE_OF_S1, reason: UNNAMED };
const where: Graded<string> = { grade: 'inferred', value: 'tỉnh Bình Thuận', reason: UNNAMED };

/** 88 days after the directive. */
export const planOfS1: Result = {
  when: stated('2014-11-11', '11/11/2014', PLACE),
  where,
  by,
  source: sourceOfS1,
  result: {
    kind: 'instrument',
    symbol: '4070/KH-BCĐ',
    title: {
      vi: 'Kế hoạch thực hiện, gồm 6 nội dung, 4 mục tiêu, yêu cầu',
      en: 'Plan to carry it out, of 6 subjects and 4 aims',
    },
  },
};

export const conferenceOfS1: Conference = {
  when: stated('2014-12', '12/2014', PLACE),
  where,
  by,
  source: sourceOfS1,
  title: { vi: 'Hội nghị chuyên đề', en: 'Thematic conference' },
  participants: { grade: 'notInCopy', note: NOT_KEPT },
};

/** Departments and provincial units stand beside the ten committees, outside their ratio: no number of them is kept. */
export const ratioOfS1: Result = {
  when: stated(
    '2014-12-31',
    'Đến hết tháng 12/2014 có 10/10 … và hoàn thành việc tổ chức thực hiện',
    PLACE,
  ),
  where,
  by,
  source: sourceOfS1,
  result: {
    kind: 'ratio',
    reached: 10,
    of: 10,
    title: {
      vi: 'Ban Chỉ đạo cấp huyện ban hành kế hoạch và hoàn thành việc tổ chức thực hiện; ngoài tỷ lệ này, các sở, ban, ngành và đơn vị do tỉnh quản lý cũng vậy',
      en: 'district steering committees issued plans and completed organising their implementation; outside this ratio, departments and provincially managed units did so too',
    },
  },
};

const PROVINCE = 'ubnd-tinh-binh-thuan';

/** Recorded when the report made the review known: what the ledger then held about the province is its pack. */
export const reviewOfS1: CallReviewData = {
  kind: 'preliminary',
  period: {
    from: '2014-08-15',
    to: '2019-11-26',
    label: { vi: '05 năm (2014 - 2019)', en: 'five years (2014 - 2019)' },
  },
  scope: {
    text: 'Một tỉnh; bản tin không nêu tên',
    units: { grade: 'inferred', value: ['cat-binh-thuan'], reason: UNNAMED },
  },
  cutOff: '2019-11-26T10:30:00.000Z',
  selfAssessmentDue: null,
  reason: 'Ghi nhận Hội nghị sơ kết 05 năm theo bản tin ngày 26/11/2019',
  document: null,
};

export const reviewConferenceOfS1: ReviewConference = {
  when: stated('2019-11-26', '26/11/2019', 'ngày tổ chức Hội nghị'),
  where,
  by: { grade: 'inferred', value: PROVINCE, reason: `do UBND tỉnh tổ chức; ${UNNAMED}` },
  source: sourceOfS1,
  title: {
    vi: 'Hội nghị sơ kết 05 năm thực hiện Chỉ thị 07/CT-BCA-V28',
    en: 'Conference on five years of Directive 07/CT-BCA-V28',
  },
  attendance: stated(
    { delegates: 300, besides: 'lãnh đạo được bản tin nêu chức vụ' },
    '300 đại biểu',
    'thành phần dự Hội nghị',
  ),
};

/** Our notes keep the sense and not the words; who carries it out and by when is stated for none of them. */
export const conclusionsOfS1: readonly Conclusion[] = [
  ['Một là', 'tiếp thu kết quả sơ kết của Trung ương, cụ thể hóa hằng năm ở địa phương'],
  ['Hai là', 'đổi mới công tác phối hợp giữa các ngành, quán triệt đến từng thành viên'],
  ['Ba là', 'gắn với các phong trào, cuộc vận động khác'],
  [
    'Bốn là',
    'mở rộng phong trào tố giác tội phạm, rà soát và nhân rộng mô hình, giữ tỷ lệ trên 95 % đạt chuẩn hằng năm',
  ],
  ['Năm là', 'bồi dưỡng lực lượng nòng cốt, khen thưởng kịp thời'],
].map(([key, text]) => ({ key: key!, text: `Tóm lược (${NOT_KEPT}): ${text}` }));

/** Every year of 2014–2019 alike; the percentage of no year is told. */
export const recognisedOfS1: Graded<RecognitionShare> = stated(
  { kind: 'bound', comparator: '>', basisPoints: 9500 },
  'hàng năm có trên 95%',
  'kết quả 2014 - 2019: cơ quan, doanh nghiệp, nhà trường đạt “An toàn về ANTT”',
);

/** The same for the years to come. */
export const targetOfS1: Graded<Bound> = stated(
  { comparator: '>', basisPoints: 9500 },
  'hàng năm có trên 95%',
  'chỉ tiêu thời gian tới',
);
