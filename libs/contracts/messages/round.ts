/** Refusals of a round: what was asked is not possible now, not for this actor, or not with these values. */
import type { RoundRejection } from '../../domain';
import { messages } from './message';
import { FILLING_IN } from './form';
import { PAPERS } from './paper';

const ROUNDS = messages({
  'round.already-open': [
    409,
    'Đợt này đã mở',
    'The round has been opened already',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
  'round.closed': [
    409,
    'Đợt này đã đóng nên không thể: {command}',
    'The round is closed: this cannot be done ({command})',
    'Báo cáo gửi sau khi đóng phải ghi rõ là gửi sau (afterClosing: true).',
    'A report after closing must say so (afterClosing: true).',
  ],
  'round.cancelled': [
    409,
    'Đợt này đã hủy cùng chỉ thị nên không thể: {command}',
    'The round was cancelled with its directive: this cannot be done ({command})',
    'Không còn việc gì phải làm trong đợt này.',
    'Nothing remains to be done in it.',
  ],
  'round.suspended': [
    409,
    'Đợt này đang tạm dừng nên không thể: {command}',
    'The round is suspended: this cannot be done ({command})',
    'Đợi chỉ thị được tiếp tục thi hành. Hiện có thể: {possible}.',
    'Wait until the directive is resumed. Possible now: {possible}.',
  ],
  'round.not-suspended': [
    409,
    'Đợt này không bị tạm dừng',
    'The round is not suspended',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
  'round.no-units': [
    422,
    'Đợt không có đơn vị nào',
    'The round has no unit',
    'Kiểm tra ai phải thực hiện nghĩa vụ.',
    'Check who owes the duty.',
  ],
  'round.unit-twice': [
    422,
    'Đơn vị {unit} có hai lần trong đợt',
    'Unit {unit} is in the round twice',
    'Chỉ nêu mỗi đơn vị một lần.',
    'Name each unit once.',
  ],
  'round.too-many-units': [
    422,
    'Một phần của đợt có {units} đơn vị, tối đa {limit}',
    'A shard has {units} units, at most {limit}',
    'Báo người vận hành.',
    'Tell the operator.',
  ],
  'round.due-not-after-opening': [
    422,
    'Thời hạn {dueAt} không sau lúc mở {openedAt}',
    'The due time {dueAt} is not after the opening {openedAt}',
    'Chọn một thời hạn muộn hơn.',
    'Choose a later due time.',
  ],
  'held.nothing-to-plan': [
    409,
    'Không có mức nhắc nào đang bị giữ',
    'No rung is held',
    'Không cần làm gì thêm.',
    'There is nothing to do.',
  ],
});

const OBLIGATIONS = messages({
  'unit.not-in-round': [
    404,
    'Đơn vị {unit} không thuộc đợt này',
    'Unit {unit} is not in this round',
    'Kiểm tra mã nghĩa vụ; xem GET /v1/obligations?round=….',
    'Check the id of the obligation; see GET /v1/obligations?round=….',
  ],
  'obligation.not-possible-now': [
    409,
    'Nghĩa vụ của {unit} đang ở tình trạng «{status}» nên không thể: {command}',
    'The obligation of {unit} is “{status}”: this cannot be done ({command})',
    'Hiện có thể: {possible}.',
    'Possible now: {possible}.',
  ],
  'obligation.awaits-heir': [
    409,
    'Đơn vị {unit} đã kết thúc và chưa có đơn vị kế thừa: chưa ai thực hiện được nghĩa vụ này',
    'Unit {unit} has ended and has no heir yet: nobody can act on this obligation',
    'Quyết định đơn vị kế thừa trong đợt sắp xếp {reorganisation} (DecideHeir).',
    'Decide the heir in the change set {reorganisation} (DecideHeir).',
  ],
  'actor.not-obliged': [
    403,
    'Chỉ đơn vị {unit} (hoặc đơn vị được giao trả lời thay) mới làm được việc này',
    'Only unit {unit} (or the one that answers for it) may do this',
    'Người của đơn vị đó phải tự gửi; người gửi thuộc {actorUnit}.',
    'Somebody of that unit must send it; the sender is of {actorUnit}.',
  ],
  'actor.not-entitled': [
    403,
    'Đơn vị {actorUnit} không được phép: {command}',
    'Unit {actorUnit} may not do this ({command})',
    'Việc này thuộc về: {entitled}.',
    'It is for: {entitled}.',
  ],
  'report.empty': [
    422,
    'Báo cáo của {unit} trống',
    'The report of {unit} is empty',
    'Ghi tóm tắt, hoặc ghi rõ không phát sinh (nil: true).',
    'Give a summary, or say that there is nothing to report (nil: true).',
  ],
  'report.nil-with-figures': [
    422,
    'Báo cáo ghi không phát sinh nhưng mục “{=label}” ({=field}) có số liệu',
    'The report says that there is nothing to report, but “{=label}” ({=field}) is filled in',
    'Bỏ “không phát sinh” (nil), hoặc để số liệu bằng 0 hay để trống.',
    'Take “nothing to report” (nil) away, or leave the figure out or at 0.',
  ],
  'report.already-submitted': [
    409,
    'Đơn vị {unit} đã gửi báo cáo, đang chờ chấp nhận',
    'Unit {unit} has submitted and awaits acceptance',
    'Muốn gửi lại thì rút báo cáo trước.',
    'To send another, withdraw the first.',
  ],
  'report.already-accepted': [
    409,
    'Báo cáo của {unit} đã được chấp nhận',
    'The report of {unit} has been accepted',
    'Không cần gửi lại; nếu số liệu sai thì gửi đính chính (correct).',
    'There is no need to send it again; if a figure is wrong, send a correction (correct).',
  ],
});

const DATES = messages({
  'extension.already-asked': [
    409,
    'Đơn vị {unit} đã có một đề nghị gia hạn (đến {proposedDate}) đang chờ',
    'Unit {unit} has asked for an extension (to {proposedDate}) already',
    'Đợi quyết định về đề nghị đó.',
    'Wait for the decision.',
  ],
  'extension.not-asked': [
    409,
    'Đơn vị {unit} không có đề nghị gia hạn nào',
    'Unit {unit} has not asked for an extension',
    'Chỉ đơn vị có nghĩa vụ mới xin gia hạn được.',
    'Only the obliged unit can ask.',
  ],
  'extension.not-later': [
    422,
    'Hạn mới {proposedDueAt} không muộn hơn hạn hiện nay {dueAt}',
    'The new due time {proposedDueAt} is not later than the present {dueAt}',
    'Chọn ngày muộn hơn: gia hạn không bao giờ rút ngắn.',
    'Choose a later date: an extension never shortens.',
  ],
  'extension.same-actor': [
    403,
    'Người xin gia hạn không tự quyết định được',
    'Whoever asked for the extension cannot decide it',
    'Nhờ người khác quyết định.',
    'Somebody else must decide.',
  ],
  'extension.date-missing': [
    422,
    'Chưa nêu ngày mới',
    'The new date is missing',
    'Nêu ngày được gia hạn hoặc đề xuất lại.',
    'Give the date granted or proposed.',
  ],
  'extension.other-date': [
    422,
    'Ngày {date} khác ngày đơn vị xin ({proposedDate})',
    'The date {date} is not the one asked for ({proposedDate})',
    'Chấp thuận đúng ngày đã xin, hoặc đề xuất lại (counter).',
    'Grant the date asked for, or counter-propose.',
  ],
  'extension.no-counter-proposal': [
    409,
    'Không có ngày đề xuất lại để đơn vị {unit} trả lời',
    'There is no counter-proposal for unit {unit} to answer',
    'Đợi quyết định về đề nghị gia hạn.',
    'Wait for the decision.',
  ],
  'substitution.same-unit': [
    422,
    'Đơn vị {unit} không trả lời thay cho chính mình',
    'Unit {unit} cannot answer for itself',
    'Chọn đơn vị khác.',
    'Choose another unit.',
  ],
  'substitution.empty-span': [
    422,
    'Thời gian trả lời thay kết thúc ({to}) trước khi bắt đầu ({from})',
    'The span of substitution ends ({to}) before it begins ({from})',
    'Sửa lại thời gian.',
    'Correct the span.',
  ],
});

type Shared =
  | 'round.not-open'
  | 'reason.missing'
  | 'wake-up.nothing-due'
  | 'plan.missing'
  | 'plan.invalid'
  | 'command.unknown';

export const ROUND = {
  ...ROUNDS,
  ...OBLIGATIONS,
  ...DATES,
  ...PAPERS,
  ...FILLING_IN,
} satisfies Record<Exclude<RoundRejection, Shared>, unknown>;
