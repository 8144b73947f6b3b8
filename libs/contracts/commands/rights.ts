/**
 * What roles a door lets pass at all. Whose people may act (the issuer's, the monitoring body's, the obliged unit's) is
 * the deciders' to say, with a recorded refusal. Until identity exists a drill takes the role from a header.
 */
import type { Role, Text } from '../../domain';

export const RIGHTS = {
  'directive.draft': ['clerk', 'standingBody', 'leader', 'operator'],
  'directive.decide': ['clerk', 'standingBody', 'leader'],
  'directive.issue': ['clerk', 'leader'],
  'directive.manage': ['clerk', 'standingBody', 'leader'],
  'directive.hold': ['standingBody', 'leader', 'auditor', 'operator'],
  'obligation.submit': ['clerk', 'focal', 'standingBody', 'leader'],
  'obligation.judge': ['clerk', 'focal', 'standingBody', 'leader'],
  'obligation.record': ['clerk', 'focal', 'standingBody', 'leader'],
  'round.manage': ['clerk', 'standingBody', 'leader'],
  'org.manage': ['clerk', 'standingBody', 'leader', 'operator'],
  'policy.manage': ['clerk', 'standingBody', 'leader', 'operator'],
  'calendar.manage': ['operator'],
  'recognition.hand-in': ['clerk', 'focal', 'standingBody', 'leader'],
  'recognition.appraise': ['standingBody'],
  'recognition.decide': ['clerk', 'leader'],
  'recognition.record': ['clerk', 'standingBody', 'leader'],
  'recognition.tell': ['clerk', 'standingBody', 'leader', 'operator'],
  'commendation.nominate': ['clerk', 'focal', 'standingBody', 'leader'],
  'commendation.judge': ['clerk', 'standingBody', 'leader'],
  'commendation.record': ['clerk', 'standingBody', 'leader', 'operator'],
  'commendation.decide': ['leader'],
  'personal.erase': ['clerk', 'leader', 'operator'],
  'access.read': ['auditor', 'operator'],
  'content.put': ['clerk', 'focal', 'standingBody', 'leader', 'operator'],
  'drill.advance': ['operator'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof RIGHTS;

const say = (vi: string, en: string): Text => ({ vi, en });

/** What each right lets a person do, as a refusal says it. */
export const RIGHT_NAME: { readonly [right in Right]: Text } = {
  'directive.draft': say(
    'soạn dự thảo, ghi nhiệm vụ của chỉ thị',
    'draft a directive and its duties',
  ),
  'directive.decide': say('quyết định điều văn bản không nêu', 'decide what a text leaves open'),
  'directive.issue': say('ban hành chỉ thị', 'issue a directive'),
  'directive.manage': say('điều hành việc thực hiện chỉ thị', 'direct the work of a directive'),
  'directive.hold': say('đặt, bỏ lệnh giữ nguyên hồ sơ', 'place and release a legal hold'),
  'obligation.submit': say('gửi báo cáo, đề nghị của đơn vị', 'report and ask for a unit'),
  'obligation.judge': say('xem xét báo cáo, đề nghị', 'judge reports and requests'),
  'obligation.record': say(
    'ghi nhận báo cáo giấy, việc đôn đốc',
    'record paper reports and urging',
  ),
  'round.manage': say('điều hành đợt báo cáo', 'direct a round'),
  'org.manage': say('quản lý đơn vị', 'manage units'),
  'policy.manage': say('quản lý quy định áp dụng', 'manage policies'),
  'calendar.manage': say('quản lý lịch làm việc', 'manage calendars'),
  'recognition.hand-in': say(
    'đăng ký, nộp hồ sơ công nhận',
    'register for recognition and hand in',
  ),
  'recognition.appraise': say('thẩm định hồ sơ công nhận', 'appraise for recognition'),
  'recognition.decide': say('quyết định công nhận', 'decide on recognition'),
  'recognition.tell': say(
    'ghi nhận kết quả, chỉ tiêu công nhận của một năm',
    "tell a year's result and target of recognition",
  ),
  'recognition.record': say('ghi nhận việc công nhận, phân loại', 'record recognition and classes'),
  'commendation.nominate': say('đề nghị khen thưởng', 'nominate for commendation'),
  'commendation.judge': say('thẩm định, thực hiện các bước khen thưởng', 'carry a commendation on'),
  'commendation.record': say('ghi nhận khen thưởng, kỷ luật đã có', 'record awards and bars'),
  'commendation.decide': say('quyết định khen thưởng', 'decide a commendation'),
  'personal.erase': say('xóa dữ liệu cá nhân', 'erase personal data'),
  'access.read': say('xem ai đã xem, tải dữ liệu gì', 'see who read what'),
  'content.put': say('gửi tệp vào kho nội dung', 'put files into the content store'),
  'drill.advance': say('chuyển thời gian của bản chạy mô phỏng', "move a drill's clock"),
};

/** Roles a person may act in: the system's is never taken from outside. */
export const PERSONS = ['clerk', 'focal', 'standingBody', 'leader', 'auditor', 'operator'] as const;

export function rolesOf(right: Right): readonly Role[] {
  return RIGHTS[right];
}

export function mayAsk(role: Role, right: Right): boolean {
  return rolesOf(right).includes(role);
}
