/**
 * What commendation runs on (domain facts 2.6). The forms are those of Law 06/2022/QH15, in force from 01/01/2024, and of
 * Decree 152/2025/NĐ-CP; who may award them is unverified there and marked so here. What held before 2024 we do not hold:
 * used earlier, each of these is listed as an assumption. Days and weights are configuration.
 */
import type { CommendationForm, Policy, SubjectKind } from '../libs/domain';

type NewPolicy = Omit<Policy, 'version'>;

const LAW = 'Luật Thi đua, khen thưởng 06/2022/QH15';
const WHO = 'thẩm quyền chưa kiểm chứng nguyên văn';
const everybody = { issuer: null, documentTypes: null } as const;
const commendationsOnly = { issuer: null, documentTypes: ['commendation'] } as const;

const ANY: readonly SubjectKind[] = ['individual', 'collective', 'household'];

/** Kinds of units as the organisation registers them; levels are data, for they change (two tiers from 01/07/2025). */
const CENTRAL = ['ministry'];
const PROVINCE = ['provincialCommittee'];
const AGENCY = ['department', 'police'];
const DISTRICT = ['districtCommittee'];
const COMMUNE = ['communeCommittee'];

type Who = { readonly kinds: readonly string[]; readonly units?: readonly string[] };

function form(
  code: string,
  list: CommendationForm['list'],
  [vi, en]: readonly [string, string],
  { kinds, units = [] }: Who,
  subjects: readonly SubjectKind[] = ANY,
): CommendationForm {
  const article = list === 'form' ? 'Điều 9' : 'Điều 19–20';
  return {
    code,
    list,
    name: { vi, en },
    kinds,
    units,
    subjects,
    source: `${LAW}, ${article}; ${WHO}`,
    certainty: 'unverified',
  };
}

/** `local`: who heads an agency or a tier below the province and may give a letter of commendation. */
function formsWith(local: readonly string[]): readonly CommendationForm[] {
  return [
    form('huan-chuong', 'form', ['Huân chương', 'Order'], { kinds: ['stateHead'] }),
    form('huy-chuong', 'form', ['Huy chương', 'Medal'], { kinds: ['stateHead'] }, ['individual']),
    form(
      'danh-hieu-vinh-du-nha-nuoc',
      'form',
      ['Danh hiệu vinh dự nhà nước', 'State honorary title'],
      { kinds: ['stateHead'] },
    ),
    form(
      'giai-thuong',
      'form',
      ['Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước', 'Hồ Chí Minh Prize, State Prize'],
      {
        kinds: ['stateHead'],
      },
    ),
    form(
      'ky-niem-chuong',
      'form',
      ['Kỷ niệm chương', 'Commemorative medal'],
      { kinds: [...CENTRAL, ...PROVINCE] },
      ['individual'],
    ),
    form(
      'bang-khen-thu-tuong',
      'form',
      ['Bằng khen của Thủ tướng Chính phủ', 'Certificate of merit of the Prime Minister'],
      {
        kinds: ['primeMinister'],
      },
    ),
    form('bang-khen', 'form', ['Bằng khen', 'Certificate of merit'], {
      kinds: [...CENTRAL, ...PROVINCE],
    }),
    form('giay-khen', 'form', ['Giấy khen', 'Letter of commendation'], {
      kinds: [...AGENCY, ...local],
    }),
    form(
      'co-thi-dua-chinh-phu',
      'title',
      ['Cờ thi đua của Chính phủ', 'Emulation flag of the Government'],
      { kinds: ['primeMinister'] },
      ['collective'],
    ),
    form(
      'co-thi-dua',
      'title',
      ['Cờ thi đua của bộ, tỉnh', 'Emulation flag of a ministry or province'],
      { kinds: [...CENTRAL, ...PROVINCE] },
      ['collective'],
    ),
    form(
      'tap-the-lao-dong-xuat-sac',
      'title',
      ['Tập thể lao động xuất sắc', 'Outstanding labour collective'],
      { kinds: [...CENTRAL, ...PROVINCE] },
      ['collective'],
    ),
    form(
      'tap-the-lao-dong-tien-tien',
      'title',
      ['Tập thể lao động tiên tiến', 'Advanced labour collective'],
      { kinds: [...AGENCY, ...local] },
      ['collective'],
    ),
    form(
      'chien-si-thi-dua-toan-quoc',
      'title',
      ['Chiến sĩ thi đua toàn quốc', 'National emulation fighter'],
      { kinds: ['primeMinister'] },
      ['individual'],
    ),
    form(
      'chien-si-thi-dua',
      'title',
      ['Chiến sĩ thi đua cấp bộ, tỉnh', 'Emulation fighter of a ministry or province'],
      { kinds: [...CENTRAL, ...PROVINCE] },
      ['individual'],
    ),
    form(
      'chien-si-thi-dua-co-so',
      'title',
      ['Chiến sĩ thi đua cơ sở', 'Emulation fighter of the grass roots'],
      { kinds: [...AGENCY, ...local] },
      ['individual'],
    ),
    form(
      'lao-dong-tien-tien',
      'title',
      ['Lao động tiên tiến', 'Advanced worker'],
      { kinds: [...AGENCY, ...local] },
      ['individual'],
    ),
  ];
}

const OWN = 'Mặc định của Dondoc';

