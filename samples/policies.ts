/**
 * The rules the drill runs on. None has a source of 2011–2018: each is effective only from its own date, so that every
 * use in the drill is listed as an assumption.
 */
import type { Policy } from '../libs/domain';
import { recognitionNorms } from './recognition-norms';
import { commendationPolicies } from './commendation-policies';

type NewPolicy = Omit<Policy, 'version'>;

const everybody = { issuer: null, documentTypes: null } as const;

/** Dondoc's own defaults: a house may adopt others. */
const DEFAULTS_FROM = '2026-01-01';
const DEFAULTS_SOURCE = 'Mặc định của Dondoc; chưa tìm thấy nguồn của giai đoạn 2011–2025';

export const policies: readonly NewPolicy[] = [
  {
    id: 'ladder-default',
    from: DEFAULTS_FROM,
    to: null,
    scope: everybody,
    source: DEFAULTS_SOURCE,
    text: {
      vi: 'Nhắc trước 7 và 1 ngày làm việc; văn bản đôn đốc sau 1; báo cáo cấp trên sau 3; báo cáo nơi ban hành sau 5; yêu cầu giải trình sau 10 ngày làm việc',
      en: 'Reminders 7 and 1 working days before; an urging letter 1 after; to the superior after 3; to the issuer after 5; a request for explanation after 10 working days',
    },
    value: {
      kind: 'ladder',
      hour: '08:00',
      rungs: [
        { id: 'T-7', kind: 'reminder', audience: 'focal', offset: { workingDays: -7 } },
        { id: 'T-1', kind: 'reminder', audience: 'focal', offset: { workingDays: -1 } },
        { id: 'T1', kind: 'letter', audience: 'head', offset: { workingDays: 1 } },
        { id: 'T3', kind: 'escalation', audience: 'superior', offset: { workingDays: 3 } },
        { id: 'T5', kind: 'escalation', audience: 'issuer', offset: { workingDays: 5 } },
        { id: 'T10', kind: 'explanation', audience: 'head', offset: { workingDays: 10 } },
      ],
    },
  },
  {
    id: 'due-hour',
    from: DEFAULTS_FROM,
    to: null,
    scope: everybody,
    source: DEFAULTS_SOURCE,
    text: { vi: 'Hạn tính đến 17:00', en: 'Due by 17:00' },
    value: { kind: 'dueHour', hour: '17:00' },
  },
  {
    id: 'rolling',
    from: '2017-01-01',
    to: null,
    scope: everybody,
    source:
      'Bộ luật Dân sự 2015 Điều 148 khoản 5 (thời hạn dân sự; áp dụng cho báo cáo là lựa chọn)',
    text: {
      vi: 'Ngày cuối là ngày nghỉ thì chuyển sang ngày làm việc tiếp theo',
      en: 'A last day that is a day off moves to the next working day',
    },
    value: { kind: 'rolling', roll: 'forward' },
  },
  {
    id: 'bound',
    from: DEFAULTS_FROM,
    to: null,
    scope: everybody,
    source: DEFAULTS_SOURCE,
    text: { vi: '"Trước ngày D" là đến hết ngày D-1', en: '"Before day D" ends with day D-1' },
    value: { kind: 'bound', before: 'strict' },
  },
  {
    id: 'closing',
    from: '2019-03-12',
    to: null,
    scope: everybody,
    source:
      'Nghị định 09/2019/NĐ-CP Điều 12 (chưa đọc nguyên văn Điều 12; ngày hiệu lực chưa kiểm chứng)',
    text: {
      vi: 'Chốt số liệu từ ngày 15 đến ngày 14',
      en: 'Data close from the 15th to the 14th',
    },
    value: { kind: 'closing', system: 'closing15' },
  },
  {
    id: 'opening',
    from: DEFAULTS_FROM,
    to: null,
    scope: everybody,
    source: DEFAULTS_SOURCE,
    text: {
      vi: 'Đợt báo cáo mở trước hạn 30 ngày, lúc 08:00',
      en: 'A round opens 30 days before it is due, at 08:00',
    },
    value: { kind: 'opening', calendarDaysBeforeDue: 30, hour: '08:00' },
  },
  {
    id: 'archive-2020',
    from: '2020-03-05',
    to: '2025-06-30',
    scope: everybody,
    source:
      'Nghị định 30/2020/NĐ-CP Điều 29–31 (ngày hiệu lực chưa kiểm chứng); nhắc trước 30 ngày là mặc định của Dondoc',
    text: {
      vi: 'Nộp hồ sơ vào lưu trữ cơ quan trong 1 năm kể từ ngày công việc kết thúc',
      en: "The file goes to the agency's archive within 1 year of the work ending",
    },
    value: {
      kind: 'archive',
      years: 1,
      from: 'workEnd',
      remindCalendarDaysBefore: 30,
      hour: '08:00',
    },
  },
  {
    id: 'archive-2025',
    from: '2025-07-01',
    to: null,
    scope: everybody,
    source:
      'Luật Lưu trữ 33/2024/QH15 (nộp chậm nhất 1 năm kể từ năm công việc kết thúc); nhắc trước 30 ngày là mặc định của Dondoc',
    text: {
      vi: 'Nộp hồ sơ vào lưu trữ hiện hành trong 1 năm kể từ năm công việc kết thúc',
      en: 'The file goes to the current archive within 1 year from the year the work ends',
    },
    value: {
      kind: 'archive',
      years: 1,
      from: 'yearEnd',
      remindCalendarDaysBefore: 30,
      hour: '08:00',
    },
  },
  {
    id: 'thresholds-thanh-hoa',
    from: '2014-01-01',
    to: null,
    scope: { issuer: 'ubnd-tinh-thanh-hoa', documentTypes: null },
    source:
      'Quy định của tỉnh Thanh Hóa năm 2014 (bản sao, ngày hiệu lực chưa kiểm chứng; dưới 50 % không nêu)',
    text: {
      vi: 'Đúng hạn từ 70 % đến dưới 80 %: phê bình; từ 50 % đến dưới 70 %: phê bình nghiêm khắc; dưới 50 %: quy định không nêu',
      en: 'On time from 70 % to below 80 %: criticism; from 50 % to below 70 %: severe criticism; below 50 %: the rule does not state',
    },
    value: {
      kind: 'thresholds',
      bands: [
        {
          below: 50,
          code: 'not-stated',
          text: { vi: 'quy định không nêu', en: 'the rule does not state' },
        },
        {
          below: 70,
          code: 'severe-criticism',
          text: { vi: 'phê bình nghiêm khắc', en: 'severe criticism' },
        },
        { below: 80, code: 'criticism', text: { vi: 'phê bình', en: 'criticism' } },
      ],
    },
  },
  ...recognitionNorms,
  ...commendationPolicies,
];
