/** The domain's codes in the office's words: statuses, buckets, reasons, kinds and grades, as in the glossary. */
import type {
  Audience,
  DirectiveStatus,
  DutyKind,
  ConclusionState,
  Grade,
  LaterRelation,
  RollUp,
  ObligationStatus,
  RetentionPeriod,
  ReviewKind,
  ReviewStatus,
  ReorganisationStatus,
  RoundStatus,
  RungKind,
  SkipReason,
  Source,
  SourceKind,
  Standing,
  TaskJudgement,
  Text,
  DutyValue,
  Urgency,
} from '../domain';
import { RECOGNITION_WORDS } from './recognition-words';
import { COMMENDATION_CODES } from './commendation-words';

export type ConclusionStatus = ConclusionState['status'];

const say = (vi: string, en: string): Text => ({ vi, en });

export const DIRECTIVE_STATUS: Record<DirectiveStatus, Text> = {
  none: say('chưa có', 'not there'),
  draft: say('dự thảo', 'draft'),
  issuing: say('đang cấp số', 'being numbered'),
  issued: say('đã ban hành', 'issued'),
  suspended: say('tạm đình chỉ', 'suspended'),
  superseded: say('đã được thay thế', 'superseded'),
  revoked: say('đã bãi bỏ', 'revoked'),
  recalled: say('đã thu hồi', 'recalled'),
  concluded: say('đã kết thúc', 'concluded'),
};

export const ROUND_STATUS: Record<RoundStatus, Text> = {
  none: say('chưa mở', 'not opened'),
  open: say('đang mở', 'open'),
  suspended: say('tạm dừng', 'suspended'),
  closed: say('đã đóng', 'closed'),
  cancelled: say('đã hủy', 'cancelled'),
};

export const OBLIGATION_STATUS: Record<ObligationStatus, Text> = {
  open: say('chưa gửi', 'not submitted'),
  submitted: say('đã gửi, chờ chấp nhận', 'submitted, awaiting acceptance'),
  returned: say('bị trả lại', 'returned for revision'),
  refused: say('đơn vị từ chối', 'refused by the unit'),
  accepted: say('đã chấp nhận', 'accepted'),
  waived: say('được miễn', 'waived'),
  notApplicable: say('không thuộc đối tượng', 'not applicable'),
  cancelled: say('đã hủy', 'cancelled'),
};

export const STANDING: Record<Standing, Text> = {
  doneOnTime: say('hoàn thành đúng hạn', 'done on time'),
  doneLate: say('hoàn thành quá hạn', 'done late'),
  openOnTime: say('chưa hoàn thành, trong hạn', 'open, on time'),
  openLate: say('chưa hoàn thành, đã quá hạn', 'open, late'),
  noDueDate: say('không có thời hạn', 'no due date'),
  waived: say('được miễn', 'waived'),
  notApplicable: say('không thuộc đối tượng', 'not applicable'),
  suspended: say('tạm đình chỉ', 'suspended'),
  cancelled: say('đã hủy', 'cancelled'),
};

export const REORGANISATION_STATUS: Record<ReorganisationStatus, Text> = {
  none: say('chưa có', 'not there'),
  handingOver: say('đang chuyển giao', 'handing over'),
  awaitingHeirs: say('chờ quyết định đơn vị kế thừa', 'waits for heirs'),
  completed: say('đã chuyển giao xong', 'all handed over'),
  handingBack: say('đang trả lại', 'handing back'),
  undone: say('đã hủy', 'undone'),
};

export const DUTY_KIND: Record<DutyKind, Text> = {
  acknowledge: say('xác nhận đã nhận', 'acknowledge receipt'),
  plan: say('xây dựng kế hoạch', 'make a plan'),
  periodicReport: say('báo cáo định kỳ', 'report periodically'),
  reportOnRequest: say('báo cáo đột xuất', 'report on request'),
  review: say('sơ kết, tổng kết', 'review'),
  inspection: say('kiểm tra', 'inspect'),
  milestone: say('mốc thực hiện', 'milestone'),
};

export const DUTY_VALUE: Record<DutyValue, Text> = {
  owes: say('ai phải thực hiện', 'who owes it'),
  to: say('gửi cho ai', 'to whom'),
  cadence: say('bao lâu một lần', 'how often'),
  due: say('thời hạn', 'by when'),
  anchor: say('tính từ ngày nào', 'counted from which day'),
};