export const commendationPolicies: readonly NewPolicy[] = [
  {
    id: 'commendation-forms',
    from: '2024-01-01',
    to: null,
    scope: everybody,
    source: `${LAW}, hiệu lực 01/01/2024; ${WHO}`,
    text: {
      vi: 'Hình thức khen thưởng, danh hiệu thi đua và thẩm quyền theo Luật 06/2022/QH15',
      en: 'Forms of commendation, emulation titles and who may award them by Law 06/2022/QH15',
    },
    value: { kind: 'commendationForms', forms: formsWith([...DISTRICT, ...COMMUNE]) },
  },
  {
    id: 'commendation-forms',
    from: '2025-07-01',
    to: null,
    scope: everybody,
    source: `Nghị định 152/2025/NĐ-CP (chính quyền hai cấp, không còn cấp huyện); ${WHO}`,
    text: {
      vi: 'Thẩm quyền khen thưởng theo chính quyền hai cấp, Nghị định 152/2025/NĐ-CP',
      en: 'Who may award under two tiers of government, Decree 152/2025/NĐ-CP',
    },
    value: { kind: 'commendationForms', forms: formsWith(COMMUNE) },
  },
  {
    id: 'ladder-commendation',
    from: '2026-01-01',
    to: null,
    scope: commendationsOnly,
    source: OWN,
    text: {
      vi: 'Khen thưởng: nhắc trước 3 và 1 ngày làm việc; nhắc thủ trưởng sau 1; báo cáo cấp trên sau 3; báo nơi khen thưởng sau 5 ngày làm việc',
      en: 'Commendation: reminders 3 and 1 working days before; the head reminded 1 after; to the superior after 3; to the awarding body after 5',
    },
    value: {
      kind: 'ladder',
      hour: '08:00',
      rungs: [
        { id: 'T-3', kind: 'reminder', audience: 'focal', offset: { workingDays: -3 } },
        { id: 'T-1', kind: 'reminder', audience: 'focal', offset: { workingDays: -1 } },
        { id: 'T1', kind: 'reminder', audience: 'head', offset: { workingDays: 1 } },
        { id: 'T3', kind: 'escalation', audience: 'superior', offset: { workingDays: 3 } },
        { id: 'T5', kind: 'escalation', audience: 'issuer', offset: { workingDays: 5 } },
      ],
    },
  },
  {
    id: 'commendation-steps',
    from: '2026-01-01',
    to: null,
    scope: everybody,
    source:
      'Ví dụ đã kiểm chứng ở cấp xã, tỉnh, trung ương: thẩm định 10 ngày, hội đồng 10 (20 khi xin ý kiến), thông báo kết quả 10 ngày; số ngày của Nghị định 98/2023/NĐ-CP chưa tìm thấy; hồ sơ và trao tặng là mặc định của Dondoc; thành phần hồ sơ chưa kiểm chứng',
    text: {
      vi: 'Khen thưởng: hồ sơ 10, thẩm định 10, quyết định 10 (20 khi xin ý kiến), trao tặng 10, công bố 10 ngày làm việc',
      en: 'Commendation: dossier 10, appraisal 10, decision 10 (20 with opinions), conferral 10, announcement 10 working days',
    },
    value: {
      kind: 'commendationSteps',
      ladder: 'ladder-commendation',
      workingDays: {
        dossier: 10,
        appraisal: 10,
        decision: 10,
        decisionWithOpinions: 20,
        conferral: 10,
        announcement: 10,
      },
      documents: ['to-trinh', 'bao-cao-thanh-tich', 'bien-ban'],
    },
  },
  {
    id: 'shortlist',
    from: '2026-01-01',
    to: null,
    scope: everybody,
    source: `${OWN}: không văn bản nào quy định trọng số`,
    text: {
      vi: 'Danh sách gợi ý: cộng theo tỷ lệ hoàn thành đúng hạn, năm được công nhận, báo cáo có mô hình, chỉ tiêu đạt; trừ theo tỷ lệ quá hạn và chưa hoàn thành',
      en: 'Shortlist: points for the share done on time, years recognised, reports with a model and indicators reached, off for the shares done late and unfinished',
    },
    value: {
      kind: 'shortlist',
      weights: [
        { criterion: 'onTime', points: 100 },
        { criterion: 'late', points: -25 },
        { criterion: 'unfinishedLate', points: -100 },
        { criterion: 'recognised', points: 20 },
        { criterion: 'models', points: 10 },
        { criterion: 'indicators', points: 20 },
      ],
    },
  },
  {
    id: 'thematic-dossier',
    from: '2025-07-01',
    to: null,
    scope: everybody,
    source:
      'Nghị định 152/2025/NĐ-CP (ghi chép, không phải nguyên văn); quá hạn thì từ chối: mặc định của Dondoc',
    text: {
      vi: 'Khen thưởng theo chuyên đề: gửi đề nghị trong 45 ngày kể từ ngày lập thành tích',
      en: 'Thematic awards: nominated within 45 days of the achievement',
    },
    value: { kind: 'thematicDossier', calendarDays: 45, late: 'refuse' },
  },
  {
    id: 'recognition-bar',
    from: '2026-01-01',
    to: null,
    scope: everybody,
    source: `${OWN}: đã đăng ký mà chưa được công nhận thì không xét; không văn bản nào chúng tôi có buộc loại đơn vị nào phải đăng ký`,
    text: {
      vi: 'Danh sách gợi ý: đơn vị đã đăng ký tiêu chuẩn “An toàn về an ninh, trật tự” mà không có công nhận còn giá trị thì không xét',
      en: 'Shortlist: a unit that registered for the standard of security and order and has no valid recognition is barred',
    },
    value: { kind: 'recognitionBar', obliged: [] },
  },
];
