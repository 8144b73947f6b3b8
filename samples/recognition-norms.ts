/**
 * The three circulars on "An toàn về an ninh, trật tự" as policies, each from its date (domain facts 2.7). Of TT 23/2012 we
 * hold no text: all but its name is not in our copy. Of TT 124/2021 our notes keep the rules, not the wording: where they
 * keep none, the numbers are the quote. What TT 48/2025 leaves as it was is an inference.
 */
import type {
  ChecklistItem,
  DecidingLevel,
  Exclusion,
  Graded,
  Policy,
  RecognitionNorm,
  RecognitionSubjectKind,
  SubjectRule,
} from '../libs/domain';

type NewPolicy = Omit<Policy, 'version'>;

const everybody = { issuer: null, documentTypes: null } as const;
const TT_124 = 'Thông tư 124/2021/TT-BCA';
const NOTES = `${TT_124} (ghi chép, không phải nguyên văn)`;

const stated = <T>(value: T, quote: string, place = NOTES): Graded<T> => ({
  grade: 'stated',
  value,
  quote,
  place,
});

const NOT_HELD = {
  grade: 'notInCopy',
  note: 'không có bản nào của Thông tư 23/2012/TT-BCA; chỉ ghi nhận kết quả',
} as const;

const others: readonly RecognitionSubjectKind[] = [
  'commune',
  'agency',
  'enterprise',
  'educationalInstitution',
];

/** Which kinds of our units are a commune, and which are armed forces, is ours to say, not the circular's. */
const COMMUNE_KINDS = ['communeCommittee'];
const ARMED_FORCES = ['police', 'firePolice'];

const subjects: readonly SubjectRule[] = [
  {
    kind: 'residentialArea',
    assessment: { from: '11-01', to: '10-31' },
    decisionBefore: '11-15',
  },
  ...others.map((kind): SubjectRule => ({
    kind,
    assessment: { from: '11-16', to: '11-15' },
    decisionBefore: '11-20',
    ...(kind === 'commune' ? { unitKinds: COMMUNE_KINDS } : {}),
  })),
];

const excluded: readonly Exclusion[] = [
  {
    kind: 'agency',
    trait: 'armedForces',
    text: {
      vi: 'Cơ quan (trừ cơ quan, đơn vị lực lượng vũ trang)',
      en: 'Agencies, but for those of the armed forces',
    },
    unitKinds: ARMED_FORCES,
  },
  {
    kind: 'enterprise',
    trait: 'smallOrMicroEnterprise',
    text: {
      vi: 'Doanh nghiệp (trừ doanh nghiệp nhỏ, siêu nhỏ)',
      en: 'Enterprises, but for small and micro ones',
    },
  },
  {
    kind: 'educationalInstitution',
    trait: 'primaryOrPreSchool',
    text: {
      vi: 'Cơ sở giáo dục (trừ cơ sở giáo dục tiểu học, mầm non, nhà trẻ)',
      en: 'Educational institutions, but for primary and pre-schools and nurseries',
    },
  },
];

const everyKind: readonly RecognitionSubjectKind[] = ['residentialArea', ...others];

const checklist: readonly ChecklistItem[] = [
  {
    code: 'registered-in-q1',
    kinds: everyKind,
    text: {
      vi: 'Quý I có nghị quyết, kế hoạch và đăng ký phấn đấu đạt tiêu chuẩn',
      en: 'In the first quarter: a resolution, a plan and the registration',
    },
    measure: { kind: 'fulfilled' },
    source: NOTES,
    shownBy: 'registration',
  },
  {
    code: 'working-model',
    kinds: everyKind,
    text: {
      vi: 'Có ít nhất 01 mô hình phong trào toàn dân bảo vệ an ninh Tổ quốc hoạt động hiệu quả',
      en: 'At least one model of the movement that works',
    },
    measure: { kind: 'fulfilled' },
    source: NOTES,
  },
  {
    code: 'no-grave-events',
    kinds: everyKind,
    text: {
      vi: 'Không để xảy ra các vụ việc mà tiêu chí không cho phép (danh mục từng vụ việc không có trong ghi chép)',
      en: 'None of the events that the criteria do not tolerate (our notes do not list them)',
    },
    measure: { kind: 'zeroTolerance' },
    source: NOTES,
  },
  {
    code: 'no-school-violence',
    kinds: ['educationalInstitution'],
    text: { vi: 'Không để xảy ra bạo lực học đường', en: 'No violence in the school' },
    measure: { kind: 'zeroTolerance' },
    source: `Báo Bà Rịa - Vũng Tàu 19/5/2023, lược thuật ${TT_124}`,
  },
  {
    code: 'sub-units-rated',
    kinds: ['agency', 'enterprise', 'educationalInstitution'],
    text: {
      vi: 'Từ 70% đơn vị trực thuộc trở lên được xếp loại',
      en: 'At least 70 % of the sub-units are rated',
    },
    measure: { kind: 'share', atLeastPercent: 70 },
    source: NOTES,
  },
  {
    code: 'all-registered',
    kinds: ['commune'],
    text: {
      vi: '100% khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục đăng ký',
      en: 'All of them in the commune have registered',
    },
    measure: { kind: 'share', atLeastPercent: 100 },
    source: NOTES,
  },
  {
    code: 'recognised',
    kinds: ['commune'],
    text: { vi: 'Từ 70% trở lên được công nhận', en: 'At least 70 % are recognised' },
    measure: { kind: 'share', atLeastPercent: 70 },
    source: NOTES,
  },
];

