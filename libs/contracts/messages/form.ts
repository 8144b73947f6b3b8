/** Refusals about forms and what is filled into them: the figure by its label, what is wrong with it, what to do. */
import { messages } from './message';

export const FORMS = messages({
  'form.invalid': [
    422,
    'Biểu mẫu không dùng được ({place}: {problem})',
    'The form cannot be used ({place}: {problem})',
    'Sửa chỗ được nêu rồi gửi lại.',
    'Correct the place named and send it again.',
  ],
  'form.too-large': [
    422,
    'Biểu mẫu dài {length} ký tự, tối đa {most}',
    'The form has {length} characters, at most {most} are taken',
    'Rút gọn nhãn và lời nhắc, hoặc chia thành hai nghĩa vụ.',
    'Shorten labels and messages, or make two duties of it.',
  ],
  'form.roll-up': [
    422,
    'Số liệu {field} (kiểu {type}) không thể tổng hợp bằng {rollUp}',
    'The field {field} ({type}) cannot be rolled up by {rollUp}',
    'Chọn một cách: {allowed}.',
    'Choose one of: {allowed}.',
  ],
  'form.same': [
    409,
    'Nghĩa vụ {duty} đã dùng đúng biểu mẫu này (phiên bản {version})',
    'Duty {duty} has this very form already (version {version})',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
  'indicator.invalid': [
    422,
    'Chỉ tiêu {indicator} không dùng được ({field})',
    'The indicator {indicator} cannot be used ({field})',
    'Sửa phần được nêu rồi gửi lại.',
    'Correct the part named and send it again.',
  ],
  'indicator.no-such-figure': [
    422,
    'Chỉ tiêu {indicator} tính từ số liệu {field} ({side}) mà biểu mẫu của nghĩa vụ {duty} không có, hoặc có với kiểu khác',
    'Indicator {indicator} counts {field} ({side}), which the form of duty {duty} does not have, or has as another type',
    'Ban hành biểu mẫu có số liệu này trước, hoặc chọn số liệu khác.',
    'Set a form with this figure first, or choose another figure.',
  ],
  'indicator.same': [
    409,
    'Chỉ tiêu {indicator} đã được xác định đúng như vậy (phiên bản {version})',
    'Indicator {indicator} is defined just so already (version {version})',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
});

export const FILLING_IN = messages({
  'form.none': [
    422,
    'Đợt này không có biểu mẫu số liệu',
    'This round has no form to fill in',
    'Gửi báo cáo không kèm phần data.',
    'Send the report without data.',
  ],
  'form.not-filled-in': [
    422,
    'Báo cáo chưa điền biểu mẫu của đợt (phiên bản {version})',
    'The report does not fill in the form of its round (version {version})',
    'Điền biểu mẫu; nếu không có gì phát sinh thì ghi báo cáo không phát sinh (nil).',
    'Fill it in; with nothing to report, send a nil report (nil).',
  ],
  'form.other-version': [
    409,
    'Báo cáo điền biểu mẫu phiên bản {given}, đợt này dùng phiên bản {version}',
    'The report fills in version {given} of the form, the round was opened with version {version}',
    'Chuyển bản thảo sang đúng phiên bản của đợt rồi gửi lại; không có gì bị mất.',
    "Move the draft to the round's version and send it again; nothing was lost.",
  ],
  'form.unknown-field': [
    422,
    'Biểu mẫu không có mục {field}',
    'The form has no field {field}',
    'Các mục của biểu mẫu: {known}.',
    'The form has: {known}.',
  ],
  'form.missing': [
    422,
    'Chưa điền “{label}” ({field})',
    '“{label}” ({field}) is not filled in',
    'Điền mục này rồi gửi lại.',
    'Fill it in and send it again.',
  ],
  'form.value': [
    422,
    'Giá trị của “{label}” ({field}) không hợp lệ: {problem}',
    'The value of “{label}” ({field}) is not valid: {problem}',
    'Sửa giá trị rồi gửi lại.',
    'Correct it and send it again.',
  ],
  'form.rule': [
    422,
    '{message} ({field}, {than})',
    '{message} ({field}, {than})',
    'Sửa một trong hai số rồi gửi lại.',
    'Correct one of the two figures and send it again.',
  ],
  'correction.already-waits': [
    409,
    'Một bản đính chính của {unit} đang chờ chấp nhận',
    'A correction of {unit} awaits acceptance already',
    'Đợi nơi nhận quyết định, rồi gửi bản mới nếu cần.',
    'Wait for the receiver to decide, then send another if needed.',
  ],
  'correction.none': [
    409,
    'Không có bản đính chính nào của {unit} chờ chấp nhận',
    'No correction of {unit} awaits acceptance',
    'Tải lại trang để xem tình trạng mới nhất.',
    'Look at the present state.',
  ],
});
