/** What can be wrong with asking for evidence. */
import { messages } from './message';

export const EVIDENCE = messages({
  'evidence.scope-unclear': [
    400,
    'Không rõ phạm vi chứng cứ cần lấy',
    'It is not clear of what evidence is asked',
    'Nêu đúng một phạm vi: directive=…, hoặc all=true, hoặc cả from=… và to=….',
    'Name exactly one: directive=…, or all=true, or both from=… and to=….',
  ],
  'evidence.range-reversed': [
    400,
    'Số đầu lớn hơn số cuối',
    'The range ends before it begins',
    'Đổi lại: from không lớn hơn to.',
    'Turn it round: from is not above to.',
  ],
  'evidence.no-checkpoint': [
    409,
    'Chưa có điểm chốt nào được ký nên chưa chứng minh được gì',
    'No checkpoint was signed yet, so nothing can be proven',
    'Đợi một giây sau khi có dòng đầu tiên; nếu vẫn chưa có thì xem tiến trình chốt và khóa ký (docs/audit.md).',
    'Wait a second after the first entry; if there is still none, look at the checkpointer and its key (docs/audit.md).',
  ],
  'evidence.beyond': [
    422,
    'Dòng số {asked} chưa nằm dưới điểm chốt nào: điểm chốt cuối có {size} dòng',
    'Entry No. {asked} is under no checkpoint: the last one holds {size} entries',
    'Chọn số không lớn hơn {size}, hoặc đợi điểm chốt tiếp theo.',
    'Ask for at most {size}, or wait for the next checkpoint.',
  ],
  'evidence.nothing': [
    404,
    'Chưa dòng nào của chỉ thị {directive} nằm dưới điểm chốt {size} dòng',
    'No entry of the directive {directive} is under the checkpoint of {size} entries',
    'Chỉ thị vừa đăng ký thì đợi điểm chốt tiếp theo; nếu đã nêu at thì chọn số lớn hơn.',
    'Of one just registered, wait for the next checkpoint; with at, name a larger one.',
  ],
});