const level = (code: string, vi: string, ...unitKinds: string[]): DecidingLevel => ({
  ...{ code, name: { vi, en: code } },
  unitKinds,
});

/** Which kinds of our units are of a level is ours to say, not the circular's; a provincial police is one below its ministry. */
const COMMUNE = level('commune', 'xã', 'communeCommittee');
const DISTRICT = level('district', 'huyện', 'districtCommittee');
const PROVINCE = level('province', 'tỉnh', 'provincialCommittee', 'police');
const MINISTRY = level('ministry', 'Bộ Công an', 'ministry');

const norm2012: RecognitionNorm = {
  kind: 'recognitionNorm',
  symbol: '23/2012/TT-BCA',
  subjects: NOT_HELD,
  excluded: NOT_HELD,
  registration: NOT_HELD,
  checklist: NOT_HELD,
  levels: NOT_HELD,
  oneLevelDelegation: NOT_HELD,
};

const norm2021: RecognitionNorm = {
  kind: 'recognitionNorm',
  symbol: '124/2021/TT-BCA',
  subjects: stated(
    subjects,
    'khu dân cư 01/11 – 31/10, trước 15/11; còn lại 16/11 – 15/11, trước 20/11',
  ),
  excluded: stated(excluded, 'trừ … lực lượng vũ trang; nhỏ, siêu nhỏ; tiểu học, mầm non', TT_124),
  registration: stated({ from: '01-01', to: '03-31' }, 'Quý I hằng năm', TT_124),
  checklist: stated(checklist, '≥ 01 mô hình; ≥ 70%; 100% đăng ký, ≥ 70% được công nhận'),
  levels: stated([COMMUNE, DISTRICT, PROVINCE, MINISTRY], 'xã, huyện, tỉnh; Bộ'),
  oneLevelDelegation: stated(true, 'ủy quyền một cấp', `${TT_124} Điều 10 khoản 5`),
};

const KEPT = 'Thông tư 48/2025/TT-BCA sửa đổi cho chính quyền hai cấp; phần này coi như giữ nguyên';

function kept<T>(graded: Graded<T>): Graded<T> {
  if (graded.grade !== 'stated') return graded;
  return { grade: 'inferred', value: graded.value, reason: KEPT };
}

const norm2025: RecognitionNorm = {
  kind: 'recognitionNorm',
  symbol: '124/2021/TT-BCA, sửa đổi bởi 48/2025/TT-BCA',
  subjects: kept(norm2021.subjects),
  excluded: kept(norm2021.excluded),
  registration: kept(norm2021.registration),
  checklist: kept(norm2021.checklist),
  levels: {
    grade: 'inferred',
    value: [COMMUNE, PROVINCE, MINISTRY],
    reason: 'bỏ cấp huyện trong Thông tư 124/2021/TT-BCA',
  },
  oneLevelDelegation: kept(norm2021.oneLevelDelegation),
};

export const recognitionNorms: readonly NewPolicy[] = [
  {
    id: 'recognition-norm/tt-23-2012',
    from: '2012-04-27',
    to: '2022-02-09',
    scope: everybody,
    source:
      'Thông tư 23/2012/TT-BCA ngày 27/04/2012 (không có bản nào; tính từ ngày ký, ngày hiệu lực chưa kiểm chứng)',
    text: {
      vi: 'Công nhận “An toàn về an ninh, trật tự” theo Thông tư 23/2012/TT-BCA',
      en: 'Recognition under circular 23/2012/TT-BCA',
    },
    value: norm2012,
  },
  {
    id: 'recognition-norm/tt-124-2021',
    from: '2022-02-10',
    to: '2025-06-30',
    scope: everybody,
    source: 'Thông tư 124/2021/TT-BCA ngày 28/12/2021, hiệu lực 10/02/2022',
    text: {
      vi: 'Công nhận “An toàn về an ninh, trật tự” theo Thông tư 124/2021/TT-BCA',
      en: 'Recognition under circular 124/2021/TT-BCA',
    },
    value: norm2021,
  },
  {
    id: 'recognition-norm/tt-48-2025',
    from: '2025-07-01',
    to: null,
    scope: everybody,
    source:
      'Thông tư 48/2025/TT-BCA sửa đổi Thông tư 124/2021/TT-BCA (ngày hiệu lực chưa kiểm chứng)',
    text: {
      vi: 'Công nhận “An toàn về an ninh, trật tự” theo Thông tư 124/2021/TT-BCA, sửa đổi năm 2025',
      en: 'Recognition under circular 124/2021/TT-BCA as amended in 2025',
    },
    value: norm2025,
  },
];
