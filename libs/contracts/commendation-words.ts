/** Commendation in the office's words: statuses, steps, whom it is for, and roles of those who act. */
import type {
  AccessKind,
  Appraisal,
  CommendationStatus,
  Evidence,
  Merit,
  Role,
  ShortlistCriterion,
  StepName,
  StepSkip,
  Subject,
  Text,
} from '../domain';

const say = (vi: string, en: string): Text => ({ vi, en });

export const COMMENDATION_STATUS: Record<CommendationStatus, Text> = {
  none: say('chưa có', 'not there'),
  nominated: say('đã đề nghị, chờ hồ sơ', 'nominated, dossier awaited'),
  returned: say('trả lại, chờ bổ sung hồ sơ', 'returned, dossier awaited'),
  dossierComplete: say('đủ hồ sơ, chờ thẩm định', 'dossier complete, appraisal awaited'),
  appraised: say('đã thẩm định, chờ quyết định', 'appraised, decision awaited'),
  decided: say('đã quyết định, chờ trao tặng', 'decided, to be conferred'),
  awarded: say('đã trao tặng, chờ công bố', 'conferred, to be made known'),
  madeKnown: say('đã công bố', 'made known'),
  refused: say('không khen thưởng', 'refused'),
  withdrawn: say('đã rút đề nghị', 'withdrawn'),
  revoked: say('đã hủy bỏ', 'revoked'),
  reported: say('ghi nhận theo nguồn', 'as reported'),
};

/** As refusals name them: statuses of other things are called alike. */
const STATUS_CODES = Object.fromEntries(
  Object.entries(COMMENDATION_STATUS).map(([status, text]) => [`commendation.${status}`, text]),
);

/** What is read that leaves a record of who read it. */
export const ACCESS_KIND: Record<AccessKind, Text> = {
  evidence: say('hồ sơ chứng cứ', 'evidence'),
  content: say('tệp', 'file'),
  personal: say('dữ liệu cá nhân', 'personal data'),
};

export const COMMENDATION_STEP: Record<StepName, Text> = {
  dossier: say('hoàn thiện hồ sơ', 'complete the dossier'),
  appraisal: say('thẩm định', 'appraise'),
  decision: say('quyết định', 'decide'),
  conferral: say('trao tặng', 'confer'),
  announcement: say('công bố', 'make known'),
};

export const STEP_SKIP: Record<StepSkip, Text> = {
  superseded: say('đã có mức sau thay', 'overtaken by a later one'),
  noAudience: say('không có người nhận', 'there is no such audience'),
  sameAudience: say('người nhận trùng với mức trước', 'same audience as the one before'),
  done: say('bước này đã xong', 'the step is done'),
};

export const SUBJECT_KIND: Record<Subject['kind'], Text> = {
  individual: say('cá nhân', 'individual'),
  collective: say('tập thể', 'collective'),
  household: say('hộ gia đình', 'household'),
  aggregate: say('số lượng chung, không có danh sách', 'an aggregate without a list'),
};

export const MERIT: Record<Merit, Text> = {
  regular: say('theo công trạng', 'by merit'),
  thematic: say('theo chuyên đề', 'thematic'),
  unplanned: say('đột xuất', 'unplanned'),
};

export const EVIDENCE_KIND: Record<Evidence['kind'], Text> = {
  round: say('đợt báo cáo', 'round'),
  obligation: say('nghĩa vụ', 'obligation'),
  submission: say('báo cáo đã gửi', 'submission'),
  model: say('mô hình', 'model'),
  indicator: say('chỉ tiêu', 'indicator'),
  recognition: say('kết quả công nhận', 'recognition'),
  occurrence: say('sự kiện', 'occurrence'),
  award: say('khen thưởng đã có', 'award'),
  content: say('tài liệu', 'document'),
};

/** As refusals name them: other things are called alike. */
const EVIDENCE_CODES = Object.fromEntries(
  Object.entries(EVIDENCE_KIND).map(([kind, text]) => [`evidence.${kind}`, text]),
);

export const APPRAISAL_FINDING: Record<Appraisal['finding'], Text> = {
  eligible: say('đủ điều kiện', 'eligible'),
  notEligible: say('chưa đủ điều kiện', 'not eligible'),
};

export const BAR_KIND = {
  discipline: say('kỷ luật', 'discipline'),
  inspection: say('thanh tra, kiểm tra', 'inspection'),
} as const;

/** Why a unit has no valid recognition. */
export const NO_RECOGNITION = {
  notMet: say('chưa đạt', 'not met'),
  revoked: say('công nhận đã bị thu hồi', 'the recognition was revoked'),
  undecided: say('đã đăng ký, chưa có quyết định', 'registered and not decided'),
  none: say('thuộc diện phải đăng ký mà chưa đăng ký', 'obliged and not registered'),
} as const;

export const SHORTLIST_CRITERION: Record<ShortlistCriterion, Text> = {
  onTime: say('hoàn thành đúng hạn', 'done on time'),
  late: say('hoàn thành quá hạn', 'done late'),
  unfinishedLate: say('chưa hoàn thành, đã quá hạn', 'unfinished, late'),
  recognised: say('năm được công nhận đạt', 'years recognised'),
  models: say('báo cáo có mô hình', 'reports with a model'),
  indicators: say('chỉ tiêu đạt', 'indicators reached'),
};

export const ROLE: Record<Role, Text> = {
  clerk: say('văn thư', 'clerk'),
  focal: say('đầu mối', 'focal person'),
  standingBody: say('cơ quan thường trực', 'standing body'),
  leader: say('lãnh đạo', 'leader'),
  auditor: say('kiểm tra viên', 'auditor'),
  operator: say('quản trị', 'operator'),
  system: say('hệ thống', 'system'),
};

/** What the law of the state says, whoever it is for: kinds of policies that only the operator enters. */
export const LAW_KIND = {
  commendationForms: say(
    'hình thức khen thưởng và thẩm quyền quyết định',
    'forms of commendation and who may award them',
  ),
  thematicDossier: say('thời hạn đề nghị khen theo chuyên đề', 'the time for thematic dossiers'),
  recognitionNorm: say(
    'tiêu chuẩn và trình tự công nhận “An toàn về an ninh, trật tự”',
    'the norm and procedure of recognition as safe in security and order',
  ),
} as const;

/** Codes that stand as values in messages. */
export const COMMENDATION_CODES: { readonly [code: string]: Text } = {
  ...LAW_KIND,
  ...MERIT,
  ...SUBJECT_KIND,
  ...BAR_KIND,
  ...STATUS_CODES,
  ...EVIDENCE_CODES,
};