/** Kinds of units as the samples and the norms of recognition know them; another office may have others. */
export const UNIT_KIND: { readonly [kind: string]: Text } = {
  ministry: say('bộ', 'ministry'),
  department: say('cục, vụ', 'department'),
  division: say('phòng', 'division'),
  police: say('Công an tỉnh, thành phố', 'provincial police'),
  firePolice: say('Cảnh sát phòng cháy, chữa cháy', 'fire police'),
  provincialCommittee: say('UBND cấp tỉnh', 'provincial committee'),
  districtCommittee: say('UBND cấp huyện', 'district committee'),
  communeCommittee: say('UBND cấp xã', 'commune committee'),
  provincialPartyBoard: say('ban của Tỉnh ủy', 'board of the provincial party committee'),
  partyCommittee: say('cấp ủy', 'party committee'),
  districtPartyCommittee: say('huyện ủy, thị ủy, thành ủy', 'district party committee'),
  communePartyCommittee: say('đảng ủy cấp xã', 'commune party committee'),
  partyOffice: say('văn phòng cấp ủy', 'party office'),
  steeringCommittee: say('ban chỉ đạo', 'steering committee'),
  recognitionSubject: say('đối tượng công nhận', 'subject of recognition'),
  collective: say('tập thể', 'collective'),
  leaders: say('lãnh đạo', 'leaders'),
  stateHead: say('Chủ tịch nước', 'the President'),
  primeMinister: say('Thủ tướng Chính phủ', 'the Prime Minister'),
};

/** Of a kind that only another office knows, its code. */
export function unitKindText(kind: string): Text {
  return Object.hasOwn(UNIT_KIND, kind) ? UNIT_KIND[kind]! : say(kind, kind);
}

export const RUNG_KIND: Record<RungKind, Text> = {
  reminder: say('nhắc việc', 'reminder'),
  letter: say('văn bản đôn đốc', 'urging letter'),
  escalation: say('báo cáo cấp trên', 'escalation'),
  explanation: say('yêu cầu giải trình', 'request for explanation'),
};

export const AUDIENCE: Record<Audience, Text> = {
  focal: say('đầu mối', 'focal person'),
  head: say('thủ trưởng', 'head'),
  superior: say('cấp trên', 'superior'),
  issuer: say('cơ quan ban hành', 'issuer'),
};

export const SKIP_REASON: Record<SkipReason, Text> = {
  submitted: say('đã gửi', 'already submitted'),
  accepted: say('đã được chấp nhận', 'already accepted'),
  waived: say('được miễn', 'waived'),
  notApplicable: say('không thuộc đối tượng', 'not applicable'),
  refused: say('đơn vị đã từ chối', 'refused by the unit'),
  cancelled: say('đã hủy', 'cancelled'),
  suspended: say('tạm đình chỉ', 'suspended'),
  superseded: say('đã có mức sau thay', 'overtaken by a later one'),
  held: say('hoãn lại sau khi hệ thống gián đoạn', 'held after an outage'),
  rescheduled: say('đã có thời hạn mới', 'a new due time was set'),
  sameAudience: say('người nhận trùng với mức trước', 'same audience as the one before'),
  noAudience: say('không có người nhận', 'there is no such audience'),
  closed: say('đợt đã đóng', 'the round is closed'),
};

export const REVIEW_KIND: Record<ReviewKind, Text> = {
  preliminary: say('sơ kết', 'preliminary review'),
  final: say('tổng kết', 'final review'),
};

export const REVIEW_STATUS: Record<ReviewStatus, Text> = {
  none: say('chưa có', 'not there'),
  called: say('đã mở', 'called'),
  selfAssessing: say('các đơn vị tự đánh giá', 'units assess themselves'),
  cutOff: say('đã chốt số liệu, đang lập hồ sơ', 'cut off, its pack is being made'),
  packFrozen: say('đã chốt hồ sơ', 'pack frozen'),
  conferenceHeld: say('đã họp', 'conference held'),
  concluded: say('đã kết luận', 'concluded'),
  cancelled: say('đã hủy', 'cancelled'),
};

export const TASK_JUDGEMENT: Record<TaskJudgement, Text> = {
  implemented: say('đã thực hiện', 'implemented'),
  partly: say('thực hiện một phần', 'partly implemented'),
  notImplemented: say('chưa thực hiện', 'not implemented'),
  noLongerApplicable: say('không còn phù hợp', 'no longer applicable'),
};

export const CONCLUSION_STATUS: Record<ConclusionStatus, Text> = {
  waiting: say('chờ giao đơn vị và thời hạn', 'waits for owner and date'),
  decided: say('đã giao', 'decided'),
  dropped: say('không giao', 'dropped'),
};

