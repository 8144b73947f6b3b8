/** Refusals of directives and their duties, and with them those of every decider but the round's. */
import type { RefusalCode } from '../../domain';
import { FORMS } from './form';
import { LATER_INSTRUMENTS } from './later-instrument';
import { messages } from './message';
import { RECOGNITION } from './recognition';
import { COMMENDATION } from './commendation';
import { EVERYWHERE, NUMBERS, REFERENCE } from './reference';
import { REVIEWS } from './review';
import { REORGANISATION } from './reorganisation';

const DRAFTS = messages({
  'directive.unknown': [
    404,
    'Không có chỉ thị này',
    'There is no such directive',
    'Kiểm tra mã hoặc ký hiệu; xem danh sách tại GET /v1/directives.',
    'Check the id or the symbol; see the list at GET /v1/directives.',
  ],
  'directive.draft': [
    409,
    'Chỉ thị còn là dự thảo nên chưa thể: {command}',
    'The directive is still a draft: this cannot be done yet ({command})',
    'Ban hành chỉ thị trước. Hiện có thể: {actions}.',
    'Issue the directive first. Possible now: {actions}.',
  ],
  'directive.issuing': [
    409,
    'Chỉ thị đang chờ cấp số nên chưa thể: {command}',
    'The directive is being numbered: this cannot be done yet ({command})',
    'Đợi cấp số xong rồi thử lại.',
    'Wait until the number is given and try again.',
  ],
  'directive.issued': [
    409,
    'Chỉ thị đã ban hành nên không thể: {command}',
    'The directive has been issued: this cannot be done any more ({command})',
    'Dùng đính chính, hoặc sửa đổi bằng một văn bản khác. Hiện có thể: {actions}.',
    'Correct it, or amend it by another document. Possible now: {actions}.',
  ],
  'directive.suspended': [
    409,
    'Chỉ thị đang tạm đình chỉ nên không thể: {command}',
    'The directive is suspended: this cannot be done ({command})',
    'Tiếp tục thi hành trước. Hiện có thể: {actions}.',
    'Resume it first. Possible now: {actions}.',
  ],
  'directive.superseded': [
    409,
    'Chỉ thị đã được văn bản khác thay thế nên không thể: {command}',
    'The directive has been superseded: this cannot be done ({command})',
    'Thực hiện theo văn bản thay thế.',
    'Follow the instrument that superseded it.',
  ],
  'directive.revoked': [
    409,
    'Chỉ thị đã bị bãi bỏ nên không thể: {command}',
    'The directive has been revoked: this cannot be done ({command})',
    'Không còn việc gì phải làm với chỉ thị này.',
    'Nothing remains to be done for it.',
  ],
  'directive.recalled': [
    409,
    'Chỉ thị đã bị thu hồi nên không thể: {command}',
    'The directive has been recalled: this cannot be done ({command})',
    'Xóa văn bản đã nhận và báo lại cơ quan ban hành.',
    'Delete what was received and tell the issuer.',
  ],
  'directive.concluded': [
    409,
    'Chỉ thị đã kết thúc thực hiện nên không thể: {command}',
    'The directive has been concluded: this cannot be done ({command})',
    'Đăng ký một chỉ thị mới nếu còn việc phải giao.',
    'Register a new directive if there is more to ask.',
  ],
  'directive.no-addressee': [
    422,
    'Chỉ thị không có đối tượng thực hiện',
    'The directive has no addressee',
    'Nêu ít nhất một đơn vị hoặc nhóm đơn vị phải thực hiện (draft.addressees).',
    'Name at least one unit or class that must carry it out (draft.addressees).',
  ],
  'directive.secret': [
    422,
    'Hệ thống này không nhận văn bản mật ({secrecy})',
    'This system does not take secret documents ({secrecy})',
    'Xử lý văn bản theo Luật Bảo vệ bí mật nhà nước, trên máy hoặc mạng LAN độc lập.',
    'Handle it under the law on state secrets, on a machine or LAN of its own.',
  ],
  'directive.duplicate-task': [
    422,
    'Nhiệm vụ {key} có hai lần',
    'Task {key} stands there twice',
    'Đánh số lại; khi số bắt đầu lại ở mỗi phần thì ghi cả phần, ví dụ III.3.',
    'Renumber; where numbering restarts in each part, name the part too: III.3.',
  ],
  'directive.unknown-task': [
    422,
    'Nghĩa vụ {duty} dẫn tới nhiệm vụ {task} không có trong chỉ thị',
    'Duty {duty} comes from task {task}, which the directive does not have',
    'Sửa số nhiệm vụ, hoặc để trống nếu nghĩa vụ của cả chỉ thị.',
    'Correct the task, or leave it out when the duty is of the directive as a whole.',
  ],
  'directive.field-empty': [
    422,
    'Trường {field} để trống',
    'The field {field} is empty',
    'Điền giá trị, hoặc ghi rõ văn bản không nêu (notStated).',
    'Fill it in, or say that the text does not state it (notStated).',
  ],
  'value.ungrounded': [
    422,
    'Giá trị {field} ({grade}) không kèm căn cứ',
    'The value of {field} ({grade}) has nothing to support it',
    'Kèm trích dẫn và vị trí trong văn bản, hoặc lý do.',
    'Give the quote and its place in the text, or the reason.',
  ],
  'value.decided-by-another': [
    422,
    'Giá trị {field} ghi là do người khác quyết định',
    'The value of {field} claims to have been decided by somebody else',
    'Người quyết định tự gửi quyết định của mình (decide).',
    'Whoever decides sends the decision (decide).',
  ],
  'value.stated': [
    409,
    'Văn bản đã nêu {field}: «{quote}» ({place})',
    'The text states {field}: “{quote}” ({place})',
    'Giá trị văn bản đã nêu chỉ thay đổi bằng văn bản sửa đổi.',
    'What the text states is changed by an amending document only.',
  ],
  'value.invalid': [
    422,
    'Giá trị của {field} không hợp lệ ({problem})',
    'The value of {field} is not valid ({problem})',
    'Sửa giá trị rồi gửi lại.',
    'Correct the value and send it again.',
  ],
  'addressee.class-already': [
    409,
    'Nhóm {roleClass} đã là đối tượng thực hiện',
    'Class {roleClass} is an addressee already',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
  'addressee.already': [
    409,
    'Đơn vị {unit} đã là đối tượng thực hiện',
    'Unit {unit} is an addressee already',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
});

const OCCURRENCES = messages({
  'occurrence.not-yet': [
    422,
    'Việc này ghi là của {when}, sau hôm nay ({today})',
    'This is said to be of {when}, after today ({today})',
    'Chỉ ghi nhận việc đã diễn ra; kiểm tra lại ngày.',
    'Only what has taken place is recorded; check the date.',
  ],
  'inspection.report-not-yet': [
    422,
    'Báo cáo kiểm tra ghi ngày {date}, sau hôm nay ({today})',
    'The report of the inspection is dated {date}, after today ({today})',
    'Chỉ ghi nhận báo cáo đã có; kiểm tra lại ngày.',
    'Only a report that is there is recorded; check its date.',
  ],
  'inspection.report-too-early': [
    422,
    'Báo cáo kiểm tra ghi ngày {date}, trước khi kiểm tra ({when})',
    'The report of the inspection is dated {date}, before the inspection ({when})',
    'Kiểm tra lại ngày của báo cáo và ngày kiểm tra.',
    "Check the report's date and the inspection's.",
  ],
  'source.differs': [
    409,
    'Nguồn {source} đã có, với nội dung khác («{title}»)',
    'The source {source} is known, with other particulars (“{title}”)',
    'Dùng lại đúng nguồn đã có, hoặc đặt mã khác cho nguồn mới.',
    'Name the known source as it is, or give the new one another id.',
  ],
});

const DUTIES = messages({
  'duty.duplicate': [
    422,
    'Nghĩa vụ {duty} có hai lần',
    'Duty {duty} is there twice',
    'Đặt mã khác cho một trong hai.',
    'Give one of them another id.',
  ],
  'duty.bad-id': [
    422,
    'Mã nghĩa vụ {duty} không dùng được',
    'The id {duty} cannot be used for a duty',
    'Mã chỉ gồm chữ không dấu, số và dấu gạch nối.',
    'Use unaccented letters, digits and hyphens.',
  ],
  'duty.unknown': [
    404,
    'Chỉ thị không có nghĩa vụ {duty}',
    'The directive has no duty {duty}',
    'Xem các nghĩa vụ của chỉ thị.',
    "See the directive's duties.",
  ],
  'duty.not-for-execution': [
    422,
    'Nghĩa vụ {duty} giao cho nhóm {roleClass}, nhưng nơi nhận chỉ ghi mục đích: {purpose}',
    'Duty {duty} is put on {roleClass}, whom the document addresses for another purpose: {purpose}',
    'Chỉ nơi nhận «để thực hiện» mới có nghĩa vụ; chọn nhóm khác hoặc sửa nơi nhận.',
    'Only recipients “để thực hiện” owe anything; choose another class or correct the list.',
  ],
  'duty.due-without-anchor': [
    422,
    'Thời hạn của nghĩa vụ {duty} ({due}) không có mốc để tính với chu kỳ {cadence}',
    'The due rule of duty {duty} ({due}) has nothing to count from with cadence {cadence}',
    'Chọn cách tính thời hạn phù hợp với chu kỳ.',
    'Choose a due rule that fits the cadence.',
  ],
  'duty.not-on-request': [
    422,
    'Nghĩa vụ {duty} không phải báo cáo đột xuất',
    'Duty {duty} is not one of reporting on request',
    'Chọn nghĩa vụ báo cáo đột xuất, hoặc lập một nghĩa vụ như vậy.',
    'Choose a duty on request, or set one up.',
  ],
  'due.before-opening': [
    422,
    'Thời hạn sớm hơn lúc bắt đầu ({opensAt})',
    'The due time is before the opening ({opensAt})',
    'Chọn một thời hạn muộn hơn.',
    'Choose a later due time.',
  ],
  'round.already-convened': [
    409,
    'Đợt {period} của nghĩa vụ {duty} đã mở',
    'Round {period} of duty {duty} has been convened already',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
  'round.not-due': [
    409,
    'Đợt {period} của nghĩa vụ {duty} chưa đến lúc mở',
    'Round {period} of duty {duty} is not to open yet',
    'Đợi đến lúc mở.',
    'Wait until it opens.',
  ],
  'round.not-open': [
    409,
    'Đợt này chưa mở',
    'The round is not open',
    'Kiểm tra mã đợt; xem các đợt tại GET /v1/rounds.',
    'Check the id of the round; see the rounds at GET /v1/rounds.',
  ],
  'round.shard-unknown': [
    404,
    'Đợt {period} của nghĩa vụ {duty} không có phần {shard}',
    'Round {period} of duty {duty} has no shard {shard}',
    'Xem các phần của đợt tại GET /v1/rounds/….',
    'See its shards at GET /v1/rounds/….',
  ],
  'plan.missing': [
    422,
    'Chưa tính được ngày cho việc này ({impossible})',
    'No date could be computed for this ({impossible})',
    'Kiểm tra quy định và lịch đang áp dụng, rồi gửi lại.',
    'Check the policies and the calendar in force and send it again.',
  ],
  'plan.invalid': [
    422,
    'Lịch tính ra không dùng được ({place}: {found})',
    'The computed schedule cannot be used ({place}: {found})',
    'Báo người vận hành; kiểm tra quy định đang áp dụng.',
    'Tell the operator; check the policies in force.',
  ],
  'plan.stale': [
    409,
    'Nghĩa vụ {duty} đã thay đổi sau khi lịch được tính',
    'Duty {duty} has changed since this was planned',
    'Không cần làm gì: thay đổi mới đã được tính lại.',
    'There is nothing to do: the newer change asked its own plan.',
  ],
});

export const DIRECTIVE = {
  ...DRAFTS,
  ...OCCURRENCES,
  ...LATER_INSTRUMENTS,
  ...DUTIES,
  ...REVIEWS,
  ...FORMS,
  ...NUMBERS,
  ...REFERENCE,
  ...REORGANISATION,
  ...COMMENDATION,
  ...EVERYWHERE,
  ...RECOGNITION,
} satisfies Record<RefusalCode, unknown>;
