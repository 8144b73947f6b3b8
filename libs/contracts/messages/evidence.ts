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
  'evidence.checkpoint-unreadable': [
    400,
    'Tệp gửi kèm không phải nguyên văn một điểm chốt đã ký: {why}',
    'What was given is not a signed checkpoint, byte for byte: {why}',
    'Gửi đúng từng byte tệp đã giữ: tệp trong thư mục, tệp đính kèm của thư, hoặc tệp của bên chứng kiến. Chép từ thân thư (dấu “>”), lưu lại bằng trình soạn thảo (CRLF, BOM) đều làm tệp khác đi (docs/audit.md).',
    'Give what was kept, byte for byte: the file of the folder, the attachment of the mail, or the file of the witness. Copied from a mail (“>”) or saved by an editor (CRLF, BOM) it is another one (docs/audit.md).',
  ],
  'evidence.checkpoints-too-many': [
    400,
    'Một gói nối tiếp tối đa 8 điểm chốt đang giữ',
    'A bundle continues at most 8 checkpoints that you hold',
    'Nêu tối đa 8; còn lại thì lấy thêm một gói nữa.',
    'Name at most 8, and take another bundle for the others.',
  ],
  'evidence.checkpoint-of-another': [
    422,
    'Điểm chốt đang giữ là của {origin}; ở đây là {deployment}',
    'The checkpoint you hold is of {origin}; this is {deployment}',
    'Nêu điểm chốt của đúng hệ thống này.',
    'Name one of this deployment.',
  ],
  'evidence.checkpoint-unsigned': [
    422,
    'Điểm chốt đang giữ ({size} dòng) không được khóa nào của gói ký đúng vào thời của khóa đó',
    'The checkpoint you hold ({size} entries) is not signed by the key that this bundle has for its time',
    'So khóa trong điểm chốt với /checkpoint. Khóa từ trước một lần mất dòng được chấp nhận không nối tiếp được (docs/audit.md, After a restore); nếu không phải vậy: điểm chốt giả, hãy giữ lại và hỏi nơi đã gửi.',
    'Compare its key with the one of /checkpoint. A key from before a loss that was accepted cannot be continued (docs/audit.md, After a restore); if it is not that, it is forged: keep it, and ask who sent it.',
  ],
  'evidence.checkpoint-newer': [
    409,
    'Điểm chốt đang giữ có {held} dòng, điểm chốt cuối ở đây có {size}',
    'The checkpoint you hold has {held} entries, the last one here {size}',
    'Hỏi lại sau một giây. Nếu vẫn vậy: đã có dòng bị bỏ, điểm chốt đang giữ là bằng chứng; hãy giữ lại (docs/audit.md).',
    'Ask again in a second. If it stays so, entries were removed and the checkpoint you hold proves it: keep it (docs/audit.md).',
  ],
  'evidence.checkpoint-fork': [
    409,
    'Sổ ở đây không nối tiếp điểm chốt đang giữ ({size} dòng): hai bản khác nhau đã được ký',
    'The ledger here does not continue the checkpoint you hold ({size} entries): two histories are signed',
    'Giữ điểm chốt này: nó là bằng chứng. Lấy gói không kèm nó, rồi so bằng verify.mjs --checkpoint (docs/audit.md).',
    'Keep that checkpoint: it is the proof. Take the bundle without it and compare by verify.mjs --checkpoint (docs/audit.md).',
  ],
});
