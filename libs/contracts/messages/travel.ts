/** What can be wrong with a question about the past, and with the number of an entry. */
import { messages } from './message';

export const TRAVEL = messages({
  'as-of.malformed': [
    400,
    'Không đọc được thời điểm',
    'This is no point in time',
    'Ghi 2019-12-20 (hết ngày đó), 2019-12-20T12:00 (giờ Việt Nam), 2019-12-20T05:00:00.000Z, hoặc @8123 (số dòng trong sổ).',
    'Write 2019-12-20 (the end of that day), 2019-12-20T12:00 (UTC+7), 2019-12-20T05:00:00.000Z, or @8123 (an entry).',
  ],
  'as-of.before-everything': [
    422,
    'Lúc {instant} sổ chưa có dòng nào',
    'At {instant} nothing was recorded yet',
    'Chọn thời điểm từ {first} trở đi: đó là lúc ghi dòng đầu tiên.',
    'Choose an instant from {first} on: the first entry was recorded then.',
  ],
  'as-of.not-yet': [
    422,
    'Chưa đọc được dòng {seq}: hiện mới đến dòng {last}',
    'Entry {seq} cannot be read yet: the last one is {last}',
    'Chọn số từ 1 đến {last}, hoặc thử lại sau giây lát nếu dòng đó vừa được ghi.',
    'Choose a number from 1 to {last}, or try again in a moment if it was recorded just now.',
  ],
  'as-of.span-reversed': [
    422,
    'Thời điểm đầu (dòng {from}) sau thời điểm cuối (dòng {to})',
    'The first point (entry {from}) is after the second (entry {to})',
    'Đổi chỗ hai thời điểm.',
    'Give the earlier one first.',
  ],
  'not-found.entry': [
    404,
    'Sổ không có dòng {id}',
    'The ledger has no entry {id}',
    'Ghi số dòng (8123) hoặc mã dòng (directive/d-07@3), như dondoc history cho thấy.',
    'Give its number (8123) or its id (directive/d-07@3), as dondoc history shows them.',
  ],
});
