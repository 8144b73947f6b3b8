/** A receipt as a clerk keeps it: what was taken, when, and what came of it. */
import { publicCommand, type Receipt } from '../../../libs/contracts';
import type { Context } from '../context';
import type { Screen } from '../screen';

export function printReceipt({ screen }: Context, receipt: Receipt): void {
  if (receipt.status === 'waiting') {
    screen.progress(
      `Đã nhận và lưu bền; bộ phận xử lý chưa trả lời. Xem lại: GET /v1/commands/${receipt.commandId}`,
      `Taken and durable; the engine has not answered yet. Look again: GET /v1/commands/${receipt.commandId}`,
    );
  }
  screen.result(receipt, () => {
    screen.title('Biên nhận', 'Receipt');
    screen.table(
      [
        ['Mục', 'Item'],
        ['Giá trị', 'Value'],
      ],
      [
        [screen.say('Mã lệnh', 'Command'), receipt.commandId],
        [screen.say('Nhận lúc', 'Received'), screen.time(receipt.receivedAt)],
        [screen.say('Có hiệu lực lúc', 'Effective'), screen.time(receipt.effectiveAt)],
        [
          screen.say('Lệnh', 'Asked'),
          screen.text(publicCommand(receipt.type)?.summary, receipt.type),
        ],
        [screen.say('Kết quả', 'Outcome'), outcomeText(screen, receipt)],
        [screen.say('Dòng trong sổ', 'Entry'), receipt.seq],
        [screen.say('Xem tại', 'See'), receipt.resource],
        [
          screen.say('Gửi lặp lại', 'A repeat'),
          receipt.repeat ? screen.say('có', 'yes') : screen.say('không', 'no'),
        ],
      ],
    );
    for (const { title, next, code } of receipt.warnings) {
      screen.heading('Lưu ý', 'Note');
      screen.prose(`${screen.text(title)}. ${screen.text(next)} [${code}]`);
    }
  });
}

/** In words, with the names under which the ledger keeps what came of it. */
function outcomeText(screen: Screen, { outcome }: Receipt): string {
  if (outcome === null) return screen.say('đang chờ', 'waiting');
  if (!outcome.accepted) return screen.say('không được chấp nhận', 'refused');
  const done = screen.say('đã thực hiện', 'done');
  return outcome.events.length === 0
    ? screen.say('không có gì thay đổi', 'nothing changed')
    : `${done} (${outcome.events.join(', ')})`;
}
