/** What can be wrong with one field of a request; the place of the field stands beside the message. */
import { messages, type Row } from './message';

const wrong = (vi: string, en: string, nextVi: string, nextEn: string): Row => [
  400,
  vi,
  en,
  nextVi,
  nextEn,
];

export const FIELD = messages({
  'field.unknown': wrong(
    'Không có trường {=keys}',
    'There is no field {=keys}',
    'Bỏ trường này hoặc sửa tên cho đúng (xem /v1/docs).',
    'Remove it or correct its name (see /v1/docs).',
  ),
  'field.missing': wrong(
    'Thiếu trường bắt buộc',
    'A required field is missing',
    'Bổ sung trường này.',
    'Add the field.',
  ),
  'field.type': wrong(
    'Giá trị phải là {=expected}',
    'The value must be of type {=expected}',
    'Sửa giá trị cho đúng kiểu.',
    'Correct the type of the value.',
  ),
  'field.value': wrong(
    'Giá trị không thuộc danh sách cho phép: {=values}',
    'The value is not one of: {=values}',
    'Chọn một giá trị trong danh sách.',
    'Choose one of them.',
  ),
  'field.too-big': wrong(
    'Vượt quá mức tối đa {limit}',
    'This is over the limit of {limit}',
    'Rút gọn, hoặc tách thành nhiều lần gửi.',
    'Shorten it, or send it in several parts.',
  ),
  'field.too-small': wrong(
    'Chưa đạt mức tối thiểu {limit}',
    'This is below the minimum of {limit}',
    'Bổ sung cho đủ; trường bắt buộc không được để trống.',
    'Give more; a required field cannot be empty.',
  ),
  'token.malformed': wrong(
    'Mã dữ liệu cá nhân phải là pii: và 64 chữ số thập lục phân',
    'The token of a personal value is pii: and 64 hex digits',
    'Chép lại mã từ trang của đề nghị.',
    'Copy it from the page.',
  ),
  'field.invalid': wrong(
    'Giá trị không hợp lệ',
    'The value is not valid',
    'Xem dạng đúng tại /v1/docs.',
    'See the right form in /v1/docs.',
  ),
  'text.control-character': wrong(
    'Có ký tự điều khiển hoặc ký tự đảo chiều chữ',
    'There is a control character or one that reverses the direction of writing',
    'Xóa ký tự ẩn, gõ lại đoạn chữ này.',
    'Remove the hidden character; type this text again.',
  ),
  'id.malformed': wrong(
    'Mã chỉ gồm chữ không dấu, số và dấu gạch nối',
    'An id has only unaccented letters, digits and hyphens',
    'Ví dụ: cong-an-thanh-hoa.',
    'For example: cong-an-thanh-hoa.',
  ),
  'obligation.id-malformed': wrong(
    'Mã nghĩa vụ không đúng dạng',
    'This is not the id of an obligation',
    'Dạng đúng: chỉ-thị~nghĩa-vụ~kỳ~phần~đơn-vị, ví dụ d-abc~report~2018~0~nga-son.',
    'The form is directive~duty~period~shard~unit, for example d-abc~report~2018~0~nga-son.',
  ),
  'round.id-malformed': wrong(
    'Mã đợt không đúng dạng',
    'This is not the id of a round',
    'Dạng đúng: chỉ-thị~nghĩa-vụ~kỳ, ví dụ d-abc~report~2018.',
    'The form is directive~duty~period, for example d-abc~report~2018.',
  ),
  'date.malformed': wrong(
    'Ngày không có thật hoặc không đúng dạng',
    'This is not a date that exists',
    'Viết theo dạng năm-tháng-ngày, ví dụ 2018-12-18.',
    'Write year-month-day, for example 2018-12-18.',
  ),
  'instant.malformed': wrong(
    'Thời điểm không đúng dạng',
    'This is not an instant',
    'Viết theo giờ UTC có mili giây, ví dụ 2018-12-18T10:00:00.000Z (17:00 giờ Việt Nam).',
    'Write UTC with milliseconds, for example 2018-12-18T10:00:00.000Z (17:00 in Vietnam).',
  ),
  'hour.malformed': wrong(
    'Giờ không đúng dạng',
    'This is not a time of day',
    'Viết theo dạng 17:00.',
    'Write it as 17:00.',
  ),
  'hash.malformed': wrong(
    'Mã băm SHA-256 phải có 64 chữ số hệ 16 viết thường',
    'A SHA-256 hash has 64 lower-case hex digits',
    'Dùng mã băm mà POST /v1/content trả lời.',
    'Use the hash that POST /v1/content answers.',
  ),
  'email.malformed': wrong(
    'Địa chỉ thư điện tử không đúng dạng',
    'This is not a mail address',
    'Viết theo dạng ten@co-quan.gov.vn.',
    'Write it as name@agency.gov.vn.',
  ),
  'form.data-too-large': wrong(
    'Phần số liệu và đề cương dài quá 16 KiB',
    'Figures and outline are more than 16 KiB together',
    'Rút gọn, hoặc gửi phần dài thành tệp kèm theo.',
    'Shorten them, or hand in what is long as a file.',
  ),
  'recognition.ruling-too-long': wrong(
    'Danh sách của quyết định dài quá một lần ghi (500 đơn vị mỗi loại, tất cả 44 KiB)',
    'The list of the decision is too long for one recording (500 units of each kind, 44 KiB in all)',
    'Chia danh sách rồi gửi nhiều lần với cùng số và ngày của quyết định; mỗi đơn vị chỉ một lần.',
    'Split the list and send it in parts with the same number and date of the decision, each unit once.',
  ),
  'media-type.malformed': wrong(
    'Kiểu tệp không đúng dạng',
    'This is not a media type',
    'Ví dụ: application/pdf.',
    'For example: application/pdf.',
  ),
});