export const GRADE: Record<Grade, Text> = {
  stated: say('văn bản nêu', 'stated'),
  notStated: say('văn bản không nêu', 'not stated'),
  notInCopy: say('bản lưu không có', 'not in our copy'),
  inferred: say('suy ra', 'inferred'),
  assumed: say('giả định', 'assumed'),
  decided: say('có người quyết định', 'decided by a person'),
};

/** What a later instrument is to the one it is noted for. */
export const LATER_RELATION: Record<LaterRelation, Text> = {
  besides: say(
    'cùng nội dung, chưa thấy thay thế',
    'same subject, replaces nothing as far as known',
  ),
  amends: say('sửa đổi, bổ sung', 'amends'),
  replaces: say('thay thế', 'replaces'),
};

export function retentionText(period: RetentionPeriod): Text {
  if (period.kind === 'permanent') return say('vĩnh viễn', 'permanently');
  return say(`${period.years} năm`, `${period.years} years`);
}

const SOURCE_KIND: Record<SourceKind, Text> = {
  fullText: say('toàn văn', 'full text'),
  pressNotice: say('bản tin', 'press notice'),
  scan: say('bản chụp', 'scan'),
  reviewReport: say('bản tin về sơ kết', 'press report of a review'),
};

/** What a source is. A text of which our copy lacks parts is not called a full one. */
export function sourceText({ kind, complete }: Pick<Source, 'kind' | 'complete'>): Text {
  if (complete) return SOURCE_KIND[kind];
  if (kind === 'fullText') return say('bản lưu chưa đủ', 'our copy incomplete');
  const { vi, en } = SOURCE_KIND[kind];
  return say(`${vi}, chưa đủ`, `${en}, incomplete`);
}

export const URGENCY: Record<Urgency, Text> = {
  normal: say('thường', 'normal'),
  khan: say('khẩn', 'urgent'),
  thuongKhan: say('thượng khẩn', 'very urgent'),
  hoaToc: say('hỏa tốc', 'express'),
};

export const ROLL_UP: Record<RollUp, Text> = {
  none: say('không tổng hợp', 'not rolled up'),
  sum: say('cộng', 'sum'),
  ratioOfSums: say('tỷ lệ của các tổng', 'ratio of sums'),
  max: say('lớn nhất', 'largest'),
  last: say('mới nhất', 'latest'),
  list: say('liệt kê', 'listed'),
};

/** What is wrong with a figure that was filled in. */
const FORM_PROBLEM: { readonly [code: string]: Text } = {
  'not-whole': say('phải là số nguyên', 'it must be a whole number'),
  'below-min': say('nhỏ hơn mức tối thiểu', 'it is below the minimum'),
  'not-two-figures': say('phải nêu hai trường số cùng loại', 'name two figures of one kind'),
  'above-max': say('lớn hơn mức tối đa', 'it is above the maximum'),
  'not-decimal': say(
    'phải là số thập phân viết như 12.5, không quá số chữ số lẻ cho phép',
    'it must be a decimal written as 12.5, with no more decimals than the form allows',
  ),
  'not-a-ratio': say(
    'phải là hai số nguyên không âm, số đạt không quá tổng số',
    'it must be two whole numbers, the part not more than the whole',
  ),
  'not-a-date': say(
    'phải là ngày có thật, viết như 2018-12-18',
    'it must be a date, as 2018-12-18',
  ),
  'not-an-option': say(
    'không có trong danh sách của biểu mẫu',
    "it is not one of the form's options",
  ),
  'not-text': say('phải là chữ', 'it must be text'),
  'too-long': say('quá dài', 'it is too long'),
  'not-models': say('phải là danh sách mô hình có tên', 'it must be a list of models with names'),
};

const ALL: { readonly [code: string]: Text } = {
  ...REVIEW_KIND,
  ...REVIEW_STATUS,
  ...CONCLUSION_STATUS,
  ...TASK_JUDGEMENT,
  ...COMMENDATION_CODES,
  ...DUTY_KIND,
  ...GRADE,
  ...LATER_RELATION,
  ...RUNG_KIND,
  ...AUDIENCE,
  ...ROUND_STATUS,
  ...DIRECTIVE_STATUS,
  ...STANDING,
  ...OBLIGATION_STATUS,
  ...DUTY_VALUE,
  ...SOURCE_KIND,
  ...RECOGNITION_WORDS,
  ...FORM_PROBLEM,
};

/** The words of a code that stands as a value in a message; any other text as it is. */
export function inWords(value: string, language: 'vi' | 'en'): string {
  return Object.hasOwn(ALL, value) ? ALL[value]![language] : value;
}
